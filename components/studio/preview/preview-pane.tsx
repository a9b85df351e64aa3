'use client';

import { useEffect, useEffectEvent, useMemo, useState } from 'react';

import { ChatView } from '@/components/studio/preview/chat/chat-view';
import { collectPath } from '@/components/studio/preview/path/path-taken';
import { showPath } from '@/components/studio/preview/path/use-path';
import { PreviewContext, type PreviewContextValue } from '@/components/studio/preview/preview-context';
import { PreviewHeader } from '@/components/studio/preview/preview-header';
import { StateView } from '@/components/studio/preview/state/state-view';
import { TraceContext } from '@/components/studio/preview/trace/trace-context';
import { TraceView } from '@/components/studio/preview/trace/trace-view';
import { answerAskedTurn, useAskedTurn } from '@/components/studio/preview/turn-request';
import { usePreview, type Preview } from '@/components/studio/preview/use-preview';
import { usePreviewDraft } from '@/components/studio/preview/use-preview-draft';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { useTurn, useTurns } from '@/lib/client/use-turns';

/** Properties of `PreviewPane`. */
export type PreviewPaneProps = {
  botId: string;
  /** Leads to an interaction in the builder; without an interaction, to the dialog. */
  onOpenInteraction: (dialogId: string, interactionId: string | null) => void;
  /** Puts the pane away; left out where it can't be. */
  onClose?: () => void;
};

type View = 'chat' | 'trace' | 'state';

/**
 * The chat with the draft, and why it says what it says. Fills its parent, which needs a height; below `DraftProvider`. What is lit
 * up by it in the builder comes from `usePath`.
 */
export function PreviewPane({ botId, onOpenInteraction, onClose }: PreviewPaneProps) {
  const draft = usePreviewDraft();
  const preview = usePreview(botId, draft);
  const { conversationId } = preview.session;
  const [view, setView] = useState<View>('chat');
  // A turn is one of its conversation.
  const [selected, setSelected] = useState<{ conversationId: string | null; number: number | null }>({ conversationId, number: null });
  const selectedTurn = selected.conversationId === conversationId ? selected.number : null;
  useShownPath(conversationId, selectedTurn);
  const selectTurn = (number: number | null) => setSelected({ conversationId, number });
  const parts: PreviewContextValue = {
    preview,
    draft,
    selectedTurn,
    selectTurn,
    showTrace(number) {
      selectTurn(number);
      setView('trace');
    },
    openInteraction: onOpenInteraction,
  };
  useAskedTurnShown(botId, parts.showTrace);
  return (
    <PreviewContext value={parts}>
      <TraceContext value={{ botId, names: draft.names, openInteraction: onOpenInteraction }}>
        <section aria-label="Preview" className="flex h-full min-h-0 min-w-0 flex-col bg-surface">
          <PreviewHeader onClose={onClose} />
          <Tabs value={view} onValueChange={(next) => setView(views.find(([name]) => name === next)?.[0] ?? 'chat')} className="min-h-0 flex-1">
            <TabsList aria-label="Preview" className="px-3">
              {views.map(([name, label]) => (
                <TabsTrigger key={name} value={name}>
                  {label}
                </TabsTrigger>
              ))}
            </TabsList>
            <TabsContent value="chat" keepMounted className="flex flex-col data-[state=inactive]:hidden">
              <Beginning preview={preview} />
              {conversationId === null ? null : <ChatView key={conversationId} conversationId={conversationId} />}
            </TabsContent>
            <TabsContent value="trace" className="flex flex-col">
              {conversationId === null ? null : <TraceView conversationId={conversationId} />}
            </TabsContent>
            <TabsContent value="state" className="flex flex-col">
              <StateView />
            </TabsContent>
          </Tabs>
        </section>
      </TraceContext>
    </PreviewContext>
  );
}

const views: readonly (readonly [View, string])[] = [
  ['chat', 'Chat'],
  ['trace', 'Trace'],
  ['state', 'State'],
];

/** Goes to the turn that another part of the studio asks for. */
function useAskedTurnShown(botId: string, showTrace: (number: number) => void): void {
  const asked = useAskedTurn(botId);
  const show = useEffectEvent((number: number) => showTrace(number));
  useEffect(() => {
    if (asked === null) return;
    show(asked.number);
    answerAskedTurn();
  }, [asked]);
}

/** Before the first conversation is there, and why there is none. */
function Beginning({ preview }: { preview: Preview }) {
  if (preview.problem) {
    return (
      <Callout
        tone="bad"
        isAnnounced
        className="m-3"
        what="The preview could not begin"
        why={preview.problem.message}
        actions={
          <Button size="sm" isBusy={preview.isStarting} onClick={() => preview.restart()}>
            Try again
          </Button>
        }
      />
    );
  }
  return preview.session.conversationId === null ? <SkeletonRows label="Starting the preview" /> : null;
}

/** Lights up the path of the selected turn, else of the newest, for as long as the preview is on screen. */
function useShownPath(conversationId: string | null, selectedTurn: number | null): void {
  const newest = useTurns(conversationId).data?.at(-1)?.number ?? null;
  const turn = useTurn(conversationId, selectedTurn ?? newest).data;
  const path = useMemo(() => (turn && conversationId !== null ? { conversationId, turnNumber: turn.number, ...collectPath(turn.trace) } : null), [turn, conversationId]);
  useEffect(() => {
    showPath(path);
    return () => showPath(null);
  }, [path]);
}
