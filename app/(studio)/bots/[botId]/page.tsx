import { redirect } from 'next/navigation';

/** A bot's bare address leads to its dialogs. */
export default async function BotStart({ params }: { params: Promise<{ botId: string }> }) {
  const { botId } = await params;
  redirect(`/bots/${encodeURIComponent(botId)}/dialogs`);
}
