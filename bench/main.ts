import { measureIntegrationRuns } from './integration-runs';
import { measureSandbox } from './sandbox';

const only = process.argv[2];
if (only === undefined || only === 'sandbox') await measureSandbox();
if (only === undefined || only === 'runs') await measureIntegrationRuns();
process.exit(0);
