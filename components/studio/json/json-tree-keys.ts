import type { JsonTreeState } from '@/components/studio/json/use-json-tree';

/**
 * Moves through a tree by keyboard as trees do: ↑ ↓ Home End, → opens or goes in, ← closes or goes out. Returns whether
 * the key was the tree's.
 */
export function moveInTree(key: string, tree: JsonTreeState): boolean {
  const row = tree.rows[tree.activeIndex];
  if (!row) return false;
  const goTo = (index: number) => {
    const wanted = tree.rows[Math.max(0, Math.min(index, tree.rows.length - 1))];
    if (wanted) tree.setActiveKey(wanted.key);
  };
  if (key === 'ArrowDown') goTo(tree.activeIndex + 1);
  else if (key === 'ArrowUp') goTo(tree.activeIndex - 1);
  else if (key === 'PageDown') goTo(tree.activeIndex + 20);
  else if (key === 'PageUp') goTo(tree.activeIndex - 20);
  else if (key === 'Home') goTo(0);
  else if (key === 'End') goTo(tree.rows.length - 1);
  else if (key === 'ArrowRight' && row.kind === 'node') {
    if (row.isExpanded) goTo(tree.activeIndex + 1);
    else if (row.childCount) tree.toggle(row.key, true);
  } else if (key === 'ArrowLeft') {
    if (row.kind === 'node' && row.isExpanded) tree.toggle(row.key, false);
    else goTo(parentIndex(tree));
  } else return false;
  return true;
}

function parentIndex(tree: JsonTreeState): number {
  const depth = tree.rows[tree.activeIndex]?.depth ?? 0;
  for (let index = tree.activeIndex - 1; index >= 0; index -= 1) {
    if ((tree.rows[index]?.depth ?? 0) < depth) return index;
  }
  return tree.activeIndex;
}
