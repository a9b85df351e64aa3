import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { tellClientAddress } from '@/lib/http/client-address';
import { createApi } from '@/lib/http/create-api';
import { openDeps } from '@/lib/http/open-deps';
import { parseEnv } from '@/lib/platform/env';

// For tests: the API without pages as a process of its own, so that it can be killed. Tells its address when it listens.
const env = parseEnv(process.env);
const deps = await openDeps(env);
const answer = getRequestListener(createApi(deps).fetch);
const server = createServer((request, response) => {
  tellClientAddress(request, env.publicUrl);
  void answer(request, response);
});
await new Promise<void>((resolve) => server.listen(env.port, env.host, resolve));
await deps.runtime.start();
// A listening TCP server's address is an object.
process.stdout.write(`Parley is at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
process.once('SIGTERM', () => void deps.close().then(() => process.exit(0)));
