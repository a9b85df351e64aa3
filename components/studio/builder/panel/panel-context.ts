'use client';

import { createContext, useContext } from 'react';

import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** What the fields of the settings know. */
export interface PanelFacts {
  /** Problems of the thing being edited. */
  problems: readonly DraftProblem[];
  variables: readonly VariableOption[];
  findUnknown: (text: string) => readonly UnknownSpan[];
}

/** What the fields of the settings know, given by `SettingsPanel`. */
export const PanelContext = createContext<PanelFacts>({ problems: [], variables: [], findUnknown: () => [] });

/** What the fields of the settings know. */
export function usePanelFacts(): PanelFacts {
  return useContext(PanelContext);
}

/** What is wrong with one field, or with what is inside of it: `tiles` also has the problems of `tiles.0.title`. */
export function useFieldProblems(field: string, ruleId?: string): readonly DraftProblem[] {
  const { problems } = usePanelFacts();
  return problems.filter(({ place }) => place.ruleId === ruleId && place.field !== undefined && (place.field === field || place.field.startsWith(`${field}.`)));
}
