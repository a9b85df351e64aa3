// npm hands a signal to its shell, and the shell dies of it without telling us: when our parent is gone, stop as asked.

/** Under `npm start` and `npm run dev`, sends this process SIGTERM once npm's shell is gone. Does nothing when npm did not start it. */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parentId = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parentId) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
