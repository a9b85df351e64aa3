import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const CHILD = `import { stopWithNpm } from './scripts/stop-with-npm.mjs';
stopWithNpm();
process.on('SIGTERM', () => { process.stdout.write('stopped'); process.exit(0); });
process.stdout.write('up');
setInterval(() => {}, 1000);`;

it('what npm runs stops when a signal to npm takes only its shell away', async () => {
  // The command after it keeps the shell from giving its place to Node, as npm's shell does.
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$CHILD"; true', process.execPath], { env: { ...process.env, CHILD, npm_lifecycle_event: 'dev' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  shell.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(shell.stdout, 'data');
  shell.kill('SIGTERM');
  await once(shell.stdout, 'end');
  expect(output).toBe('upstopped');
});
