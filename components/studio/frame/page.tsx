import type { ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';
import { PageHeader, type PageHeaderProps } from '@/components/ui/page-header';

/** Properties of `Page`. */
export type PageProps = Omit<PageHeaderProps, 'title'> & {
  /** The page's name; the heading and the first part of the window's title. */
  title: string;
  /** Which part of it is shown, where `nav` leads to several: "Integrations" of a bot. First in the window's title. */
  part?: string;
  children: ReactNode;
  /** Lets the content manage its own scrolling (panes); otherwise the content scrolls as a whole. */
  isFilled?: boolean;
  /** Of the content. */
  className?: string;
};

/** One page of the studio: its header, its window title ("List accounts · AG Bank · Parley") and its content. */
export function Page({ title, part, breadcrumbs = [], children, isFilled = false, className, ...header }: PageProps) {
  return (
    <>
      {/* The first step is the list that the navigation names anyway. */}
      <WindowTitle parts={[...(part ? [part] : []), title, ...breadcrumbs.slice(1).map((step) => step.label).toReversed()]} />
      <PageHeader title={part ? <HeadingOfPart title={title} part={part} /> : title} breadcrumbs={breadcrumbs} {...header} />
      <div className={cn('relative min-h-0 flex-1', isFilled ? 'flex flex-col overflow-hidden' : 'overflow-y-auto', className)}>
        {children}
      </div>
    </>
  );
}

/** The navigation beside it marks the part for the eye. */
function HeadingOfPart({ title, part }: { title: string; part: string }) {
  return (
    <>
      {title}
      <span className="sr-only">, {part}</span>
    </>
  );
}

/** The window's title from the page outwards, ending in Parley. React moves it into the document's head. */
export function WindowTitle({ parts }: { parts: readonly string[] }) {
  return <title>{[...parts, 'Parley'].join(' · ')}</title>;
}
