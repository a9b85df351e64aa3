import { importCurl, type CurlImport } from '@/lib/modules/integration/import-curl.rules';
import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';

/** What the last import left to be done: notes, and a credential that was found and isn't kept anywhere yet. */
export type CurlNotice = { notes: readonly string[]; credential: CredentialSettings | null };

/** Whether pasted text is meant as a cURL command rather than as an address. */
export function isCurlText(text: string): boolean {
  return /^\s*(?:[$%#>]\s*)?(?:sudo\s+)?(?:[\w./\\:-]*[/\\])?curl(?:\.exe)?\s/i.test(text);
}

/** Reads pasted text; null where it isn't meant as a cURL command. */
export function readPastedCurl(text: string): CurlImport | null {
  return isCurlText(text) ? importCurl(text) : null;
}
