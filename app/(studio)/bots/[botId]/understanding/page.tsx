import { UnderstandingPage } from '@/components/studio/understanding/understanding-page';

/** A bot's intents and entities. */
export default function Understanding() {
  return <UnderstandingPage />;
}
