import { EnvironmentPage } from '@/components/studio/environments/environment-page';

/** One environment. */
export default async function Environment({ params }: { params: Promise<{ environmentId: string }> }) {
  const { environmentId } = await params;
  return <EnvironmentPage environmentId={environmentId} />;
}
