import { measureIntegrationRuns } from './integration-runs';
import { measureSandbox } from './sandbox';
import { measureTurns } from './turns';

const only = process.argv[2];
if (only === undefined || only === 'sandbox') await measureSandbox();
if (only === undefined || only === 'runs') await measureIntegrationRuns();
if (only === undefined || only === 'turns') await measureTurns();
process.exit(0);
