import type { z } from 'zod';

import type { ConflictRow } from '@/components/ui/conflict-dialog';
import type { StoredWebViewSettings, WebViewSettings, webViewSettingsSchema } from '@/lib/modules/web-view/web-view-settings.schema';

/** What the form holds: what a switch hides is kept, so that nothing is lost by trying it. */
export type SettingsValues = Pick<WebViewSettings, 'mode' | 'pageUrl' | 'tokenLifeMinutes' | 'isTokenSingleUse' | 'postsPerMinute'> & {
  isVariableLimited: boolean;
  variables: NonNullable<WebViewSettings['variables']>;
  /** One a line. */
  origins: string;
  isMessageLimited: boolean;
  messageWithinHours: number;
};

const DEFAULT_HOURS = 24;

/** Settings as the form shows them. */
export function toSettingsValues({ settings }: StoredWebViewSettings): SettingsValues {
  const { mode, pageUrl, tokenLifeMinutes, isTokenSingleUse, postsPerMinute, variables, allowedOrigins, messageWithinHours } = settings;
  return {
    mode,
    pageUrl,
    tokenLifeMinutes,
    isTokenSingleUse,
    postsPerMinute,
    isVariableLimited: variables !== null,
    variables: variables ?? [],
    origins: allowedOrigins.join('\n'),
    isMessageLimited: messageWithinHours !== null,
    messageWithinHours: messageWithinHours ?? DEFAULT_HOURS,
  };
}

/** What the form sends. */
export function toSettingsInput({ isVariableLimited, variables, origins, isMessageLimited, messageWithinHours, ...rest }: SettingsValues): z.input<typeof webViewSettingsSchema> {
  return {
    ...rest,
    variables: isVariableLimited ? variables : null,
    allowedOrigins: toLines(origins),
    messageWithinHours: isMessageLimited ? messageWithinHours : null,
  };
}

/** Lines that say something. */
export function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Both versions line by line. */
export function toSettingsConflict(mine: SettingsValues, theirs: StoredWebViewSettings): ConflictRow[] {
  const [own, other] = [describe(mine), describe(toSettingsValues(theirs))];
  return own.map(([label, text], index) => ({ label, mine: text, theirs: other[index]?.[1] ?? null }));
}

function describe(values: SettingsValues): [label: string, text: string][] {
  return [
    ['Mode', values.mode === 'signed' ? 'Signed links' : 'Compatible'],
    ['Page', values.pageUrl],
    ['Links are good for', `${values.tokenLifeMinutes} min`],
    ['Each link takes', values.isTokenSingleUse ? 'one post' : 'any number of posts'],
    ['Variables', values.isVariableLimited ? values.variables.map(({ name, type }) => `${name}: ${type}`).join('\n') : 'any'],
    ['Allowed origins', values.origins === '' ? 'any' : values.origins],
    ['Posts per minute', String(values.postsPerMinute)],
    ['Messages count for', values.isMessageLimited ? `${values.messageWithinHours} h` : 'always'],
  ];
}
