'use client';

import { ClipboardPaste, Copy, CopyPlus, Ellipsis, Hash, RotateCcw, Terminal, Trash2 } from 'lucide-react';

import { useCommands } from '@/components/studio/frame/use-commands';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { notify } from '@/components/ui/toaster';

/** Properties of `DesignerActions`. */
export type DesignerActionsProps = {
  integrationId: string;
  isSaved: boolean;
  isDirty: boolean;
  isBusy: boolean;
  onSave: () => void;
  onDiscard: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
  onImportCurl: () => void;
  onCopyCurl: () => void;
};

/** What can be done with the integration as a whole, in the page's header and in the command palette. */
export function DesignerActions(props: DesignerActionsProps) {
  const { isSaved, isDirty, isBusy, onSave, onDiscard, onDuplicate, onDelete, onImportCurl, onCopyCurl } = props;
  useCommands([
    { id: 'integration.save', label: 'Save integration', section, keys: 'mod+s', run: onSave },
    { id: 'integration.import-curl', label: 'Import cURL', section, icon: Terminal, keywords: ['paste'], run: onImportCurl },
    { id: 'integration.copy-curl', label: 'Copy as cURL', section, icon: Copy, keywords: ['export'], run: onCopyCurl },
    ...(isSaved ? [{ id: 'integration.duplicate', label: 'Duplicate integration', section, icon: CopyPlus, run: onDuplicate }] : []),
  ]);
  return (
    <>
      {isSaved ? (
        <Button variant="ghost" onClick={onDuplicate} className="max-lg:hidden">
          Duplicate
        </Button>
      ) : null}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton label="More actions" size="icon">
            <Ellipsis aria-hidden />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={onImportCurl}>
            <ClipboardPaste aria-hidden />
            Import cURL…
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={onCopyCurl}>
            <Terminal aria-hidden />
            Copy as cURL
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void copyId(props.integrationId)}>
            <Hash aria-hidden />
            Copy id
          </DropdownMenuItem>
          {isSaved ? (
            <DropdownMenuItem onSelect={onDuplicate} className="lg:hidden">
              <CopyPlus aria-hidden />
              Duplicate
            </DropdownMenuItem>
          ) : null}
          {isDirty ? (
            <DropdownMenuItem onSelect={onDiscard}>
              <RotateCcw aria-hidden />
              Discard changes
            </DropdownMenuItem>
          ) : null}
          {isSaved ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem tone="danger" onSelect={onDelete}>
                <Trash2 aria-hidden />
                Delete…
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <Button variant="primary" onClick={onSave} isBusy={isBusy} disabled={isSaved && !isDirty}>
        Save
        <Kbd keys="mod+s" className="max-md:hidden" />
      </Button>
    </>
  );
}

const section = 'Integration';

async function copyId(integrationId: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(integrationId);
    notify.success('Copied the integration id', integrationId);
  } catch {
    notify.error('Nothing was copied', `The browser refused access to the clipboard. The id is ${integrationId}.`);
  }
}
