import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { SampleBankOptions } from './bank-env';
import { createSampleBank } from './sample-bank';

/** A sample bank that listens on a free port of this machine. */
export interface RunningBank {
  /** `http://127.0.0.1:<port>` followed by the base path, without a slash at its end. */
  url: string;
  /** Cuts open connections and stops listening. */
  close: () => Promise<void>;
}

/** Starts a sample bank for a test or a benchmark; open redirects and the echo of cookies are on unless said otherwise. */
export function startSampleBank(options: SampleBankOptions = {}): Promise<RunningBank> {
  const bank = createSampleBank({ allowOpenRedirect: true, echoCookies: true, ...options });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: bank.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({
        url: `http://127.0.0.1:${port}${options.basePath ?? ''}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', reject);
  });
}
