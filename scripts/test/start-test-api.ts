import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { tellClientAddress } from '@/lib/http/client-address';
import { createApi } from '@/lib/http/create-api';
import { openDeps, type OpenDeps } from '@/lib/http/open-deps';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import { parseEnv } from '@/lib/platform/env';

/** An answer as a test looks at it; `body` is parsed JSON, undefined for 204. */
interface TestAnswer {
  status: number;
  body: unknown;
  /** As it came over the wire, to look for what must not be in it. */
  text: string;
}

/** Calls a route by its path under `/api`. */
type Call = (method: string, path: string, body?: unknown) => Promise<TestAnswer>;

/** Somebody signed in. */
export interface TestPerson {
  workspaceId: string;
  /** The session, as a value of the header Cookie. */
  cookie: string;
  call: Call;
}

export interface TestApi {
  deps: OpenDeps;
  dataDir: string;
  origin: string;
  /** Lines of the log so far; none unless LOG_LEVEL is given. */
  logLines: string[];
  /** Makes a workspace of its own with one person, who is signed in. */
  join(name: string): Promise<TestPerson>;
  /** Calls as somebody who is not signed in. */
  call: Call;
  stop(): Promise<void>;
}

/**
 * For tests: the whole API on a listening server, with a real database and key file in a temporary folder.
 * @param isQuiet leaves timers and turns of an earlier process alone, and so reads nothing by itself: only then can another process
 * open the same SQLite file
 */
export async function startTestApi(variables: Record<string, string> = {}, { isQuiet = false } = {}): Promise<TestApi> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'parley-api-'));
  const env = parseEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...variables });
  const logLines: string[] = [];
  const deps = await openDeps(env, { write: (line) => void logLines.push(line) });
  const answer = getRequestListener(createApi(deps).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    tellClientAddress(request, env.publicUrl);
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  if (!isQuiet) await deps.runtime.start();
  // A listening TCP server's address is an object.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const callWith = (cookie: string): Call => async (method, route, body) => {
    const response = await fetch(`${origin}/api${route}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(cookie === '' ? {} : { cookie }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
  };

  return {
    deps,
    dataDir,
    origin,
    logLines,
    call: callWith(''),
    async join(name) {
      const workspaceId = deps.newId();
      const { headers, response } = await deps.auth.signUpEmail(
        { name, email: `${name}@example.com`, password: 'a long enough pass phrase 7' },
        new Headers({ host: new URL(origin).host }),
      );
      await workspaceStore(deps.db).insert({ id: workspaceId, name, outboundAllow: '' });
      await workspaceStore(deps.db).insertMember({ id: deps.newId(), workspaceId, userId: response.user.id, role: 'owner' });
      const cookie = headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
      return { workspaceId, cookie, call: callWith(cookie) };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deps.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
