import { IntegrationsPage } from '@/components/studio/integrations/integrations-page';

/** A bot's integrations. */
export default function Integrations() {
  return <IntegrationsPage />;
}
