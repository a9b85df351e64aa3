/** System variables with their meaning; written `{$name}`. Source: conversation-builder reference, section 8.2. */
export const SYSTEM_VARIABLES = {
  chatBotId: 'Id of the bot',
  chatBotUserId: 'Id of the consumer',
  chatBotUserPlatformId: 'Id of the bot’s user agent',
  conversationId: 'Id of the conversation',
  firstname: 'First name of the bot’s user agent',
  quickReplyPayload: 'Payload of the quick reply that was tapped',
  userMessage: 'The consumer’s current message',
  webViewUrl: 'Address of the page of the Web View settings, with what it needs to write back',
  query: 'The same as {$userMessage}',
} as const;

/** Name of a system variable, without `$`. */
export type SystemVariableName = keyof typeof SYSTEM_VARIABLES;

/** Whether `name`, without `$`, is a system variable. Names are case-sensitive. */
export function isSystemVariableName(name: string): name is SystemVariableName {
  return Object.hasOwn(SYSTEM_VARIABLES, name);
}
