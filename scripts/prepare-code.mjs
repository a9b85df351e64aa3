import { existsSync } from 'node:fs';
import { generatePrismaClients } from './prisma-generate.mjs';

/** Generates the Prisma clients, bundles the code editor and the messenger's script; what takes time is skipped when it is up to date. */
export async function prepareCode() {
  generatePrismaClients();
  if (existsSync('scripts/build-monaco.mjs')) {
    const { buildMonaco } = await import('./build-monaco.mjs');
    await buildMonaco();
  }
  const { buildMessenger } = await import('./build-messenger.mjs');
  await buildMessenger();
}
