'use client';

import { TemplateCell } from '@/components/studio/builder/panel/lists/template-cell';
import { ButtonsEditor } from '@/components/studio/builder/panel/lists/buttons-editor';
import { RowList } from '@/components/studio/builder/panel/lists/row-list';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import type { Tile } from '@/lib/engine/program/choice.schema';

/** Properties of `TilesEditor`. */
export type TilesEditorProps = { tiles: readonly Tile[]; onChange: (tiles: Tile[]) => void };

/** Tiles with image, title, subtitle and buttons. Source: conversation-builder reference, section 6.5. */
export function TilesEditor({ tiles, onChange }: TilesEditorProps) {
  return (
    <PanelField label="Tiles" field="tiles" hint="A field with several values, such as {ACCOUNTS.name}, makes one tile for each, at most 10.">
      <RowList label="Tiles" noun="tile" rows={tiles} countMax={10} onChange={onChange} build={() => ({ id: crypto.randomUUID(), imageUrl: '', itemUrl: '', title: '', subtitle: '', buttons: [] })}>
        {(tile, patch, index) => (
          <div className="flex flex-col gap-1.5 rounded-md border border-line p-2">
            <TemplateCell field={`tiles.${index}.title`} label={`Title of tile ${index + 1}`} placeholder="Title *" value={tile.title} onChange={(title) => patch({ title })} />
            <TemplateCell field={`tiles.${index}.subtitle`} label={`Subtitle of tile ${index + 1}`} placeholder="Subtitle" value={tile.subtitle} onChange={(subtitle) => patch({ subtitle })} />
            <TemplateCell field={`tiles.${index}.imageUrl`} label={`Image URL of tile ${index + 1}`} placeholder="Image URL" value={tile.imageUrl} onChange={(imageUrl) => patch({ imageUrl })} />
            <TemplateCell field={`tiles.${index}.itemUrl`} label={`Item URL of tile ${index + 1}`} placeholder="Item URL, opened by the image" value={tile.itemUrl} onChange={(itemUrl) => patch({ itemUrl })} />
            <ButtonsEditor field={`tiles.${index}.buttons`} buttons={tile.buttons} onChange={(buttons) => patch({ buttons })} />
          </div>
        )}
      </RowList>
    </PanelField>
  );
}
