import { ConversationPage } from '@/components/studio/conversations/conversation-page';

/** One conversation of the bot, to read. */
export default async function Conversation({ params }: { params: Promise<{ conversationId: string }> }) {
  const { conversationId } = await params;
  return <ConversationPage conversationId={conversationId} />;
}
