'use client';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { buildDialog, deleteDialog, insertDialog, listDialogs } from '@/components/studio/builder/model/edit-dialogs';
import { useOpenDialogId } from '@/components/studio/builder/open-dialog';
import { useDraft } from '@/components/studio/draft/draft-context';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { notify } from '@/components/ui/toaster';
import type { Dialog, DialogKind } from '@/lib/engine/program/dialog.schema';
import { copyOut } from '@/lib/modules/draft/copy-out.rules';
import { listUses } from '@/lib/modules/draft/list-uses.rules';
import { pasteIn } from '@/lib/modules/draft/paste-in.rules';

/** What can be done with dialogs as wholes. */
export function useDialogActions() {
  const bot = useCurrentBot();
  const navigate = useNavigate();
  const { content, change, surroundings } = useDraft();
  const openId = useOpenDialogId();
  const open = (dialogId: string) => navigate(toBuilderHref(bot.id, { dialogId }));

  return {
    open,
    /** Makes a dialog behind the open one and opens it. */
    add(kind: DialogKind): Dialog {
      const dialog = buildDialog(content, kind, crypto.randomUUID());
      change(`Add ${dialog.name}`, (next) => insertDialog(next, dialog, kind === 'standard' ? (openId ?? null) : null));
      open(dialog.id);
      return dialog;
    },
    rename(dialog: Dialog, name: string): void {
      change(`Rename ${dialog.name}`, ({ dialogs }) => {
        const found = dialogs[dialog.id];
        if (found) found.name = name;
      });
    },
    duplicate(dialog: Dialog): void {
      const integrations = surroundings?.integrations ?? [];
      const pasted = pasteIn(content, copyOut(content, integrations, { dialogIds: [dialog.id] }), { dialogId: dialog.id, afterId: null, integrations, newId: () => crypto.randomUUID() });
      change(`Duplicate ${dialog.name}`, () => pasted.content);
      const [copyId] = pasted.dialogIds;
      if (copyId !== undefined) open(copyId);
    },
    toggle(dialog: Dialog): void {
      change(dialog.enabled ? `Switch ${dialog.name} off` : `Switch ${dialog.name} on`, ({ dialogs }) => {
        const found = dialogs[dialog.id];
        if (found) found.enabled = !found.enabled;
      });
    },
    /** Deletes at once; the toast says what went with it and brings it back. */
    remove(dialog: Dialog): void {
      const uses = listUses(content, surroundings?.integrations ?? [], { kind: 'dialog', id: dialog.id }).filter(({ place }) => place.dialogId !== dialog.id);
      const neighbour = listDialogs(content).find(({ id }) => id !== dialog.id);
      const revert = change(`Delete ${dialog.name}`, (next) => deleteDialog(next, dialog.id));
      notify.undo(describeLoss(dialog, uses.length), () => {
        revert();
        open(dialog.id);
      });
      if (openId !== dialog.id) return;
      if (neighbour) open(neighbour.id);
      else navigate(`/bots/${bot.id}/dialogs`);
    },
    move(from: number, to: number): void {
      const ids = listDialogs(content).map(({ id }) => id);
      const id = ids[from];
      if (id === undefined || from === to || to < 0 || to >= ids.length) return;
      change('Move a dialog', (next) => void (next.dialogIds = ids.toSpliced(from, 1).toSpliced(to, 0, id)));
    },
  };
}

function describeLoss({ name, interactionIds }: Dialog, useCount: number): string {
  const count = interactionIds.length;
  const lost = count === 0 ? '' : ` with ${count} ${count === 1 ? 'interaction' : 'interactions'}`;
  const broken = useCount === 0 ? '' : ` ${useCount === 1 ? 'One place still leads' : `${useCount} places still lead`} to it.`;
  return `Deleted ${name}${lost}.${broken}`;
}
