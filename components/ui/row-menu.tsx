'use client';

import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';

import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';

/** Properties of `RowMenu`. */
export type RowMenuProps = {
  /** Names the thing: "Actions for AG Bank". */
  label: string;
  /** `DropdownMenuItem`s. */
  children: ReactNode;
  tabIndex?: number;
};

/** What can be done with one row of a list. */
export function RowMenu({ label, children, tabIndex }: RowMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label={label} hint="Actions" tabIndex={tabIndex}>
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">{children}</DropdownMenuContent>
    </DropdownMenu>
  );
}
