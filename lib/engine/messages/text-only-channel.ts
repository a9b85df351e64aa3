/** Channels without buttons, where choices are lists. Source: conversation-builder reference, sections 5.4 and 6.1. */
const TEXT_ONLY_CHANNELS: ReadonlySet<string> = new Set(['lp_sms', 'twilio_sms', 'lp_whatsapp', 'lp_abc']);

/** Whether a channel, named as `getUserChannel` names it, shows a message's plain text instead of its parts. */
export function isTextOnlyChannel(channel: string): boolean {
  return TEXT_ONLY_CHANNELS.has(channel);
}
