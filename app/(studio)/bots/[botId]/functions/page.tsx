import { FunctionsPage } from '@/components/studio/functions/functions-page';

/** A bot's Global Functions. */
export default function Functions() {
  return <FunctionsPage />;
}
