import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { findReferences } from '@/lib/engine/variables/parse-template';
import { analyzeScript } from './analyze-script.rules';
import { listBotTexts, type BotText } from './bot-text.rules';
import type { DraftIntegration } from './draft.contract';
import { keepByThing } from './kept-by-thing.rules';
import type { MentionSubject } from './mention-subject.rules';
import { findNameRoles } from './name-roles.rules';
import { listNameParts, listReferenceParts, type NamePart } from './name-parts.rules';
import { listScriptMentions, type NameContext } from './script-mentions.rules';

/** Where a text names something. `start` and `end` enclose exactly the name, so that another name can be put there. */
export interface Mention {
  subject: MentionSubject;
  /** Whether the thing is given a value here. */
  isSet: boolean;
  text: BotText;
  start: number;
  end: number;
  /** Quote around the string that the name stands in; null outside of scripts. */
  quote: string | null;
}

/** Everything that the texts of a bot name. Scripts that can't be parsed name nothing. */
export function listMentions(content: BotContent, integrations: readonly DraftIntegration[], texts = listBotTexts(content, integrations)): Mention[] {
  const context = buildContext(content.globalFunctions, integrations.map(({ definition }) => definition.responseVariable).join());
  return texts.flatMap((text) => listTextMentions(text, context));
}

let latest: { globalFunctions: string; responseVariables: string; context: NameContext } | null = null;

/** The same object for the same names, by which what was found in a text stays found. */
function buildContext(globalFunctions: string, responseVariables: string): NameContext {
  if (latest?.globalFunctions === globalFunctions && latest.responseVariables === responseVariables) return latest.context;
  const context: NameContext = {
    responseVariables: new Set(responseVariables.split(',').filter((name) => name !== '')),
    roles: findNameRoles(globalFunctions),
    functionNames: new Set(analyzeScript(globalFunctions).declarations.map(({ name }) => name)),
  };
  latest = { globalFunctions, responseVariables, context };
  return context;
}

const listTextMentions = keepByThing((text: BotText, context: NameContext): Mention[] => {
  const toMentions = (parts: NamePart[], isSet = false): Mention[] => parts.map((part) => ({ ...part, isSet, text, quote: null }));
  switch (text.kind) {
    case 'template':
      return findReferences(text.text).flatMap((part) => toMentions(listReferenceParts(part, context.responseVariables)));
    case 'script':
      return listScriptMentions(text.text, context).map((mention) => ({ ...mention, text }));
    case 'read-name':
      return toMentions(listNameParts(text.text, context.responseVariables));
    case 'set-name':
      return toMentions(listNameParts(text.text, context.responseVariables), true);
    case 'slot-name':
      return [{ subject: { kind: 'slot', name: text.text }, isSet: true, text, start: 0, end: text.text.length, quote: null }];
    case 'phrase':
      return toMentions(
        Array.from(text.text.matchAll(/@([\p{L}\p{N}_-]+)/gu), ({ 1: name = '', index }): NamePart => ({ subject: { kind: 'entity-name', name }, start: index + 1, end: index + 1 + name.length })),
      );
    case 'field-path': {
      const match = /^(\s*\{?\s*(?:\$\.)?api_)(\w+)/.exec(text.text);
      const [, before = '', name = ''] = match ?? [];
      return match ? toMentions([{ subject: { kind: 'response-variable', name }, start: before.length, end: before.length + name.length }]) : [];
    }
    case 'name':
    case 'plain':
      return [];
  }
});
