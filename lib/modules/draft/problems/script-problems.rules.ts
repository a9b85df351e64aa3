import { parse } from 'acorn';
import { explainSyntaxError } from '@/lib/engine/script/explain-syntax-error';
import { SCRIPT_FUNCTIONS } from '@/lib/engine/script/script-functions';
import { findNearestName } from '@/lib/engine/variables/nearest-name';
import { analyzeScript } from '../analyze-script.rules';
import type { CheckedDraft } from '../checked-draft.rules';
import { toExcerpt } from '../excerpt.rules';
import type { Mention } from '../mention.rules';
import type { DraftProblem } from '../problem.schema';

/** Scripts that can't be parsed, with the line. */
export function findSyntaxErrors({ texts }: CheckedDraft): DraftProblem[] {
  return texts.flatMap(({ kind, text, owner, label, spot }): DraftProblem[] => {
    if (kind !== 'script' || analyzeScript(text).isParsed) return [];
    const { line, reason } = locateSyntaxError(text);
    return [{ severity: 'error', code: 'script/syntax-error', message: `${owner}, ${label}, line ${line}: ${reason}.`, place: { ...spot, line } }];
  });
}

function locateSyntaxError(source: string): { line: number; reason: string } {
  try {
    parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });
    return { line: 1, reason: 'it can’t be read' };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // acorn puts the place into `loc` and at the end of the message.
    const line = 'loc' in error && typeof error.loc === 'object' && error.loc !== null && 'line' in error.loc ? Number(error.loc.line) : 1;
    return { line, reason: explainSyntaxError(source, line) ?? error.message.replace(/ \(\d+:\d+\)$/, '') };
  }
}

const TRANSFORM_NAMES = SCRIPT_FUNCTIONS.everywhere.map(({ name }) => name);
const ALL_NAMES = [...TRANSFORM_NAMES, ...SCRIPT_FUNCTIONS.conversation.map(({ name }) => name)];

/** Calls of `botContext` functions that don't exist, or not in a transform script. */
export function findUnknownFunctions({ mentions }: CheckedDraft): DraftProblem[] {
  return mentions.flatMap((mention): DraftProblem[] => {
    const { subject, text } = mention;
    if (subject.kind !== 'context-function') return [];
    const names = text.spot.integrationId === undefined ? ALL_NAMES : TRANSFORM_NAMES;
    if (names.includes(subject.name)) return [];
    const nearest = findNearestName(subject.name, names);
    const why = ALL_NAMES.includes(subject.name) ? 'can’t be called in a transform script' : 'does not exist';
    return [toProblem(mention, { severity: 'warning', code: 'script/unknown-function', words: `botContext.${subject.name} ${why}.${nearest === null ? '' : ` Did you mean “${nearest}”?`}` })];
  });
}

/** What an interaction or entity that a script names is called. Source: conversation-builder reference, sections 5.5 and 8.6. */
export function findUnknownNames({ mentions, placed, content }: CheckedDraft): DraftProblem[] {
  const interactionNames = placed.map(({ interaction }) => interaction.name);
  const entityNames = Object.values(content.entities).map(({ name }) => name);
  return mentions.flatMap((mention): DraftProblem[] => {
    const { kind, name } = mention.subject;
    if (kind === 'interaction-name' && !interactionNames.includes(name) && name !== 'platform.default') {
      return [toProblem(mention, { severity: 'error', code: 'interaction/missing', words: `goes to the interaction “${name}”, which does not exist.${toHint(name, interactionNames)}` })];
    }
    // Names in capitals are those of the vendor's built-in entities.
    if (kind === 'entity-name' && !entityNames.includes(name) && name !== name.toUpperCase()) {
      return [toProblem(mention, { severity: 'warning', code: 'entity/missing', words: `names the entity “${name}”, which does not exist.${toHint(name, entityNames)}` })];
    }
    return [];
  });
}

function toHint(name: string, names: readonly string[]): string {
  const nearest = findNearestName(name, names);
  return nearest === null ? '' : ` Did you mean “${nearest}”?`;
}

function toProblem({ text, start, end }: Mention, { severity, code, words }: { severity: DraftProblem['severity']; code: string; words: string }): DraftProblem {
  const isScript = text.kind === 'script';
  const { line } = toExcerpt(text.text, start, end);
  return { severity, code, message: `${text.owner}, ${text.label}${isScript ? `, line ${line}` : ''}: ${words}`, place: isScript ? { ...text.spot, line } : text.spot };
}
