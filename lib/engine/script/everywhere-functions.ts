import type { ScriptFunction } from './script-function';

/** Functions that work in every script, transform result scripts included. */
export const EVERYWHERE_FUNCTIONS: readonly ScriptFunction[] = [
  { name: 'getBotVariable', parameters: 'name: string', returns: 'any', state: 'works', doc: 'Value of a bot variable, of a field ("Name.key") or its count ("Name.key.count"), of a response ("api_Name") or its status ("api_NameStatus"); null when unset.' },
  { name: 'setBotVariable', parameters: 'name: string, value: any, persistForSession?: boolean, persistForever?: boolean', returns: 'void', state: 'works', doc: 'Stores a bot variable. It lives until the bot’s answer, or for the session (third argument true), or for 180 days (fourth argument true).' },
  { name: 'getCurrentUserMessage', parameters: '', returns: 'string', state: 'works', doc: 'The consumer’s latest message, typed or tapped.' },
  { name: 'getEnvVariable', parameters: 'name: string', returns: 'string | null', state: 'works', doc: 'Value from the bot’s environment; null when there is none of that name.' },
  { name: 'getChatBotId', parameters: '', returns: 'string', state: 'works', doc: 'Id of the bot.' },
  { name: 'getConversationId', parameters: '', returns: 'string', state: 'works', doc: 'Id of the conversation.' },
  { name: 'getLPAccountId', parameters: '', returns: 'string', state: 'works', doc: 'Id of the account.' },
  { name: 'isApiExecutionSuccessful', parameters: '', returns: 'boolean', state: 'works', doc: 'Whether the latest integration call was a success.' },
  { name: 'getApiStatusCode', parameters: '', returns: 'string', state: 'works', doc: 'HTTP status of the latest integration call as text, for example "200"; empty when there was no answer.' },
  { name: 'getWebViewVariable', parameters: 'name: string', returns: 'any', state: 'works', doc: 'A value written by a web view; null when there is none of that name.' },
  { name: 'getWebViewVariables', parameters: '', returns: 'Record<string, any>', state: 'works', doc: 'All values written by web views.' },
  { name: 'getQuickReplyPayload', parameters: '', returns: 'string', state: 'works', doc: 'Payload of the quick reply that the consumer chose.' },
  { name: 'getUserPlatformId', parameters: '', returns: 'string', state: 'works', doc: 'Id of the consumer.' },
  { name: 'getFileCaption', parameters: '', returns: 'string', state: 'works', doc: 'Caption of the uploaded file; "__EMPTYTEXT__" when it has none.' },
  { name: 'getFileType', parameters: '', returns: 'string', state: 'works', doc: 'Type of the uploaded file, for example "PDF".' },
  { name: 'printDebugMessage', parameters: 'message: any', returns: 'void', state: 'works', doc: 'Writes a line to the console.' },
];
