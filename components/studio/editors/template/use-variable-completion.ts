'use client';

import { useId, useState } from 'react';

import { filterVariables } from '@/components/studio/editors/template/filter-variables';
import { insertTextAt, type TemplateField } from '@/components/studio/editors/template/insert-text';
import { findCompletionTarget, type CompletionTarget } from '@/components/studio/editors/template/template-text';
import type { VariableOption } from '@/components/studio/editors/template/variable-option';

/** The state of the list of variables below a template field, and what the field's events do to it. */
export type VariableCompletion = {
  listId: string;
  isOpen: boolean;
  options: VariableOption[];
  /** Index of the option that Enter inserts. */
  activeIndex: number;
  target: CompletionTarget | null;
  optionId: (index: number) => string;
  /** To be called after each change of the text by typing. */
  update: (field: TemplateField, isOpening: boolean) => void;
  /** Whether the key was the list's. */
  handleKey: (event: React.KeyboardEvent<TemplateField>) => boolean;
  choose: (field: TemplateField, option: VariableOption) => void;
  close: () => void;
};

/** Opens on `{` or Ctrl+Space, filters as one types, closes when the caret leaves the reference. */
export function useVariableCompletion(variables: readonly VariableOption[]): VariableCompletion {
  const listId = useId();
  const [target, setTarget] = useState<CompletionTarget | null>(null);
  const [activeIndex, setActiveIndex] = useState(0);
  const options = target ? filterVariables(variables, target.query) : [];
  const isOpen = target !== null && options.length > 0;
  const activeOption = options[activeIndex];

  const close = () => setTarget(null);

  const update = (field: TemplateField, isOpening: boolean) => {
    const caret = field.selectionStart ?? 0;
    if (caret !== field.selectionEnd) return close();
    const found = findCompletionTarget(field.value, caret);
    if (!target && !isOpening) return;
    if (found?.query !== target?.query) setActiveIndex(0);
    setTarget(found);
  };

  const choose = (field: TemplateField, option: VariableOption) => {
    if (!target) return;
    insertTextAt(field, target, option.insert);
    close();
  };

  const open = (field: TemplateField) => {
    const caret = field.selectionStart ?? 0;
    setActiveIndex(0);
    setTarget(findCompletionTarget(field.value, caret) ?? { start: caret, end: field.selectionEnd ?? caret, query: '' });
  };

  const handleKey = (event: React.KeyboardEvent<TemplateField>) => {
    if (event.nativeEvent.isComposing) return false;
    if (event.key === ' ' && event.ctrlKey) open(event.currentTarget);
    else if (!isOpen) return false;
    else if (event.key === 'ArrowDown') setActiveIndex((activeIndex + 1) % options.length);
    else if (event.key === 'ArrowUp') setActiveIndex((activeIndex + options.length - 1) % options.length);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !hasModifier(event) && activeOption) {
      choose(event.currentTarget, activeOption);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const optionId = (index: number) => `${listId}-${index}`;
  return { listId, isOpen, options, activeIndex, target, optionId, update, handleKey, choose, close };
}

function hasModifier(event: React.KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
