import type { VariableWorld } from '@/components/studio/designer/variables/build-variable-options';
import type { UnknownSpan } from '@/components/studio/editors/template/variable-option';
import { findNearestName } from '@/lib/engine/variables/nearest-name';
import { parseReference } from '@/lib/engine/variables/variable-reference';

/**
 * Stretches of a template that look like references and lead nowhere, with what to do about each. Bot variables and
 * slots are never unknown, since any dialog may set them; nothing is unknown whose source isn't loaded yet.
 */
export function findUnknownVariables(text: string, world: Pick<VariableWorld, 'environment' | 'integrations'>): UnknownSpan[] {
  return Array.from(text.matchAll(REFERENCE_LIKE)).flatMap(({ 0: match, index }) => {
    const hint = explain(match.slice(1, -1), world);
    return hint === null ? [] : [{ start: index, end: index + match.length, hint }];
  });
}

/** What somebody who writes this means as a reference; other braces, such as those of JSON, are text. */
const REFERENCE_LIKE = /\{(?:\$[^{}\s"'\\,;/?&]+|[A-Za-z_]\w*(?:\.[^{}\s"'\\,;/?&]+)+)\}/g;

function explain(name: string, { environment, integrations }: Pick<VariableWorld, 'environment' | 'integrations'>): string | null {
  const reference = parseReference(name);
  switch (reference?.kind) {
    case 'environment':
      if (environment === undefined || environment?.variables.some(({ key }) => key === reference.name)) return null;
      return environment === null
        ? 'This bot uses no environment, so this stays empty. Choose an environment in the bot’s settings.'
        : `The environment ${environment.name} has no key “${reference.name}”, so this stays empty. ${suggest(reference.name, environment.variables.map(({ key }) => key), 'Add the key there.')}`;
    case 'field':
    case 'field-count': {
      const source = integrations?.find(({ responseVariable }) => responseVariable === reference.integration);
      if (!integrations || source?.fieldKeys.includes(reference.key)) return null;
      return source
        ? `The integration ${source.name} has no custom data field “${reference.key}”, so this stays empty. ${suggest(reference.key, source.fieldKeys, 'Add the field there.')}`
        : `No integration writes to “${reference.integration}”, so this stays empty. ${suggest(reference.integration, integrations.map(({ responseVariable }) => responseVariable), 'Check the response data variable name.')}`;
    }
    case 'response':
      if (!integrations || integrations.some(({ responseVariable }) => `api_${responseVariable}` === reference.root)) return null;
      return `No integration’s response is ${reference.root}, so this stays empty. Check the response data variable name.`;
    case undefined:
      return `There is no system variable of this name, so this is sent as written. A bot variable is written {$botContext.${name.replace(/^\$/, '')}}.`;
    default:
      return null;
  }
}

function suggest(name: string, known: readonly string[], otherwise: string): string {
  const nearest = findNearestName(name, known);
  return nearest === null ? otherwise : `Did you mean “${nearest}”?`;
}
