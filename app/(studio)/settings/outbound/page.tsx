import { OutboundPage } from '@/components/settings/outbound-page';

/** Which private addresses integrations may reach. */
export default function Outbound() {
  return <OutboundPage />;
}
