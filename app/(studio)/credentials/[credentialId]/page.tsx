import { CredentialPage } from '@/components/studio/credentials/credential-page';

/** One credential. */
export default async function Credential({ params }: { params: Promise<{ credentialId: string }> }) {
  const { credentialId } = await params;
  return <CredentialPage credentialId={credentialId} />;
}
