'use client';

import { Menu, Search } from 'lucide-react';
import Link from 'next/link';
import { Dialog } from 'radix-ui';
import { useState } from 'react';

import { NavLinks } from '@/components/studio/frame/nav-links';
import { ParleyMark } from '@/components/studio/frame/parley-mark';
import { UserMenu, type UserMenuProps } from '@/components/studio/frame/user-menu';
import { IconButton } from '@/components/ui/icon-button';

/** Properties of `TopNav`. */
export type TopNavProps = Omit<UserMenuProps, 'isCollapsed'> & { onOpenPalette: () => void };

/** The navigation of narrow windows: a bar at the top whose menu slides over the page. */
export function TopNav({ onOpenPalette, ...menu }: TopNavProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-canvas px-2 md:hidden">
      <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
        <Dialog.Trigger asChild>
          <IconButton label="Menu" size="icon">
            <Menu aria-hidden />
          </IconButton>
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-backdrop" />
          <Dialog.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 left-0 z-40 flex w-64 max-w-[85vw] animate-appear flex-col border-r border-line bg-canvas outline-none"
          >
            <Dialog.Title className="flex h-12 items-center gap-2 px-4 font-semibold">
              <ParleyMark />
              Parley
            </Dialog.Title>
            <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto px-2">
              <NavLinks onFollow={() => setIsOpen(false)} />
            </nav>
            <div className="flex p-2">
              <UserMenu {...menu} />
            </div>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <Link href="/bots" aria-label="Parley, to the bots" className="flex items-center gap-2 px-1 font-semibold">
        <ParleyMark />
        Parley
      </Link>
      <IconButton label="Search and commands" size="icon" onClick={onOpenPalette} className="ml-auto">
        <Search aria-hidden />
      </IconButton>
    </header>
  );
}
