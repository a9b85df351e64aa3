'use client';

import { usePanelFacts } from '@/components/studio/builder/panel/panel-context';
import { toSpotTab } from '@/components/studio/builder/uses/spot-href';
import { ProblemMark } from '@/components/studio/builder/problem-mark';
import type { BuilderTab } from '@/components/studio/builder/builder-href';

/** A sign that something on a tab is wrong. */
export function TabProblems({ tab }: { tab: BuilderTab }) {
  const { problems } = usePanelFacts();
  return <ProblemMark problems={problems.filter(({ place }) => toSpotTab(place) === tab)} />;
}
