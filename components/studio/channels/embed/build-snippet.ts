/** Where a site finds a messenger. */
type SnippetPlace = { origin: string; channelId: string };

/** The line of HTML that shows a messenger on a site. */
export function buildSnippet({ origin, channelId }: SnippetPlace): string {
  return `<script async src="${origin}/messenger.js" data-channel="${channelId}"></script>`;
}

/** What a site's Content-Security-Policy must allow for it. Source: Content Security Policy Level 3, sections 6.1.5 and 6.1.11. */
export function buildPolicy(origin: string): string {
  return `script-src ${origin}; frame-src ${origin};`;
}

/** How a page tells who its visitor is. */
export const IDENTIFY_CODE = `<script>
  // Kept until the messenger is there, wherever this stands in the page.
  window.parley = window.parley || function () { (parley.q = parley.q || []).push(arguments); };
  // An address of your server that answers with the signed identity of whoever is signed in.
  parley('identify', () => fetch('/parley-identity').then((response) => response.text()));
</script>
`;
