import { CredentialsPage } from '@/components/studio/credentials/credentials-page';

/** All credentials. */
export default function Credentials() {
  return <CredentialsPage />;
}
