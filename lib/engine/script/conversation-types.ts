import { CONSOLE_TYPES, declareFunctions } from './declare-functions';
import type { GlobalFunction } from './list-global-functions';
import { SCRIPT_FUNCTIONS } from './script-functions';

/** What the editor of a code panel knows about the bot. All lists may be empty. */
export interface ConversationTypesInput {
  /** Bot variables and slots by name. */
  variableNames: readonly string[];
  /** Response data variables: `X` of `api_X`. */
  responseVariables: readonly string[];
  /** Custom data fields as `X.key`. */
  fieldNames: readonly string[];
  environmentKeys: readonly string[];
  /** For `setTriggerNextMessage`. */
  interactionNames: readonly string[];
  globalFunctions: readonly GlobalFunction[];
}

/** Functions whose parameters complete the bot's own names. */
const SPECIAL_NAMES = new Set(['getBotVariable', 'setBotVariable', 'getEnvVariable', 'setTriggerNextMessage']);

/**
 * Declarations for the editor of code panels and Global Functions: every `botContext` function, the bot's names for
 * completion (any other text is allowed too), and the functions of Global Functions.
 */
export function buildConversationTypes(input: ConversationTypesInput): string {
  const functions = [...SCRIPT_FUNCTIONS.everywhere, ...SCRIPT_FUNCTIONS.conversation].filter(({ name }) => !SPECIAL_NAMES.has(name));
  return `${declareNames(input)}
${PARTS}
interface BotContext {
${SPECIAL_MEMBERS}
${declareFunctions(functions)}
}

/** Everything a script can do with the conversation. */
declare const botContext: BotContext;

${CONSOLE_TYPES}
${input.globalFunctions.map(declareGlobalFunction).join('\n')}
`;
}

function declareNames({ variableNames, responseVariables, fieldNames, environmentKeys, interactionNames }: ConversationTypesInput): string {
  return `type ResponseName = ${toUnion(responseVariables.map((name) => `api_${name}`))};
type StatusName = ${toUnion(responseVariables.map((name) => `api_${name}Status`))};
type CountName = ${toUnion(fieldNames.map((name) => `${name}.count`))};
type VariableName = ${toUnion([...variableNames, ...fieldNames])};
type EnvironmentKey = ${toUnion(environmentKeys)};
type InteractionName = ${toUnion([...interactionNames, 'platform.default'])};
/** Any text; the bot's own names are completed. */
type OtherText = string & {};`;
}

function toUnion(names: readonly string[]): string {
  return [...new Set(names)].map((name) => JSON.stringify(name)).join(' | ') || 'never';
}

function declareGlobalFunction({ name, parameterNames }: GlobalFunction): string {
  return `/** From Global Functions. */\ndeclare function ${name}(${parameterNames.map((parameter) => `${parameter}?: any`).join(', ')}): any;`;
}

const SPECIAL_MEMBERS = `  /** The latest response of this integration: JSON.parse(….jsonData).api_X is the document. Null when there is none. */
  getBotVariable(name: ResponseName): { jsonData: string } | null;
  /** HTTP status of the integration's latest call; null when there was no answer. */
  getBotVariable(name: StatusName): number | null;
  /** How many values the field has, as text. */
  getBotVariable(name: CountName): string | null;
  /** Value of a bot variable, slot or field; null when unset. */
  getBotVariable(name: VariableName | OtherText): any;
  /** Replaces the response: fields in the answers that follow read the new document. */
  setBotVariable(name: ResponseName, value: { jsonData: string }, persistForSession?: boolean, persistForever?: boolean): void;
  /**
   * Stores a bot variable. It lives until the bot’s answer, or for the session (third argument true),
   * or for 180 days (fourth argument true).
   */
  setBotVariable(name: VariableName | OtherText, value: any, persistForSession?: boolean, persistForever?: boolean): void;
  /** Value from the bot’s environment; null when there is none of that name. */
  getEnvVariable(name: EnvironmentKey | OtherText): string | null;
  /** The interaction to go to next, by name; it may be in another dialog. Wins over rules and next action. “platform.default” treats the message as unmatched. */
  setTriggerNextMessage(interactionName: InteractionName | OtherText): void;`;

const PARTS = `
interface NamedEntity {
  /** What the consumer said. */
  getPhrase(): string;
  /** What stands after ~ in the entity’s list of values. */
  getDataValue(): string;
}
interface PersonalInfo {
  firstname?: string;
  lastname?: string;
  age?: { age: number; year: number; month: number; day: number };
  contacts?: { email?: string; phone?: string }[];
  gender?: string;
  language?: string;
  company?: string;
}
interface CustomerInfo {
  companyBranch?: string;
  ctype?: string;
  customerId?: string;
  balance?: string;
  currency?: string;
  socialId?: string;
  imei?: string;
  userName?: string;
  companySize?: number;
  accountName?: string;
  role?: string;
  lastPaymentDate?: { day: number; month: number; year: number };
  registrationDate?: { day: number; month: number; year: number };
  storeNumber?: string;
  storeZipCode?: string;
}
`;
