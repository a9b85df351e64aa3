import type { KeyValueRow, MultipartRow } from '@/lib/modules/integration/integration.schema';

/** A column beyond name, value and note. */
export type ExtraColumn<Row> = {
  key: string;
  label: string;
  placeholder: string;
  read: (row: Row) => string;
  write: (row: Row, text: string) => Row;
};

/** A row as it begins. */
export const BLANK_ROW: KeyValueRow = { name: '', value: '', enabled: true, note: '' };

/** A part of a multipart body as it begins. */
export const BLANK_PART: MultipartRow = { ...BLANK_ROW, fileName: '', contentType: '' };

/** What a part of a multipart body has besides. */
export const PART_COLUMNS: readonly ExtraColumn<MultipartRow>[] = [
  {
    key: 'fileName',
    label: 'File name',
    placeholder: 'none: a field',
    read: (row) => row.fileName,
    write: (row, fileName) => ({ ...row, fileName }),
  },
  {
    key: 'contentType',
    label: 'Content type',
    placeholder: 'text/plain',
    read: (row) => row.contentType,
    write: (row, contentType) => ({ ...row, contentType }),
  },
];
