/** What the code of a page is written for. */
export interface PageCodeInput {
  /** Where pages post to, as an absolute address. */
  endpoint: string;
  botId: string;
  /** Shows the token of the page's link; else the hash of both ids. */
  isSigned: boolean;
  /** Said for the consumer; empty: the code only sets variables. */
  message: string;
  variables: readonly { name: string; value: string }[];
}

/** One way to write a page. */
export interface PageCode {
  /** A name for the file. */
  fileName: string;
  /** Where it runs and what it needs, in a sentence. */
  about: string;
  /** How it is started; null where a browser opens it. */
  command: string | null;
  text: string;
}
