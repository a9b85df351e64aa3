'use client';

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

import { cn } from '@/components/ui/class-names';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { useIsOverflowing } from '@/components/ui/use-is-overflowing';

/** One tab that is a page of its own. */
export type LinkTab = {
  label: string;
  href: string;
  /** The tab also stands for the pages below its address. */
  hasPagesBelow?: boolean;
};

/** The sibling parts of one thing, each with its own address. What doesn't fit beside the rest scrolls, and stands in a menu too. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const pathname = usePathname();
  const navRef = useRef<HTMLElement>(null);
  const isOverflowing = useIsOverflowing(navRef);
  // Also when the room changes after the page was drawn, as by a pane that opens beside it.
  useEffect(() => {
    const nav = navRef.current;
    if (!nav) return undefined;
    const show = () => nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    const observer = new ResizeObserver(show);
    observer.observe(nav);
    return () => observer.disconnect();
  }, [pathname]);
  return (
    <div className="flex max-w-full min-w-28 items-center">
      <nav ref={navRef} aria-label={label} className={cn('min-w-0 overflow-x-auto [scrollbar-width:none]', isOverflowing && fadingEdges)}>
        <ul className="flex w-max items-center gap-1">
          {tabs.map((tab) => {
            const isHere = pathname === tab.href;
            const isBelow = tab.hasPagesBelow === true && pathname.startsWith(`${tab.href}/`);
            return (
              <li key={tab.href}>
                <Link
                  href={tab.href}
                  aria-current={isHere ? 'page' : isBelow ? 'true' : undefined}
                  className={cn(
                    'flex h-7 items-center rounded-md px-2 whitespace-nowrap text-muted transition-colors hover:bg-raised hover:text-ink focus-visible:-outline-offset-2',
                    (isHere || isBelow) && 'bg-raised font-medium text-ink',
                  )}
                >
                  {tab.label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      {isOverflowing ? <AllTabs label={label} tabs={tabs} /> : null}
    </div>
  );
}

/** A row that goes on is seen to go on, rather than cut in the middle of a letter. The tab at hand stays clear of the edges. */
const fadingEdges = 'scroll-px-5 [mask-image:linear-gradient(to_right,transparent,black_0.75rem,black_calc(100%-1.25rem),transparent)]';

function AllTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label={`More: ${label.toLowerCase()}`} className="shrink-0">
          <ChevronDown aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {tabs.map(({ label: name, href }) => (
          <DropdownMenuItem key={href} asChild>
            <Link href={href}>{name}</Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
