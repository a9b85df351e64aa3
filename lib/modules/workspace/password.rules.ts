/** Shortest password accepted, in characters. */
export const PASSWORD_LENGTH_MIN = 10;

const COMMON = ['password', 'passwort', 'qwertz', 'qwerty', 'letmein', 'welcome', 'iloveyou', 'administrator', 'abcdefg', '1234567', '0123456', '9876543'];

/**
 * Why a password is too weak; null when it is strong enough.
 * Length counts most (NIST SP 800-63B, section 5.1.1.2); beyond it only what a guesser tries first is refused.
 */
export function findPasswordWeakness(password: string, email: string): string | null {
  if (password.length < PASSWORD_LENGTH_MIN) return `Use at least ${PASSWORD_LENGTH_MIN} characters.`;
  if (password.length > 200) return 'Use at most 200 characters.';
  const folded = password.toLowerCase();
  if (new Set(folded).size < 5) return 'Use at least five different characters.';
  if (COMMON.some((word) => folded.includes(word) && folded.length - word.length < 6)) return 'This is one of the first passwords that a guesser tries. Use another one.';
  const name = email.split('@')[0]?.toLowerCase() ?? '';
  if (name.length >= 4 && folded.includes(name) && folded.length - name.length < 6) return 'Do not build it from your email address.';
  return null;
}
