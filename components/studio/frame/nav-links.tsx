'use client';

import { Bot, KeyRound, MessageCircle, Settings, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

import { cn } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';

/** A place of the studio. */
export type StudioPlace = { label: string; href: string; Icon: LucideIcon };

/** The places the navigation leads to, in order. */
export const studioPlaces: readonly StudioPlace[] = [
  { label: 'Bots', href: '/bots', Icon: Bot },
  { label: 'Credentials', href: '/credentials', Icon: KeyRound },
  { label: 'Environments', href: '/environments', Icon: SlidersHorizontal },
  { label: 'Channels', href: '/channels', Icon: MessageCircle },
  { label: 'Settings', href: '/settings', Icon: Settings },
];

/** Properties of `NavLinks`. */
export type NavLinksProps = {
  /** Icons only; the words come on hover and for screen readers. */
  isCollapsed?: boolean;
  /** After a link was followed; the narrow window's menu closes then. */
  onFollow?: () => void;
};

/** The list of places, with the current one marked. */
export function NavLinks({ isCollapsed = false, onFollow }: NavLinksProps) {
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-px">
      {studioPlaces.map(({ label, href, Icon }) => {
        const isHere = pathname === href || pathname.startsWith(`${href}/`);
        const link = (
          <Link
            href={href}
            aria-current={isHere ? (pathname === href ? 'page' : 'true') : undefined}
            onClick={onFollow}
            className={cn(
              'flex h-8 items-center gap-2 rounded-md px-2 text-muted transition-colors hover:bg-raised hover:text-ink',
              isHere && 'bg-raised font-medium text-ink',
              isCollapsed && 'justify-center px-0',
            )}
          >
            <Icon aria-hidden className={cn('size-4 shrink-0', isHere && 'text-accent')} />
            <span className={cn('truncate', isCollapsed && 'sr-only')}>{label}</span>
          </Link>
        );
        return (
          <li key={href}>
            {isCollapsed ? (
              <Tooltip content={label} side="right">
                {link}
              </Tooltip>
            ) : (
              link
            )}
          </li>
        );
      })}
    </ul>
  );
}
