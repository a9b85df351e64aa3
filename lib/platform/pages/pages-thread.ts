import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import next from 'next';
import type { PagesBirth } from './open-pages';

/**
 * Entry of the thread that renders the pages. It listens on the private socket that it was given and tells when it does.
 * Next logs what nobody caught and goes on; where the thread ends nevertheless, `openPages` starts another.
 */
// Threads are started by `openPages` alone, which hands over this shape.
const { socketPath, host, port } = workerData as PagesBirth;
const app = next({ dev: false, dir: process.cwd(), hostname: host, port });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
// Only the process itself connects, and it may keep connections for as long as it likes.
server.keepAliveTimeout = 0;
server.listen(socketPath, () => parentPort?.postMessage('listening'));
