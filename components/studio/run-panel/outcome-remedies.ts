import type { RunOutcome } from '@/lib/modules/integration-run/run-record.schema';

/** The tabs of the panel. */
export type RunTab = 'response' | 'transformed' | 'fields' | 'console' | 'timeline' | 'request' | 'runs';

/** A button that leads to where an outcome can be mended or understood. */
export type Remedy =
  | { kind: 'place'; label: string; place: string }
  | { kind: 'tab'; label: string; tab: RunTab }
  | { kind: 'link'; label: string; href: string };

/** Where to go after an outcome, the most likely first. */
export function findRemedies(outcome: RunOutcome, credentialId: string | null): Remedy[] {
  switch (outcome.kind) {
    case 'http-failure':
      return [tab('Read the response', 'response'), place('What counts as success', 'success.kind')];
    case 'timeout':
      return [tab('Open the timeline', 'timeline'), place('Change the timeout', 'timeoutMs')];
    case 'connection-failed':
    case 'too-many-redirects':
      return [place('Go to the URL', 'url'), ...(outcome.kind === 'too-many-redirects' ? [tab('Open the timeline', 'timeline')] : [])];
    case 'blocked-address':
      return [{ kind: 'link', label: 'Open the allow-list', href: '/settings/outbound' }, place('Go to the URL', 'url')];
    case 'response-too-large':
      return [place('Change the limit', 'responseBytesMax')];
    case 'invalid-response':
      return [tab('Read the response', 'response')];
    case 'script-failed':
    case 'script-limit':
      return [place('Go to the script', 'transformScript'), tab('Open the console', 'console')];
    case 'invalid-request':
      return [place('Go to the field', outcome.field)];
    case 'credential-failed':
      return [{ kind: 'link', label: 'Open the credential', href: credentialId === null ? '/credentials' : `/credentials/${encodeURIComponent(credentialId)}` }];
    case 'success':
    case 'cancelled':
      return [];
  }
}

function tab(label: string, name: RunTab): Remedy {
  return { kind: 'tab', label, tab: name };
}

function place(label: string, name: string): Remedy {
  return { kind: 'place', label, place: name };
}
