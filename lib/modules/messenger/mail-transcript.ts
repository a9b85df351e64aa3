import { Fault } from '@/lib/engine/fault';
import type { Mailer } from '@/lib/platform/mailer';
import type { ContactRates } from './contact-rates';
import type { Transcript } from './transcript.rules';

export interface MailTranscriptDeps {
  /** Null where no mail server is set up. */
  mailer: Mailer | null;
  rate: ContactRates['mails'];
}

/** Who has it sent, by every name under which they are counted, and to whom. */
export interface TranscriptMail {
  transcript: Transcript;
  to: string;
  senders: readonly string[];
}

/**
 * Sends a transcript. Counted by sender and by recipient: nobody gets more mails because many ask for them.
 * @throws Fault `mail/not-set-up`, `mail/not-sent`, `messenger/too-many-mails`
 */
export async function mailTranscript({ mailer, rate }: MailTranscriptDeps, { transcript, to, senders }: TranscriptMail): Promise<void> {
  if (!mailer) throw new Fault('conflict', 'mail/not-set-up', 'This installation sends no mails: SMTP_URL and MAIL_FROM are not set. Download the transcript instead.');
  for (const key of [...senders, `recipient ${to.toLowerCase()}`]) rate.take(key);
  await mailer.send({ to, subject: transcript.title, text: transcript.text });
}
