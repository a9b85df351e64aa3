'use client';

import { Callout } from '@/components/ui/callout';
import { Button } from '@/components/ui/button';
import { useConversationInput, type ConversationInput } from '@/lib/client/use-conversation';

type Result = Extract<ConversationInput, { kind: 'hand-over' }>['body']['result'];

/** Plays the person to whom the bot handed over: takes over, can't, or gives it back. */
export function OperatorBar({ conversationId }: { conversationId: string }) {
  const input = useConversationInput(conversationId);
  const answer = (result: Result) => input.mutate({ kind: 'hand-over', body: { result } });
  return (
    <Callout
      tone="info"
      className="shrink-0 rounded-none border-x-0 border-t-0"
      what="Handed over to a person"
      why="In the preview you are that person."
      actions={actions.map(({ result, label }) => (
        <Button key={result} size="sm" isBusy={input.isPending && input.variables.kind === 'hand-over' && input.variables.body.result === result} onClick={() => answer(result)}>
          {label}
        </Button>
      ))}
    >
      {input.error ? (
        <p role="alert" className="text-bad">
          That was not passed on. {input.error.message}
        </p>
      ) : null}
    </Callout>
  );
}

const actions: { result: Result; label: string }[] = [
  { result: 'accepted', label: 'Accept' },
  { result: 'failed', label: 'Fail' },
  { result: 'returned', label: 'Return to the bot' },
];
