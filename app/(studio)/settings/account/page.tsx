import { AccountPage } from '@/components/settings/account-page';

/** The signed-in person. */
export default function Account() {
  return <AccountPage />;
}
