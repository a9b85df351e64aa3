import type { Condition } from '@/lib/engine/program/condition.schema';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import type { AnswerFacts } from './answer-facts';
import { chooseOption, type ChosenOption } from './choose-option';
import { met, quote, unmet, type Verdict } from './verdict';

/**
 * Whether the choice with this label or payload was meant; see `chooseOption`. A payload or text that belongs to no offered
 * choice is compared itself, so that a tap on an older message still counts.
 */
export function judgeChoice({ value }: Extract<Condition, { kind: 'choice' }>, facts: AnswerFacts): Verdict {
  if (facts.text === null && facts.payload === null) return unmet('there is no answer to compare');
  const chosen = chooseOption(facts);
  const wanted = normalizeText(value);
  if (chosen) {
    const isWanted = [chosen.choice.label, chosen.choice.payload].some((name) => normalizeText(name) === wanted);
    return isWanted ? met(`${describe(chosen, facts)} is the choice`) : unmet(`${describe(chosen, facts)} was chosen, not ${quote(value)}`);
  }
  const said = [facts.payload, facts.text].filter((text) => text !== null && text !== '');
  const same = said.find((text) => normalizeText(text ?? '') === wanted);
  if (same !== undefined && wanted !== '') return met(`${quote(same ?? '')} is the value`);
  return unmet(`${quote(facts.text ?? facts.payload ?? '')} is none of the choices, wanted ${quote(value)}`);
}

function describe({ choice, by }: ChosenOption, facts: AnswerFacts): string {
  return by === 'letter' || by === 'number' ? `${quote(choice.label)} (by its ${by}, ${quote(facts.text ?? '')})` : quote(choice.label);
}
