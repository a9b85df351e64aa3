import { CONSOLE_TYPES, declareFunctions } from './declare-functions';
import { SCRIPT_FUNCTIONS } from './script-functions';

interface BotContextTypesInput {
  /** Response data variable name: `X` of `api_X`. */
  responseVariable: string;
  /** TypeScript type of the last response document, for example `{ items: { id: number }[] }`; `any` when unknown. */
  responseTypeText: string;
}

/**
 * Declarations for the script editor: `botContext` as a transform result script sees it, `console`, and the shape of the
 * last response, which survives `JSON.parse(botContext.getBotVariable("api_X").jsonData)`.
 * Source: conversation-builder reference, sections 1.4, 1.5, 5.2, 5.3.
 */
export function buildBotContextTypes({ responseVariable, responseTypeText }: BotContextTypesInput): string {
  const response = `api_${responseVariable}`;
  return `/** The last response of this integration. */
type ResponseDocument = ${responseTypeText};

/** JSON text of which the editor knows what it holds. */
type JsonOf<T> = string & { readonly __holds?: T };

interface JSON {
  /** Parses the response; the result has the shape of the last recorded response. */
  parse<T>(text: JsonOf<T>): T;
}

/** The response as bot variables hold it: JSON text with the single key ${response}. */
interface ResponseVariable {
  get jsonData(): JsonOf<{ ${response}: ResponseDocument }>;
  set jsonData(text: string);
}

interface BotContext {
  /** The response of this call: JSON.parse(….jsonData).${response} is the document. Null when there was none. */
  getBotVariable(name: '${response}'): ResponseVariable | null;
  /** HTTP status of this call. */
  getBotVariable(name: '${response}Status'): number;
  /** Value of a bot variable, of a field ("Name.key") or its count ("Name.key.count"); null when unset. */
  getBotVariable(name: string): any;
  /** Replaces the response: custom data fields then read the new document. */
  setBotVariable(name: '${response}', value: { jsonData: string }, persistForSession?: boolean, persistForever?: boolean): void;
  /**
   * Stores a bot variable. It lives until the bot's answer, or for the session (third argument true),
   * or for 180 days (fourth argument true).
   */
  setBotVariable(name: string, value: any, persistForSession?: boolean, persistForever?: boolean): void;
${declareFunctions(SCRIPT_FUNCTIONS.everywhere.filter(({ name }) => name !== 'getBotVariable' && name !== 'setBotVariable'))}
}

/** Everything a script can do with the conversation. */
declare const botContext: BotContext;

${CONSOLE_TYPES}`;
}
