import { listExpressions } from '@/lib/engine/nlu/find-entities';
import type { Dialog, DialogKind } from '@/lib/engine/program/dialog.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Program } from '@/lib/engine/program/program.schema';

/** Where an interaction stands. */
interface Place {
  dialog: Dialog;
  position: number;
}

/** What is looked up in a program again and again. */
export interface ProgramIndex {
  /** The first in the order of dialogs when names clash. */
  interactionByName: ReadonlyMap<string, Interaction>;
  placeByInteractionId: ReadonlyMap<string, Place>;
  /** The bot's one enabled dialog of a special kind. */
  dialogByKind: ReadonlyMap<DialogKind, Dialog>;
  entityExpressions: readonly string[];
  hasEntities: boolean;
  hasInitScript: boolean;
}

const indexByProgram = new WeakMap<Program, ProgramIndex>();

/** Indexes a program, once as long as it is in use. */
export function indexProgram(program: Program): ProgramIndex {
  const known = indexByProgram.get(program);
  if (known) return known;
  const index = buildIndex(program);
  indexByProgram.set(program, index);
  return index;
}

function buildIndex(program: Program): ProgramIndex {
  const interactionByName = new Map<string, Interaction>();
  const placeByInteractionId = new Map<string, Place>();
  const dialogByKind = new Map<DialogKind, Dialog>();
  for (const dialogId of program.dialogIds) {
    const dialog = findOwn(program.dialogs, dialogId);
    if (!dialog) continue;
    if (dialog.enabled && !dialogByKind.has(dialog.kind)) dialogByKind.set(dialog.kind, dialog);
    dialog.interactionIds.forEach((id, position) => {
      if (!placeByInteractionId.has(id)) placeByInteractionId.set(id, { dialog, position });
      const interaction = findOwn(program.interactions, id);
      if (interaction && !interactionByName.has(interaction.name)) interactionByName.set(interaction.name, interaction);
    });
  }
  return {
    interactionByName,
    placeByInteractionId,
    dialogByKind,
    entityExpressions: listExpressions(program),
    hasEntities: Object.keys(program.entities).length > 0,
    hasInitScript: /initConversation/.test(program.globalFunctions),
  };
}

/** An entry of a record by an id that may come from anywhere. */
export function findOwn<T>(record: Record<string, T>, id: string): T | null {
  return Object.hasOwn(record, id) ? (record[id] ?? null) : null;
}
