import { measureIntegrationRuns } from './integration-runs';
import { measureSandbox } from './sandbox';

await measureSandbox();
await measureIntegrationRuns();
process.exit(0);
