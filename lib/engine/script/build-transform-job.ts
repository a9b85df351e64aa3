import type { JsonValue } from '@/lib/engine/json';
import { DEFAULT_SCRIPT_LIMITS, type ScriptJob, type ScriptLimits } from './script-job';
import { TRANSFORM_PRELUDE } from './transform-prelude';

/** What a transform result script can see besides the response: a snapshot, so nothing it changes reaches the conversation. */
export interface TransformSnapshot {
  /** Bot variables by name, those of earlier integrations included (`api_Y`, `api_YStatus`). */
  bot: Record<string, JsonValue>;
  /** Values of the bot's environment, secret ones included: scripts may read them. */
  environment: Record<string, string>;
  /** Custom data fields of earlier calls: every captured value by `X.key`. */
  fields: Record<string, JsonValue[]>;
  webView: Record<string, JsonValue>;
  /** Facts about the conversation; empty texts where there is none. */
  system: {
    conversationId: string;
    userMessage: string;
    chatBotId: string;
    accountId: string;
    userPlatformId: string;
    quickReplyPayload: string;
    fileCaption: string;
    fileType: string;
  };
}

export interface TransformInput {
  /** Response data variable name: `X` of `api_X`. */
  responseVariable: string;
  /** The designer's script. */
  script: string;
  /** The response document as valid JSON text; null when there is none, then `api_X` is null. */
  documentText: string | null;
  /** HTTP status, null when there was no answer. */
  status: number | null;
  isSuccessful: boolean;
  snapshot?: Partial<Omit<TransformSnapshot, 'system'>> & { system?: Partial<TransformSnapshot['system']> };
  limits?: Partial<ScriptLimits>;
  /** See `ScriptJob.owner`. */
  owner?: string;
}

/** File name of transform result scripts in stack traces. */
export const TRANSFORM_FILE_NAME = 'transform-result.js';

/**
 * Assembles the sandbox job of a transform result script. The document's text is passed on as it came, wrapped as
 * `{"api_X":…}` without being parsed. Source: conversation-builder reference, sections 1.4 and 1.5.
 */
export function buildTransformJob(input: TransformInput): ScriptJob {
  const { responseVariable, documentText, status, isSuccessful, snapshot = {} } = input;
  const facts = JSON.stringify({
    responseVariable,
    status,
    isSuccessful,
    bot: snapshot.bot ?? {},
    environment: snapshot.environment ?? {},
    fields: snapshot.fields ?? {},
    webView: snapshot.webView ?? {},
    system: { ...EMPTY_SYSTEM, ...snapshot.system },
  });
  const jsonData = documentText === null ? '' : `${toDocumentPrefix(responseVariable)}${documentText}}`;
  return {
    prelude: TRANSFORM_PRELUDE,
    source: input.script,
    fileName: TRANSFORM_FILE_NAME,
    input: `${facts}\n${jsonData}`,
    limits: { ...DEFAULT_SCRIPT_LIMITS, ...input.limits },
    ...(input.owner === undefined ? {} : { owner: input.owner }),
  };
}

const EMPTY_SYSTEM: TransformSnapshot['system'] = {
  conversationId: '',
  userMessage: '',
  chatBotId: '',
  accountId: '',
  userPlatformId: '',
  quickReplyPayload: '',
  fileCaption: '',
  fileType: '',
};

/** How `jsonData` begins; after it come the document and a closing brace. */
export function toDocumentPrefix(responseVariable: string): string {
  return `{"api_${responseVariable}":`;
}
