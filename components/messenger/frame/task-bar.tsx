'use client';

import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';
import { explainMailFailure } from '@/components/messenger/frame/explain-mail-failure';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';
import { Spinner } from '@/components/ui/spinner';

/** Something that needs a word before or after it is done. */
export type Task = 'start-over' | 'end' | 'save-transcript' | 'mail-transcript';

/** Properties of `TaskBar`. */
export type TaskBarProps = { task: Task; onEnd: () => void };

/** Asks, and says how it went, right above where one writes. */
export function TaskBar({ task, onEnd }: TaskBarProps) {
  const { actions } = useFrame();
  const { words } = useMessengerLocale();
  switch (task) {
    case 'start-over':
      return (
        <Question
          text={words.startOverAsk}
          confirmLabel={words.startOver}
          onEnd={onEnd}
          confirm={async () => {
            await actions.end();
            actions.startNew();
          }}
        />
      );
    case 'end':
      return <Question text={words.endAsk} confirmLabel={words.endConversation} onEnd={onEnd} confirm={actions.end} />;
    case 'save-transcript':
      return <SaveTranscript onEnd={onEnd} />;
    case 'mail-transcript':
      return <MailTranscript onEnd={onEnd} />;
  }
}

function Question({ text, confirmLabel, confirm, onEnd }: { text: string; confirmLabel: string; confirm: () => Promise<void>; onEnd: () => void }) {
  const { words } = useMessengerLocale();
  const { run, isBusy, hasFailed } = useAttempt(confirm, onEnd);
  const confirmRef = useRef<HTMLButtonElement>(null);
  useEffect(() => confirmRef.current?.focus(), []);
  return (
    <Bar onEnd={onEnd}>
      <p>{text}</p>
      {hasFailed ? <Failure /> : null}
      <div className="flex flex-wrap gap-2">
        <button ref={confirmRef} type="button" disabled={isBusy} onClick={() => void run()} className={strongStyle}>
          {isBusy ? <Spinner /> : null}
          {confirmLabel}
        </button>
        <button type="button" onClick={onEnd} className={quietStyle}>
          {words.cancel}
        </button>
      </div>
    </Bar>
  );
}

function SaveTranscript({ onEnd }: { onEnd: () => void }) {
  const { actions } = useFrame();
  const { words, language } = useMessengerLocale();
  const { run, isBusy, hasFailed } = useAttempt(() => actions.saveTranscript(language ?? 'en'), onEnd);
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void run();
  }, [run]);
  return (
    <Bar onEnd={onEnd}>
      {hasFailed ? <Failure /> : null}
      <button type="button" disabled={isBusy} onClick={() => void run()} className={quietStyle}>
        {isBusy ? <Spinner /> : null}
        {words.downloadTranscript}
      </button>
    </Bar>
  );
}

function MailTranscript({ onEnd }: { onEnd: () => void }) {
  const { actions } = useFrame();
  const { words, language } = useMessengerLocale();
  const knownMail = useMessengerState((state) => state.contact?.info.email ?? '');
  const [to, setTo] = useState(knownMail);
  const [isSent, setIsSent] = useState(false);
  const { run, isBusy, hasFailed, error } = useAttempt(() => actions.mailTranscript(to, language ?? 'en'), () => setIsSent(true));
  const fieldRef = useRef<HTMLInputElement>(null);
  const sentRef = useRef<HTMLParagraphElement>(null);
  useEffect(() => (isSent ? sentRef : fieldRef).current?.focus(), [isSent]);
  if (isSent) {
    return (
      <Bar onEnd={onEnd}>
        <p ref={sentRef} tabIndex={-1} role="status" className="outline-none wrap-anywhere">
          {words.mailSent(to)}
        </p>
      </Bar>
    );
  }
  return (
    <Bar onEnd={onEnd}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <label className="flex flex-col gap-1">
          {words.mailAddress}
          <input
            ref={fieldRef}
            type="email"
            required
            autoComplete="email"
            dir="ltr"
            value={to}
            onChange={(event) => setTo(event.target.value)}
            className="h-10 min-w-0 rounded-lg border border-(--messenger-line) bg-(--messenger-ground) px-3 text-base outline-(--messenger-accent-text) pointer-coarse:text-[16px]"
          />
        </label>
        {hasFailed ? <Failure text={explainMailFailure(error, to, words)} /> : null}
        <div className="flex flex-wrap gap-2">
          <button type="submit" disabled={isBusy} className={strongStyle}>
            {isBusy ? <Spinner /> : null}
            {words.send}
          </button>
          <button type="button" onClick={onEnd} className={quietStyle}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Bar>
  );
}

function Bar({ children, onEnd }: { children: ReactNode; onEnd: () => void }) {
  const { words } = useMessengerLocale();
  return (
    <section
      className="flex shrink-0 items-start gap-2 border-t border-(--messenger-line)/45 bg-(--messenger-bubble) p-3 text-sm text-(--messenger-bubble-ink)"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEnd();
      }}
    >
      <div className="flex min-w-0 flex-1 flex-col gap-2">{children}</div>
      <button type="button" aria-label={words.close} title={words.close} onClick={onEnd} className="flex size-8 shrink-0 items-center justify-center rounded-md outline-(--messenger-accent-text) hover:bg-(--messenger-ground)">
        <X aria-hidden className="size-4" />
      </button>
    </section>
  );
}

function Failure({ text }: { text?: string }) {
  const { words } = useMessengerLocale();
  return (
    <p role="alert" className="text-bad wrap-anywhere">
      {text ?? words.failed}
    </p>
  );
}

const buttonStyle = 'flex min-h-10 items-center justify-center gap-2 rounded-lg px-3.5 font-medium outline-(--messenger-accent-text)';
const strongStyle = `${buttonStyle} bg-(--messenger-accent) text-(--messenger-accent-ink) disabled:opacity-60`;
const quietStyle = `${buttonStyle} border border-(--messenger-line) bg-(--messenger-ground) text-(--messenger-ink)`;

function useAttempt(attempt: () => Promise<void>, onDone: () => void) {
  const [phase, setPhase] = useState<'resting' | 'busy' | 'failed'>('resting');
  const [error, setError] = useState<unknown>(null);
  async function run() {
    setPhase('busy');
    try {
      await attempt();
      setPhase('resting');
      onDone();
    } catch (caught) {
      setError(caught);
      setPhase('failed');
    }
  }
  return { run, isBusy: phase === 'busy', hasFailed: phase === 'failed', error };
}
