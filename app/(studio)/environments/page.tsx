import { EnvironmentsPage } from '@/components/studio/environments/environments-page';

/** All environments. */
export default function Environments() {
  return <EnvironmentsPage />;
}
