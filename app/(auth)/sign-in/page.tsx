import { SignInPage } from '@/components/auth/sign-in-page';

/** Sign in; `?next=` is where to go on. */
export default async function SignIn({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  return <SignInPage next={typeof next === 'string' ? next : null} />;
}
