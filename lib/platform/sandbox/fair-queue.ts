/**
 * A queue in which owners take turns: an owner with a thousand entries delays another owner's first one by one entry,
 * not by a thousand.
 */
export class FairQueue<Entry extends { owner: string }> {
  readonly #entriesByOwner = new Map<string, Entry[]>();

  get isEmpty(): boolean {
    return this.#entriesByOwner.size === 0;
  }

  push(entry: Entry): void {
    const entries = this.#entriesByOwner.get(entry.owner);
    if (entries === undefined) this.#entriesByOwner.set(entry.owner, [entry]);
    else entries.push(entry);
  }

  /** The next entry of the first owner in turn that `mayRun`; that owner goes to the end of the line. */
  take(mayRun: (owner: string) => boolean): Entry | undefined {
    for (const [owner, entries] of this.#entriesByOwner) {
      if (!mayRun(owner)) continue;
      const entry = entries.shift();
      this.#entriesByOwner.delete(owner);
      if (entries.length > 0) this.#entriesByOwner.set(owner, entries);
      return entry;
    }
    return undefined;
  }

  remove(entry: Entry): void {
    const entries = this.#entriesByOwner.get(entry.owner) ?? [];
    const rest = entries.filter((other) => other !== entry);
    if (rest.length === 0) this.#entriesByOwner.delete(entry.owner);
    else this.#entriesByOwner.set(entry.owner, rest);
  }

  /** Empties the queue. */
  drain(): Entry[] {
    const entries = [...this.#entriesByOwner.values()].flat();
    this.#entriesByOwner.clear();
    return entries;
  }
}
