'use client';

import { Keyboard, Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { CommandPalette } from '@/components/studio/frame/command-palette';
import { studioPlaces } from '@/components/studio/frame/nav-links';
import type { SearchStudio } from '@/components/studio/frame/search-result';
import { ShortcutsDialog } from '@/components/studio/frame/shortcuts-dialog';
import { SideNav } from '@/components/studio/frame/side-nav';
import { TopNav } from '@/components/studio/frame/top-nav';
import { useCommands } from '@/components/studio/frame/use-commands';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import type { FrameAccount } from '@/components/studio/frame/user-menu';
import { searchFieldAttribute } from '@/components/ui/search-input';

/** Properties of `StudioFrame`. */
export type StudioFrameProps = {
  children: ReactNode;
  isNavCollapsed?: boolean;
  account?: FrameAccount | null;
  onSignOut?: () => void;
  /** What the palette asks for bots, integrations, credentials and environments. */
  search?: SearchStudio;
};

/** The studio around a page: navigation, command palette, list of shortcuts. Pages fill it with `Page`. */
export function StudioFrame({ children, isNavCollapsed = false, account, onSignOut, search }: StudioFrameProps) {
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [areShortcutsOpen, setAreShortcutsOpen] = useState(false);
  const navigate = useNavigate();
  const menu = {
    account,
    onSignOut,
    onShowShortcuts: () => setAreShortcutsOpen(true),
    onOpenPalette: () => setIsPaletteOpen(true),
  };

  useCommands([
    ...studioPlaces.map(({ label, href, Icon }) => ({
      id: `go${href}`,
      label: `Go to ${label.toLowerCase()}`,
      section: 'Everywhere',
      icon: Icon,
      run: () => navigate(href),
    })),
    {
      id: 'palette',
      label: 'Search and commands',
      section: 'Everywhere',
      icon: Search,
      keys: 'mod+k',
      isShortcutOnly: true,
      isForDialogs: true,
      run: () => setIsPaletteOpen((isOpen) => !isOpen),
    },
    {
      id: 'focus-search',
      label: 'Go to the search field',
      section: 'Everywhere',
      keys: '/',
      isShortcutOnly: true,
      run: focusSearchField,
    },
    {
      id: 'shortcuts',
      label: 'Show shortcuts',
      section: 'Everywhere',
      icon: Keyboard,
      keys: '?',
      keywords: ['keyboard', 'help'],
      run: () => setAreShortcutsOpen(true),
    },
  ]);

  return (
    <div className="flex h-dvh max-md:flex-col">
      <a
        href="#main"
        className="sr-only rounded-md bg-accent text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-3 focus:py-1.5"
      >
        Skip to content
      </a>
      <TopNav {...menu} />
      <SideNav isInitiallyCollapsed={isNavCollapsed} {...menu} />
      <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none">
        {children}
      </main>
      <CommandPalette open={isPaletteOpen} onOpenChange={setIsPaletteOpen} search={search} onNavigate={navigate} />
      <ShortcutsDialog open={areShortcutsOpen} onOpenChange={setAreShortcutsOpen} />
    </div>
  );
}

/** The first search field in sight; narrow windows hide some. */
function focusSearchField(): void {
  const fields = document.querySelectorAll<HTMLInputElement>(`[${searchFieldAttribute}]`);
  const field = [...fields].find((candidate) => candidate.checkVisibility());
  field?.focus();
  field?.select();
}
