/**
 * The forms in which secrets may show in a URL, header, body or trace: as they are, percent-encoded, form-encoded and
 * escaped in JSON. Longest first, so that masking one form leaves no rest of a longer one. Empty secrets give none.
 */
export function toSecretForms(...secrets: string[]): string[] {
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
  ]);
  return [...new Set(forms)].filter((form) => form !== '').sort((a, b) => b.length - a.length);
}
