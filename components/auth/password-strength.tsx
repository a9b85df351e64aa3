import { CircleCheck, CircleDashed } from 'lucide-react';

import { findPasswordWeakness, PASSWORD_LENGTH_MIN } from '@/lib/modules/workspace/password.rules';

/** Says while one types what a password still lacks. */
export function PasswordStrength({ password, email }: { password: string; email: string }) {
  const weakness = findPasswordWeakness(password, email);
  if (password === '') return `At least ${PASSWORD_LENGTH_MIN} characters. A few words in a row are easy to remember and hard to guess.`;
  const Sign = weakness === null ? CircleCheck : CircleDashed;
  return (
    <span className={weakness === null ? 'inline-flex items-center gap-1 text-good' : 'inline-flex items-center gap-1'}>
      <Sign aria-hidden className="size-3 shrink-0" />
      {weakness ?? 'Strong enough.'}
    </span>
  );
}
