'use client';

import { useState } from 'react';

import { OperatorBar } from '@/components/studio/preview/chat/operator-bar';
import { WebViewPostDialog } from '@/components/studio/preview/chat/web-view-post-dialog';
import { describeCallMode } from '@/components/studio/preview/setup/call-mode-options';
import { CallsDialog } from '@/components/studio/preview/setup/calls-dialog';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';

const barStyle = 'shrink-0 rounded-none border-x-0 border-t-0';

/** What one should know before going on: the draft changed, calls are simulated, somebody or something is waited for. */
export function ChatNotices({ conversationId }: { conversationId: string }) {
  const { preview, draft } = usePreviewParts();
  const { session, conversation } = preview;
  const [dialog, setDialog] = useState<'page' | 'calls' | null>(null);
  const isChanged = session.draftVersion !== null && draft.version !== null && draft.version !== session.draftVersion;
  const waiting = conversation?.waiting ?? null;
  const branchedFrom = conversation?.options.branchedFrom;
  const isWaitingForPage = waiting?.kind === 'answer' && draft.content?.interactions[waiting.interactionId]?.kind === 'web-view';
  const restart = (
    <Button size="sm" onClick={() => preview.restart()}>
      Restart
    </Button>
  );
  return (
    <>
      {isChanged ? <Callout isCompact tone="info" className={barStyle} what="The draft changed since this conversation began" why="The next turn already runs the new draft." actions={restart} /> : null}
      {branchedFrom ? (
        <Callout
          isCompact
          tone="info"
          className={barStyle}
          what={`A branch, from ${branchedFrom.afterTurn === 0 ? 'the beginning' : `after turn ${branchedFrom.afterTurn}`} of another conversation`}
          actions={
            <Button size="sm" onClick={() => preview.open(branchedFrom.conversationId)}>
              Back to that conversation
            </Button>
          }
        />
      ) : null}
      {conversation && isSimulated(conversation.options.calls) ? (
        <Callout
          isCompact
          tone="warn"
          className={barStyle}
          what={describeCalls(conversation.options.calls)}
          actions={
            <Button size="sm" onClick={() => setDialog('calls')}>
              Change
            </Button>
          }
        />
      ) : null}
      {isWaitingForPage ? (
        <Callout
          isCompact
          tone="info"
          className={barStyle}
          what="Waiting for the page to post"
          actions={
            <Button size="sm" onClick={() => setDialog('page')}>
              Simulate the page
            </Button>
          }
        />
      ) : null}
      {conversation?.status === 'handed-over' || waiting?.kind === 'transfer' ? <OperatorBar conversationId={conversationId} /> : null}
      {conversation?.status === 'closed' ? <Callout isCompact tone="info" className={barStyle} what="The conversation is closed" actions={restart} /> : null}
      {dialog === 'page' ? <WebViewPostDialog conversationId={conversationId} onClose={() => setDialog(null)} /> : null}
      {dialog === 'calls' ? <CallsDialog conversationId={conversationId} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

type Calls = NonNullable<ReturnType<typeof usePreviewParts>['preview']['conversation']>['options']['calls'];

function isSimulated({ default: byDefault, byIntegrationId }: Calls): boolean {
  return byDefault.kind !== 'live' || Object.values(byIntegrationId).some(({ kind }) => kind !== 'live');
}

function describeCalls({ default: byDefault, byIntegrationId }: Calls): string {
  const others = Object.values(byIntegrationId).filter((mode) => describeCallMode(mode) !== describeCallMode(byDefault)).length;
  const all = byDefault.kind === 'live' ? 'Integrations are called live' : `Integrations are simulated: ${describeCallMode(byDefault)}`;
  return others === 0 ? all : `${all}, ${others} otherwise`;
}
