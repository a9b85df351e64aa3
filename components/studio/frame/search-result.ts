/** Something the command palette found. */
export type SearchResult = {
  kind: 'bot' | 'integration' | 'credential' | 'environment';
  id: string;
  title: string;
  /** Where it belongs: the bot's name, a credential's kind. */
  subtitle?: string | undefined;
  /** Where it is opened. */
  href: string;
};

/** Finds things by words. Rejects when the server can't be asked; `signal` ends a search that nobody waits for any more. */
export type SearchStudio = (query: string, signal: AbortSignal) => Promise<SearchResult[]>;
