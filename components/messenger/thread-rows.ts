import { beginGroup, isOfGroup, type MessageGroup, type ShownMessage } from '@/components/messenger/group-messages';
import type { Notice } from '@/lib/modules/messenger/messenger.schema';

/** What stands between the messages. */
export type ThreadExtras = {
  /** In order. */
  notices: readonly Notice[];
  /** The divider of new messages stands behind this number; null: no divider. */
  unreadAfterSeq: number | null;
};

/** One line of a thread. */
export type ThreadRow<Shown extends ShownMessage = ShownMessage> =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'notice'; key: string; notice: Notice }
  | { kind: 'group'; key: string; group: MessageGroup<Shown> };

/**
 * The lines of a thread: messages grouped by sender, parted by days, notices and the divider of what is new.
 * @param messages in order
 * @param today any moment of the day that needs no separator before the first message
 */
export function buildThreadRows<Shown extends ShownMessage>(messages: readonly Shown[], { notices, unreadAfterSeq }: ThreadExtras, today: Date): ThreadRow<Shown>[] {
  const rows: ThreadRow<Shown>[] = [];
  let day = toDay(today);
  let noticeIndex = 0;
  let isUnreadShown = unreadAfterSeq === null;
  const addNoticesBefore = (seq: number) => {
    for (let notice = notices[noticeIndex]; notice && notice.afterSeq < seq; notice = notices[noticeIndex]) {
      rows.push({ kind: 'notice', key: toNoticeKey(notice), notice });
      noticeIndex += 1;
    }
  };
  for (const message of messages) {
    addNoticesBefore(message.seq);
    const messageDay = toDay(new Date(message.createdAt));
    if (messageDay !== day) rows.push({ kind: 'day', key: `day:${message.id}`, at: message.createdAt });
    day = messageDay;
    if (!isUnreadShown && unreadAfterSeq !== null && message.seq > unreadAfterSeq) {
      rows.push({ kind: 'unread', key: 'unread' });
      isUnreadShown = true;
    }
    const last = rows.at(-1);
    if (last?.kind === 'group' && isOfGroup(last.group, message)) last.group.messages.push(message);
    else rows.push({ kind: 'group', key: message.id, group: beginGroup(message) });
  }
  addNoticesBefore(Number.POSITIVE_INFINITY);
  return rows;
}

/** The same notice may come by several ways; its key is the same. */
export function toNoticeKey({ kind, turnNumber }: Pick<Notice, 'kind' | 'turnNumber'>): string {
  return `${kind}:${turnNumber}`;
}

function toDay(at: Date): string {
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
}
