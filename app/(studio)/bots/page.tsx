import { BotsPage } from '@/components/studio/bots/bots-page';

/** All bots. */
export default function Bots() {
  return <BotsPage />;
}
