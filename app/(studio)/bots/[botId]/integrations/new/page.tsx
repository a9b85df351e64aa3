import { NewIntegrationPage } from '@/components/studio/designer/new-integration-page';

/** The designer of an integration that is only beginning. */
export default function NewIntegration() {
  return <NewIntegrationPage />;
}
