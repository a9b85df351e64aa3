/** What a text names by its name. Integrations are named by their response data variable. */
export type MentionSubject =
  | { kind: 'variable' | 'slot' | 'response-variable' | 'environment-key' | 'interaction-name' | 'entity-name' | 'intent-name' | 'function' | 'context-function'; name: string }
  | { kind: 'field'; responseVariable: string; name: string };
