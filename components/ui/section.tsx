import { useId, type ReactNode } from 'react';

/** Properties of `Section`. */
export type SectionProps = { title: ReactNode; /** One or two sentences under the title. */ lead?: ReactNode; children: ReactNode };

/** A part of a page with a heading of its own. */
export function Section({ title, lead, children }: SectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <div>
        <h2 id={headingId} className="text-sm font-semibold">
          {title}
        </h2>
        {lead ? <div className="mt-0.5 text-muted">{lead}</div> : null}
      </div>
      {children}
    </section>
  );
}
