import { normalizeText } from '@/lib/engine/text/normalize-text';
import type { AnswerFacts, OfferedChoice } from './answer-facts';

/** The choice that an answer means, and by what. */
export interface ChosenOption {
  choice: OfferedChoice;
  by: 'payload' | 'label' | 'letter' | 'number';
}

/**
 * Evaluate Options: which of the offered choices was meant. A tap by its payload; typed text by label, payload, or where
 * choices are shown as a list by letter or number (`b`, `B)`, `2`, `2.`, `(2)`). A label wins over a number that looks the same.
 * Null when none was. Source: conversation-builder reference, sections 5.5, 6.5 and 7.6.
 */
export function chooseOption({ text, payload, choices, isTextOnly }: Pick<AnswerFacts, 'text' | 'payload' | 'choices' | 'isTextOnly'>): ChosenOption | null {
  if (payload !== null && payload !== '') {
    const tapped = choices.find((choice) => choice.payload === payload);
    if (tapped) return { choice: tapped, by: 'payload' };
  }
  if (text === null) return null;
  const said = normalizeText(text);
  if (said === '') return null;
  const labelled = choices.find((choice) => normalizeText(choice.label) === said) ?? choices.find((choice) => toBare(choice.label) === toBare(text));
  if (labelled) return { choice: labelled, by: 'label' };
  const named = choices.find((choice) => normalizeText(choice.payload) === said);
  if (named) return { choice: named, by: 'payload' };
  return isTextOnly ? chooseByMark(said, choices) : null;
}

/** A typed label may end a sentence: “Yes.” */
function toBare(text: string): string {
  return normalizeText(text).replace(/[.!?,\s]+$/, '');
}

function chooseByMark(said: string, choices: readonly OfferedChoice[]): ChosenOption | null {
  const mark = /^\(?(?:(\d{1,3})|([a-z]))[.):]?$/.exec(said);
  if (!mark) return null;
  const [, number, letter] = mark;
  const index = number !== undefined ? Number(number) - 1 : (letter ?? '').charCodeAt(0) - 'a'.charCodeAt(0);
  const choice = choices[index];
  return choice ? { choice, by: number !== undefined ? 'number' : 'letter' } : null;
}
