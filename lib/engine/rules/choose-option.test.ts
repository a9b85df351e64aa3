import { describe, expect, test } from 'vitest';
import { chooseOption } from './choose-option';

const choices = [
  { label: 'Checking', payload: 'chk' },
  { label: 'Savings', payload: '' },
  { label: '1', payload: 'one' },
  { label: 'Was?', payload: 'dup' },
];

describe('which choice was meant', () => {
  test.each([
    ['a tap', { text: 'Savings', payload: 'chk' }, 'Checking', 'payload'],
    ['a tap with an unknown payload is its text', { text: 'Savings', payload: 'gone' }, 'Savings', 'label'],
    ['a label in other letters', { text: ' SAVINGS. ', payload: null }, 'Savings', 'label'],
    ['a label without its mark', { text: 'was', payload: null }, 'Was?', 'label'],
    ['a typed payload', { text: 'CHK', payload: null }, 'Checking', 'payload'],
    ['a letter', { text: 'b', payload: null }, 'Savings', 'letter'],
    ['a letter with a parenthesis', { text: 'B)', payload: null }, 'Savings', 'letter'],
    ['a number', { text: '2', payload: null }, 'Savings', 'number'],
    ['a number with a point', { text: '2.', payload: null }, 'Savings', 'number'],
    ['a number in parentheses', { text: '(2)', payload: null }, 'Savings', 'number'],
    ['a label that is a number, rather than that number', { text: '1', payload: null }, '1', 'label'],
  ])('%s', (_, answer, label, by) => {
    expect(chooseOption({ ...answer, choices, isTextOnly: true })).toMatchObject({ choice: { label }, by });
  });

  test.each(['e', '0', '5', '2nd', 'ab', '', '  ', '99999999999999999999'])('%j means none', (text) => {
    expect(chooseOption({ text, payload: null, choices, isTextOnly: true })).toBeNull();
  });

  test('letters and numbers count only where choices are a list', () => {
    expect(chooseOption({ text: 'b', payload: null, choices, isTextOnly: false })).toBeNull();
  });
});
