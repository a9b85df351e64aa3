'use client';

import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { rememberNavCollapsed } from '@/components/studio/frame/nav-memory';
import { NavLinks } from '@/components/studio/frame/nav-links';
import { ParleyMark } from '@/components/studio/frame/parley-mark';
import { useShortcut } from '@/components/studio/frame/use-shortcut';
import { UserMenu, type UserMenuProps } from '@/components/studio/frame/user-menu';
import { cn } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';

/** Properties of `SideNav`. */
export type SideNavProps = Omit<UserMenuProps, 'isCollapsed'> & {
  /** How the person left it last time. */
  isInitiallyCollapsed: boolean;
  onOpenPalette: () => void;
};

/** The navigation at the left of wide windows: 200 px, or 48 px when collapsed. */
export function SideNav({ isInitiallyCollapsed, onOpenPalette, ...menu }: SideNavProps) {
  const [isCollapsed, setIsCollapsed] = useState(isInitiallyCollapsed);

  function toggle() {
    setIsCollapsed(!isCollapsed);
    rememberNavCollapsed(!isCollapsed);
  }

  useShortcut('mod+b', toggle, { label: 'Collapse or expand the navigation', scope: 'Everywhere' });
  const toggleLabel = isCollapsed ? 'Expand navigation' : 'Collapse navigation';

  return (
    <nav
      aria-label="Main"
      className={cn(
        'flex shrink-0 flex-col border-r border-line bg-canvas transition-[width] max-md:hidden',
        isCollapsed ? 'w-12 items-center' : 'w-50',
      )}
    >
      <Link
        href="/bots"
        aria-label="Parley, to the bots"
        className={cn('flex h-12 items-center gap-2 font-semibold', !isCollapsed && 'px-4')}
      >
        <ParleyMark />
        {isCollapsed ? null : 'Parley'}
      </Link>
      <div className="flex min-h-0 flex-1 flex-col gap-2 self-stretch overflow-y-auto px-2 py-px">
        <PaletteButton isCollapsed={isCollapsed} onClick={onOpenPalette} />
        <NavLinks isCollapsed={isCollapsed} />
      </div>
      <div className={cn('flex items-center gap-1 p-2', isCollapsed && 'flex-col')}>
        <UserMenu isCollapsed={isCollapsed} {...menu} />
        <IconButton
          label={toggleLabel}
          hint={
            <span className="flex items-center gap-2">
              {toggleLabel} <Kbd keys="mod+b" />
            </span>
          }
          side="right"
          aria-expanded={!isCollapsed}
          onClick={toggle}
          className="text-faint"
        >
          {isCollapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
        </IconButton>
      </div>
    </nav>
  );
}

function PaletteButton({ isCollapsed, onClick }: { isCollapsed: boolean; onClick: () => void }) {
  if (isCollapsed) {
    return (
      <IconButton label="Search and commands" size="icon" side="right" onClick={onClick} className="w-full text-faint">
        <Search aria-hidden />
      </IconButton>
    );
  }
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-8 shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-2 text-muted transition-colors hover:border-line-strong hover:text-ink"
    >
      <Search aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1 truncate text-left">Search</span>
      <Kbd keys="mod+k" />
    </button>
  );
}
