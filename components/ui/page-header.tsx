'use client';

import { useContext, type ReactNode } from 'react';

import { Breadcrumbs, type Breadcrumb } from '@/components/ui/breadcrumbs';
import { cn } from '@/components/ui/class-names';
import { PageToolsContext } from '@/components/ui/page-tools';

/** Properties of `PageHeader`. */
export type PageHeaderProps = {
  title: ReactNode;
  /** The steps above this page, outermost first. */
  breadcrumbs?: readonly Breadcrumb[];
  /** A state beside the title: "unsaved", a badge. */
  status?: ReactNode;
  /** Links to the sibling parts of the same thing. */
  nav?: ReactNode;
  /** Buttons, the most important last. */
  actions?: ReactNode;
};

/** The line at the top of a page: where one is, what it is called, and what can be done with it; then the tools of `PageToolsContext`. */
export function PageHeader({ title, breadcrumbs = [], status, nav, actions }: PageHeaderProps) {
  const tools = useContext(PageToolsContext);
  // Below a thing of its own there is more to say than one row holds.
  const isDeep = breadcrumbs.length > 1;
  return (
    <header className="@container shrink-0 border-b border-line bg-surface">
      <div className={cn('flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5', !isDeep && '@3xl:flex-nowrap')}>
        {/* Beside tabs, which scroll where they don't fit, the name stays readable. */}
        <div className={cn('flex min-w-0 items-center', nav && !isDeep ? '@3xl:max-w-52 @3xl:shrink-0 @6xl:max-w-96' : '@3xl:min-w-20 @3xl:shrink')}>
          <Breadcrumbs steps={breadcrumbs} />
          <h1 className="relative min-w-0 truncate px-1 text-sm font-semibold">{title}</h1>
          {status ? <div className="ml-1 flex shrink-0 items-center gap-1">{status}</div> : null}
        </div>
        {nav}
        {actions || tools ? (
          <div className={cn('ml-auto flex flex-wrap items-center justify-end gap-2', !isDeep && '@3xl:shrink-0 @3xl:flex-nowrap')}>
            {actions}
            {tools}
          </div>
        ) : null}
      </div>
    </header>
  );
}
