import { spawn, type ChildProcess } from 'node:child_process';

/** A process of the measurement and where it listens. */
export interface MeasuredProcess {
  address: string;
  child: ChildProcess;
}

/** Starts a Node process and waits for a line that tells its port or address. */
export function startProcess(args: string[], env: Record<string, string> = {}): Promise<MeasuredProcess> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGKILL'));
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}:\n${output}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /listening (\d+)/.exec(output)?.[1];
      const address = /Parley is at (http:\/\/\S+)/.exec(output)?.[1] ?? (port === undefined ? undefined : `http://127.0.0.1:${port}`);
      if (address !== undefined) resolve({ address, child });
    });
  });
}

/** Ends a process and waits until it is gone. */
export async function endProcess({ child }: MeasuredProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
