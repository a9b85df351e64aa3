import { IntegrationPage } from '@/components/studio/designer/integration-page';

/** The designer of one integration. */
export default async function Integration({ params }: { params: Promise<{ integrationId: string }> }) {
  const { integrationId } = await params;
  return <IntegrationPage key={integrationId} integrationId={integrationId} />;
}
