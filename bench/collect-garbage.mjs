// Preloaded into a measured server: SIGUSR2 has the main thread collect its garbage and say that it did.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

// Threads are preloaded, too.
if (isMainThread) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    // What finalizers let go of goes with the second.
    setTimeout(() => {
      collect();
      process.stdout.write('garbage collected\n');
    }, 200);
  });
}
