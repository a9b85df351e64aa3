import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { listLinks, type LinkTarget } from './bot-link.rules';
import type { DraftIntegration } from './draft.contract';
import { toExcerpt } from './excerpt.rules';
import { listMentions, type Mention } from './mention.rules';
import type { MentionSubject } from './mention-subject.rules';
import type { DraftSpot } from './problem.schema';

/** A thing of a bot. Variables, slots, environment keys and functions have no id but their name. */
export type DraftTarget = LinkTarget | { kind: 'variable' | 'slot' | 'environment-key' | 'function'; name: string };

/** Where a thing is used. */
export interface DraftUse {
  place: DraftSpot;
  /** What uses it, in words: `“Ask city” in “Orders”`. */
  owner: string;
  /** Where in it: `Text`, `Rule 2: next action`. */
  label: string;
  /** A part of the text around it; empty for a reference by id. */
  excerpt: string;
  /** Whether it is given a value there. */
  isSet: boolean;
}

/** Where a thing is used, in the order of the bot: templates, rules, conditions, next actions, scripts. Its own definition doesn't count. */
export function listUses(content: BotContent, integrations: readonly DraftIntegration[], target: DraftTarget): DraftUse[] {
  const links = listLinks(content).filter((link) => isSameTarget(link.target, target));
  const isMentioned = toMentionTest(content, integrations, target);
  const mentions = listMentions(content, integrations).filter((mention) => isMentioned(mention.subject) && !isOwn(mention, target));
  return [
    ...links.map(({ spot, owner, label }) => ({ place: spot, owner, label, excerpt: '', isSet: false })),
    ...mentions.map(toUse),
  ];
}

function isSameTarget(link: LinkTarget, target: DraftTarget): boolean {
  if (link.kind === 'field') return link.kind === target.kind ? link.integrationId === target.integrationId && link.key === target.key : target.kind === 'integration' && link.integrationId === target.id;
  return link.kind === target.kind && link.id === target.id;
}

/** Which subjects of texts are the target. */
export function toMentionTest(content: BotContent, integrations: readonly DraftIntegration[], target: DraftTarget): (subject: MentionSubject) => boolean {
  const findVariable = (id: string) => integrations.find((integration) => integration.id === id)?.definition.responseVariable;
  const isNamed = (kind: MentionSubject['kind'], name: string | undefined) => (subject: MentionSubject) => subject.kind === kind && subject.name === name;
  switch (target.kind) {
    case 'integration':
      return isNamed('response-variable', findVariable(target.id));
    case 'field': {
      const responseVariable = findVariable(target.integrationId);
      return (subject) => subject.kind === 'field' && subject.name === target.key && subject.responseVariable === responseVariable;
    }
    case 'interaction':
      return isNamed('interaction-name', content.interactions[target.id]?.name);
    case 'intent':
      return isNamed('intent-name', content.intents[target.id]?.name);
    case 'entity':
      return isNamed('entity-name', content.entities[target.id]?.name);
    case 'dialog':
      return () => false;
    case 'variable':
    case 'slot':
    case 'environment-key':
    case 'function':
      return isNamed(target.kind, target.name);
  }
}

/** An integration's own paths and script name its response; the Global Functions name a function where they declare it. */
function isOwn({ text, start }: Mention, target: DraftTarget): boolean {
  if (target.kind === 'integration') return text.spot.integrationId === target.id;
  return target.kind === 'function' && text.path[0] === 'globalFunctions' && /(?:function\s*\*?|var|let|const)\s*$/.test(text.text.slice(0, start));
}

function toUse({ text, start, end, isSet }: Mention): DraftUse {
  const { excerpt, line } = toExcerpt(text.text, start, end);
  return { place: text.kind === 'script' ? { ...text.spot, line } : text.spot, owner: text.owner, label: text.kind === 'script' ? `${text.label}, line ${line}` : text.label, excerpt, isSet };
}
