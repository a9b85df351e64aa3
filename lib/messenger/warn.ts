/** Tells the site's developer; nobody else sees it. */
export function warn(text: string): void {
  console.warn(`Parley: ${text}`);
}

/** Why a call failed; `code` is stable. */
export class LoaderError extends Error {
  override readonly name = 'ParleyError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
