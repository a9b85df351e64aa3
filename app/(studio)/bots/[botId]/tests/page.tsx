import { TestsPage } from '@/components/studio/preview/tests/tests-page';

/** A bot's tests. */
export default function Tests() {
  return <TestsPage />;
}
