import { ChevronRight } from 'lucide-react';
import Link from 'next/link';

/** One step of the way to a page. */
export type Breadcrumb = { label: string; href: string };

/** The way to this page, each step a link; the page itself is not among them, its title follows. */
export function Breadcrumbs({ steps }: { steps: readonly Breadcrumb[] }) {
  if (steps.length === 0) return null;
  return (
    <nav aria-label="Breadcrumbs" className="min-w-0 shrink-0">
      <ol className="flex min-w-0 items-center">
        {steps.map((step) => (
          <li key={step.href} className="flex min-w-0 items-center">
            <Link
              href={step.href}
              className="max-w-20 truncate sm:max-w-40 rounded-sm px-1 py-0.5 text-muted transition-colors hover:bg-raised hover:text-ink"
            >
              {step.label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
