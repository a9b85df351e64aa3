'use client';

import { useState, type FormEvent } from 'react';

import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';
import { ApiProblem } from '@/lib/client/call-api';
import { signIn } from '@/lib/client/sign-in';

/** Properties of `SignInForm`. */
export type SignInFormProps = {
  /** Who signs in, where that is known; it can't be changed then. */
  email?: string;
  onSignedIn: () => void;
};

type Failure = { what: string; why: string };

/** Email and password. A refused try keeps what was typed. */
export function SignInForm({ email: knownEmail, onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(knownEmail ?? '');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const emailError = isTried && !/.@./.test(email) ? 'Enter your email address.' : null;
  const passwordError = isTried && password === '' ? 'Enter your password.' : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    setIsTried(true);
    if (isBusy || !/.@./.test(email) || password === '') return;
    setIsBusy(true);
    const found = await findFailure(email, password);
    setFailure(found);
    setIsBusy(false);
    if (!found) onSignedIn();
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <Field label="Email" error={emailError}>
        <Input
          type="email"
          name="email"
          autoComplete="username"
          autoFocus={!knownEmail}
          readOnly={knownEmail !== undefined}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password" error={passwordError}>
        <SecretInput
          noun="password"
          name="password"
          autoComplete="current-password"
          autoFocus={knownEmail !== undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      {failure ? <Callout tone="bad" isAnnounced what={failure.what} why={failure.why} /> : null}
      <Button type="submit" variant="primary" isBusy={isBusy} className="mt-1">
        Sign in
      </Button>
    </form>
  );
}

async function findFailure(email: string, password: string): Promise<Failure | null> {
  try {
    const outcome = await signIn(email.trim(), password);
    if (outcome.kind === 'signed-in') return null;
    if (outcome.kind === 'too-many-tries') {
      return { what: 'Too many tries', why: `To keep guessers out, sign-in rests for a moment. Wait ${outcome.retryAfterS} s, then try again.` };
    }
    return { what: 'Email or password is wrong', why: 'Check both, also capitals, and try again.' };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { what: 'You are not signed in', why: error.message };
  }
}
