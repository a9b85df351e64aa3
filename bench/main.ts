import { measureIntegrationRuns } from './integration-runs';
import { measureMessenger } from './messenger';
import { measureSandbox } from './sandbox';
import { measureTurns } from './turns';
import { measureWebView } from './web-view';

const only = process.argv[2];
if (only === undefined || only === 'sandbox') await measureSandbox();
if (only === undefined || only === 'runs') await measureIntegrationRuns();
if (only === undefined || only === 'turns') await measureTurns();
if (only === undefined || only === 'web-view') await measureWebView();
if (only === undefined || only === 'messenger') await measureMessenger();
process.exit(0);
