/** Asks the person whether to leave; resolves to true to go on. */
type AskToLeave = () => Promise<boolean>;

/**
 * Knows whether something on screen is unsaved, and asks before it is left. Whoever navigates by code calls
 * `confirmLeaving` first; links, the back button and closing the tab are watched by `LeaveGuardDialog`.
 */
export const leaveGuard = createLeaveGuard();

function createLeaveGuard() {
  const unsaved = new Set<symbol>();
  let ask: AskToLeave | null = null;

  return {
    /** Marks something as unsaved until the returned function is called. */
    hold(): () => void {
      const token = Symbol('unsaved');
      unsaved.add(token);
      return () => unsaved.delete(token);
    },
    isHolding: (): boolean => unsaved.size > 0,
    /** Sets who asks; the dialog, while it is mounted. */
    installAsk(next: AskToLeave): () => void {
      ask = next;
      return () => {
        if (ask === next) ask = null;
      };
    },
    /** True when nothing is unsaved or the person chose to leave; nothing is changed by asking. */
    confirmLeaving: async (): Promise<boolean> => unsaved.size === 0 || ask === null || ask(),
  };
}
