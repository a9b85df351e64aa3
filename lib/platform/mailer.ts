import { createTransport } from 'nodemailer';
import { Fault } from '@/lib/engine/fault';

/** A mail of plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mails by the installation's mail server. */
export interface Mailer {
  /** Resolves once the mail server has taken it. @throws Fault `mail/not-sent` */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 20_000;

/**
 * A mailer for one mail server.
 * @param smtpUrl `smtp://user:password@host:587`, or `smtps://…` for encryption from the first byte
 * @param from sender of every mail: `chat@example.com` or `AG Bank <chat@example.com>`
 */
export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: CONNECT_TIMEOUT_MS, greetingTimeout: CONNECT_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true },
    { from },
  );
  return {
    async send({ to, subject, text }) {
      try {
        // As an object, an address is taken as it is: a text could hold several.
        await transport.sendMail({ to: { name: '', address: to }, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (cause) {
        throw new Fault('upstream', 'mail/not-sent', 'The mail server did not take the mail. Look at the address, or try again later.', { cause });
      }
    },
    close: () => transport.close(),
  };
}
