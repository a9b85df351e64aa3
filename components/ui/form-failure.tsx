import { Callout } from '@/components/ui/callout';

/** Properties of `FormFailure`. */
export type FormFailureProps = {
  /** What didn't happen: "The bot was not saved". */
  what: string;
  /** The failure; nothing is shown without one. Its text says why and what to do. */
  failure: Error | null;
  className?: string;
};

/** Tells in a form that sending it failed, apart from any field. */
export function FormFailure({ what, failure, className }: FormFailureProps) {
  if (!failure) return null;
  return <Callout tone="bad" isAnnounced what={what} why={failure.message} className={className} />;
}
