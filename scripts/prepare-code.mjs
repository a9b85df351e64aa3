import { existsSync } from 'node:fs';
import { generatePrismaClients } from './prisma-generate.mjs';

/** Generates the Prisma clients and bundles the code editor; each step is skipped when it is up to date. */
export async function prepareCode() {
  generatePrismaClients();
  if (existsSync('scripts/build-monaco.mjs')) {
    const { buildMonaco } = await import('./build-monaco.mjs');
    await buildMonaco();
  }
}
