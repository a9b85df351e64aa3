import type { IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';

/** A response data variable name made of an integration's name: `List accounts` gives `LIST_ACCOUNTS`; empty for nothing usable. */
export function suggestResponseVariable(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ß/g, 'ss')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .join('_')
    .toUpperCase();
  return (/^\d/.test(words) ? `_${words}` : words).slice(0, 64).replace(/_$/, '');
}

/** Changes the response data variable; paths of custom data fields that name the old one follow. */
export function withResponseVariable(draft: IntegrationDraft, responseVariable: string): IntegrationDraft {
  const root = `$.api_${draft.responseVariable}`;
  const customDataFields = draft.customDataFields.map((field) => {
    const at = field.path.indexOf(root);
    if (at < 0 || /^\w/.test(field.path.slice(at + root.length))) return field;
    return { ...field, path: `${field.path.slice(0, at)}$.api_${responseVariable}${field.path.slice(at + root.length)}` };
  });
  return { ...draft, responseVariable, customDataFields };
}
