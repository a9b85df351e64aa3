'use client';

import { CircleUserRound, Keyboard, KeySquare, LogOut } from 'lucide-react';
import Link from 'next/link';

import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { ThemeToggle } from '@/components/ui/theme-toggle';

/** Who is signed in, as far as the frame shows it. */
export type FrameAccount = { name: string; email: string };

/** Properties of `UserMenu`. */
export type UserMenuProps = {
  account?: FrameAccount | null;
  onSignOut?: (() => void) | undefined;
  onShowShortcuts: () => void;
  isCollapsed?: boolean;
};

/** The menu behind the person's name: theme, password, shortcuts, sign out. */
export function UserMenu({ account, onSignOut, onShowShortcuts, isCollapsed = false }: UserMenuProps) {
  const name = account?.name || account?.email || 'Account';
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size={isCollapsed ? 'icon' : 'md'}
          aria-label={`Account menu, ${name}`}
          className={cn('font-normal', !isCollapsed && 'w-full min-w-0 shrink justify-start px-2')}
        >
          <CircleUserRound aria-hidden className="text-faint" />
          {isCollapsed ? null : <span className="truncate">{name}</span>}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" className="w-56">
        {account ? <DropdownMenuLabel className="truncate">{account.email}</DropdownMenuLabel> : null}
        <ThemeToggle />
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={onShowShortcuts} aside={<Kbd keys="?" />}>
          <Keyboard aria-hidden />
          Shortcuts
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <Link href="/settings/account">
            <KeySquare aria-hidden />
            Change password
          </Link>
        </DropdownMenuItem>
        {onSignOut ? (
          <DropdownMenuItem onSelect={onSignOut}>
            <LogOut aria-hidden />
            Sign out
          </DropdownMenuItem>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
