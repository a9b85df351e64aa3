'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

import { cn } from '@/components/ui/class-names';

/** One tab that is a page of its own. */
export type LinkTab = {
  label: string;
  href: string;
  /** The tab also stands for the pages below its address. */
  hasPagesBelow?: boolean;
};

/** The sibling parts of one thing, each with its own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const pathname = usePathname();
  const listRef = useRef<HTMLUListElement>(null);
  // Where the row is wider than the window.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    listRef.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <nav aria-label={label} className="min-w-0 max-w-full overflow-x-auto [scrollbar-width:none]">
      <ul ref={listRef} className="flex items-center gap-1">
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
  );
}
