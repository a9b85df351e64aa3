import type { ShownMessage } from '@/components/messenger/group-messages';

/** A made-up conversation that shows bubbles of both sides, a card and quick replies in a channel's colours. */
export function buildPreviewConversation(now: Date): ShownMessage[] {
  const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000).toISOString();
  const rest = { delayMs: 0, inReplyTo: null };
  const bot = { kind: 'bot', id: 'preview' } as const;
  return [
    { ...rest, id: 'p1', seq: 1, actor: bot, parts: [{ kind: 'text', html: 'Hello! I can help you with <b>accounts</b> and <b>cards</b>.' }], plainText: 'Hello! I can help you with accounts and cards.', createdAt: at(3) },
    { ...rest, id: 'p2', seq: 2, actor: { kind: 'consumer', id: 'preview' }, parts: [{ kind: 'text', html: 'Which cards do you have?' }], plainText: 'Which cards do you have?', createdAt: at(2) },
    {
      ...rest,
      id: 'p3',
      seq: 3,
      actor: bot,
      parts: [
        { kind: 'text', html: 'This one has no fee in its first year:' },
        { kind: 'carousel', layout: 'horizontal', cards: [{ title: 'Gold card', subtitle: 'Travel insurance included', buttons: [{ kind: 'postback', id: 'order', label: 'Order it', payload: 'order' }] }] },
        {
          kind: 'quick-replies',
          choices: [
            { id: 'compare', label: 'Compare cards', payload: 'compare' },
            { id: 'person', label: 'Talk to a person', payload: 'person' },
          ],
        },
      ],
      plainText: 'This one has no fee in its first year: Gold card',
      createdAt: at(1),
    },
  ];
}
