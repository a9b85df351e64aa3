import { WorkspacePage } from '@/components/settings/workspace-page';

/** The workspace's settings. */
export default function Settings() {
  return <WorkspacePage />;
}
