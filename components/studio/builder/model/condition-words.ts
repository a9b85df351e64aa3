import type { Condition } from '@/lib/engine/program/condition.schema';

/** How kinds of conditions are called. Source: conversation-builder reference, section 7.6; the others are ours. */
export const conditionKindWords: Record<Condition['kind'], string> = {
  'no-match': 'No Match',
  choice: 'Evaluate Options',
  pattern: 'Pattern',
  intent: 'Response Intent',
  equals: 'Equals',
  contains: 'Contains',
  'starts-with': 'Starts with',
  'ends-with': 'Ends with',
  'exact-value': 'Exact Value',
  'regular-expression': 'Regular Expression',
  entity: 'Entity',
  'api-result': 'API Result',
  'api-outcome': 'API outcome',
  'no-results': 'No results',
  'transfer-failed': 'Transfer failed',
  'file-upload': 'File upload',
  'web-view': 'Web view',
};
