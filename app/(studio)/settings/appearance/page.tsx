import { AppearancePage } from '@/components/settings/appearance-page';

/** How Parley looks. */
export default function Appearance() {
  return <AppearancePage />;
}
