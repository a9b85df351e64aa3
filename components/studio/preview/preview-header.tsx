'use client';

import { Ellipsis, FlaskConical, Globe, History, PhoneOff, PlugZap, RotateCcw, SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';

import { useCommands } from '@/components/studio/frame/use-commands';
import { WebViewPostDialog } from '@/components/studio/preview/chat/web-view-post-dialog';
import { ConversationsDialog } from '@/components/studio/preview/conversations/conversations-dialog';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { CallsDialog } from '@/components/studio/preview/setup/calls-dialog';
import { StartDialog } from '@/components/studio/preview/setup/start-dialog';
import { SaveTestDialog } from '@/components/studio/preview/tests/save-test-dialog';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/toaster';
import { useConversationInput } from '@/lib/client/use-conversation';

type OpenDialog = 'start' | 'calls' | 'conversations' | 'web-view' | 'test';

/** What can be done with the preview as a whole. */
export function PreviewHeader({ onClose }: { onClose: (() => void) | undefined }) {
  const { preview } = usePreviewParts();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const { conversationId } = preview.session;
  const close = () => setDialog(null);
  useCommands([
    { id: 'preview.restart', label: 'Restart the preview', section: 'Preview', icon: RotateCcw, run: () => preview.restart() },
    { id: 'preview.start', label: 'Start the preview at a dialog', section: 'Preview', icon: SlidersHorizontal, keywords: ['consumer', 'channel', 'language', 'variables'], run: () => setDialog('start') },
    { id: 'preview.calls', label: 'How integrations answer in the preview', section: 'Preview', icon: PlugZap, keywords: ['chaos', 'sample', 'live', 'fault'], run: () => setDialog('calls') },
    { id: 'preview.conversations', label: 'Recent conversations and branches', section: 'Preview', icon: History, keywords: ['replay'], run: () => setDialog('conversations') },
  ]);
  return (
    <header className="flex h-10 shrink-0 items-center gap-0.5 border-b border-line pr-1.5 pl-3">
      <h2 className="mr-auto text-sm font-semibold">Preview</h2>
      <IconButton label="Restart" isBusy={preview.isStarting} onClick={() => preview.restart()}>
        <RotateCcw aria-hidden />
      </IconButton>
      <IconButton label="Start at a dialog, as somebody" onClick={() => setDialog('start')}>
        <SlidersHorizontal aria-hidden />
      </IconButton>
      <IconButton label="How integrations answer" disabled={conversationId === null} onClick={() => setDialog('calls')}>
        <PlugZap aria-hidden />
      </IconButton>
      <MoreMenu onOpen={setDialog} />
      {onClose ? (
        <IconButton label="Close preview" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      ) : null}
      {dialog === 'start' ? <StartDialog onClose={close} /> : null}
      {dialog === 'conversations' ? <ConversationsDialog onClose={close} /> : null}
      {dialog === 'calls' && conversationId !== null ? <CallsDialog conversationId={conversationId} onClose={close} /> : null}
      {dialog === 'web-view' && conversationId !== null ? <WebViewPostDialog conversationId={conversationId} onClose={close} /> : null}
      {dialog === 'test' && conversationId !== null ? <SaveTestDialog conversationId={conversationId} onClose={close} /> : null}
    </header>
  );
}

function MoreMenu({ onOpen }: { onOpen: (dialog: OpenDialog) => void }) {
  const { preview } = usePreviewParts();
  const { conversationId } = preview.session;
  const input = useConversationInput(conversationId ?? '');
  const isOpen = preview.conversation !== null && preview.conversation.status !== 'closed';
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="More">
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => onOpen('conversations')}>
          <History aria-hidden />
          Conversations and branches…
        </DropdownMenuItem>
        <DropdownMenuItem disabled={conversationId === null} onSelect={() => onOpen('test')}>
          <FlaskConical aria-hidden />
          Save as test…
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem disabled={!isOpen} onSelect={() => onOpen('web-view')}>
          <Globe aria-hidden />
          Post from a page…
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!isOpen} onSelect={() => input.mutate({ kind: 'close' }, { onError: (error) => notify.error('The conversation was not closed', error.message) })}>
          <PhoneOff aria-hidden />
          End the conversation
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
