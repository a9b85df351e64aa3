/** The address of a conversation of a bot, with the turn that is looked at. */
export function toConversationHref(botId: string, { conversationId, turn }: { conversationId: string; turn?: number }): string {
  return `/bots/${encodeURIComponent(botId)}/conversations/${encodeURIComponent(conversationId)}${turn === undefined ? '' : `?turn=${turn}`}`;
}
