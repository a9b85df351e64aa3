import { ReleasesPage } from '@/components/studio/releases/releases-page';

/** A bot's releases. */
export default function Releases() {
  return <ReleasesPage />;
}
