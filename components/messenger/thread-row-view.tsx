'use client';

import { CircleCheck, CircleX, UserRound, UserRoundX, type LucideIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';

import { dayText } from '@/components/messenger/day-text';
import type { ShownMessage } from '@/components/messenger/group-messages';
import { MessageGroupView } from '@/components/messenger/message-group';
import { ThreadLine } from '@/components/messenger/thread-line';
import type { ThreadRow } from '@/components/messenger/thread-rows';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';
import type { MessengerWords } from '@/components/messenger/words/messenger-words';
import type { Notice } from '@/lib/modules/messenger/messenger.schema';

/** Properties of `ThreadRowView`. */
export type ThreadRowViewProps<Shown extends ShownMessage> = {
  row: ThreadRow<Shown>;
  botName: string;
  /** What the channel says once a page has posted; empty: the messenger's own words. */
  webViewDone: string;
  /** Messages behind this number are not answered yet. */
  openAfterSeq: number;
  renderAbove: ((message: Shown) => ReactNode) | undefined;
  renderBelow: ((message: Shown) => ReactNode) | undefined;
};

function PlainRow<Shown extends ShownMessage>({ row, botName, webViewDone, openAfterSeq, renderAbove, renderBelow }: ThreadRowViewProps<Shown>) {
  const { words, language } = useMessengerLocale();
  switch (row.kind) {
    case 'group':
      return <MessageGroupView group={row.group} botName={botName} openAfterSeq={openAfterSeq} renderAbove={renderAbove} renderBelow={renderBelow} />;
    case 'day':
      return (
        <li>
          <ThreadLine>
            <time dateTime={row.at}>{dayText(new Date(row.at), new Date(), { words, language })}</time>
          </ThreadLine>
        </li>
      );
    case 'unread':
      return (
        <li data-unread-divider>
          <ThreadLine isAccented>{words.newMessages}</ThreadLine>
        </li>
      );
    case 'notice': {
      const { Icon, textIn } = noticeLooks[row.notice.kind];
      return (
        <li>
          <ThreadLine>
            <Icon aria-hidden className="size-3.5 shrink-0" />
            <span dir="auto">{row.notice.kind === 'web-view-posted' && webViewDone ? webViewDone : textIn(words)}</span>
          </ThreadLine>
        </li>
      );
    }
  }
}

/** A line of the thread; drawn anew only when something of it changed, so that long threads stay quick. */
export const ThreadRowView = memo(PlainRow, isSameRow) as typeof PlainRow;

function isSameRow<Shown extends ShownMessage>(before: ThreadRowViewProps<Shown>, after: ThreadRowViewProps<Shown>): boolean {
  return (
    before.botName === after.botName &&
    before.webViewDone === after.webViewDone &&
    before.openAfterSeq === after.openAfterSeq &&
    before.renderAbove === after.renderAbove &&
    before.renderBelow === after.renderBelow &&
    hasSameContent(before.row, after.row)
  );
}

function hasSameContent(before: ThreadRow, after: ThreadRow): boolean {
  if (before.kind !== 'group' || after.kind !== 'group') return before.kind === after.kind && before.key === after.key;
  const messages = after.group.messages;
  return before.group.messages.length === messages.length && before.group.messages.every((message, index) => message === messages[index]);
}

const noticeLooks: Record<Notice['kind'], { Icon: LucideIcon; textIn: (words: MessengerWords) => string }> = {
  'web-view-posted': { Icon: CircleCheck, textIn: (words) => words.webViewDone },
  'handed-over': { Icon: UserRound, textIn: (words) => words.handedOver },
  returned: { Icon: UserRoundX, textIn: (words) => words.returned },
  closed: { Icon: CircleX, textIn: (words) => words.conversationEnded },
};
