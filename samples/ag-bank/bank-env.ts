import type { HttpBindings } from '@hono/node-server';

/** What the sample bank's routes expect around them: Node's request and response where there is a Node server. */
export interface BankEnv {
  Bindings: Partial<HttpBindings>;
}

/** How a sample bank behaves; everything has a default. */
export interface SampleBankOptions {
  /** Path that the bank answers under, without a slash at its end. Default: the root. */
  basePath?: string;
  /** Let `/redirect-to` lead to other origins. Default: no, so that nobody can borrow our address for a lure. */
  allowOpenRedirect?: boolean;
  /**
   * Let `/echo` show the `Cookie` header. Default: no, because the bank may share its origin with pages whose
   * session cookie scripts must not be able to read.
   */
  echoCookies?: boolean;
  /** Milliseconds since the epoch; decides when OAuth tokens expire. Default: the system clock. */
  now?: () => number;
  /** How `/slow` and `/drip` wait; ends early when the caller hangs up. Default: for as long as they say. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * The channel whose messenger the bank's website embeds; null where there is none, and then the website says how to make one.
   * Default: there is none.
   */
  findChannelId?: () => Promise<string | null>;
  /**
   * Where Parley is, without a slash at its end: the bank's website loads the messenger from there, and its backend posts there.
   * Default: the server that the bank is part of.
   */
  parleyUrl?: string;
}
