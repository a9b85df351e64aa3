// Makes what the code needs before it can be type-checked, tested or started: Prisma clients and bundled editors.
import { prepareCode } from './prepare-code.mjs';

await prepareCode();
