import { createMessenger } from './create-messenger';
import { createParleyApi } from './parley-api';
import { readOptions } from './read-options';
import { warn } from './warn';

/** What the one-line stub leaves behind: calls made before this script was there. */
type Stub = (() => unknown) & { q?: ArrayLike<unknown>[]; getState?: unknown };

/** The script of sites that embed the messenger; built to public/messenger.js. Nothing that goes wrong here disturbs the site. */
function load(): void {
  const script = findScript();
  if (!script) return warn('The script tag of messenger.js could not be found; it needs the attribute data-channel.');
  const options = readOptions({ src: script.src, data: { ...script.dataset }, pageLanguage: document.documentElement.lang });
  if (!options) return warn('The script tag of messenger.js lacks the attribute data-channel.');
  // Anything may lie there: an element with this id, or the site's own variable.
  const earlier = (window as { parley?: Stub | object }).parley;
  const stub = typeof earlier === 'function' ? (earlier as Stub) : null;
  if (typeof stub?.getState === 'function') return warn('The messenger is in this page already; the second script is passed over.');
  const parley = createParleyApi(createMessenger(options));
  window.parley = parley;
  // Each call checks its own arguments.
  for (const call of Array.from(stub?.q ?? [])) (parley as (...given: unknown[]) => unknown)(...Array.from(call));
}

/** This script's own tag; also where a tag manager or a bundler runs it without one. */
function findScript(): HTMLScriptElement | null {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.dataset.channel !== undefined) return current;
  return document.querySelector<HTMLScriptElement>('script[data-channel][src*="messenger.js"]');
}

try {
  load();
} catch (error) {
  console.error('Parley: the messenger could not be loaded.', error);
}
