import { buildEntries } from '../build-server.mjs';

/** Vitest global setup: the sandbox's worker thread runs from dist/, so build it before any suite. */
export default async function setup() {
  await buildEntries(['sandbox-worker']);
}
