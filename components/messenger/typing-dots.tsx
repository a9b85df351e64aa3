/** Shows that somebody is about to say something. The dots stand still where motion is not wanted. */
export function TypingDots() {
  return (
    <div aria-hidden className="flex h-10 w-fit items-center gap-1 rounded-2xl rounded-ss-md bg-(--messenger-bubble) px-4">
      {[0, 160, 320].map((delayMs) => (
        <span
          key={delayMs}
          style={{ animationDelay: `${delayMs}ms` }}
          className="size-2 animate-pulse rounded-full bg-(--messenger-muted) motion-reduce:animate-none"
        />
      ))}
    </div>
  );
}
