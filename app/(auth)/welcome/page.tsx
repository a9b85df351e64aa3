import { WelcomePage } from '@/components/auth/welcome-page';

/** The first start. */
export default function Welcome() {
  return <WelcomePage />;
}
