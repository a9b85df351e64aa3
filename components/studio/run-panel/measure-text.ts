/** A duration for reading: `0.4 ms`, `143 ms`, `1.24 s`, `1 min 5 s`. */
export function msText(durationMs: number): string {
  if (durationMs < 10 && durationMs % 1 !== 0) return `${durationMs.toFixed(1)} ms`;
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9_995) return `${(durationMs / 1_000).toFixed(2)} s`;
  if (durationMs < 59_950) return `${(durationMs / 1_000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A size for reading, with 1 KB of 1,024 bytes: `512 B`, `2.3 KB`, `5 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  const kilobytes = bytes / 1_024;
  return kilobytes < 1_023.95 ? `${trimmed(kilobytes)} KB` : `${trimmed(kilobytes / 1_024)} MB`;
}

/** `1 item`, `12 items`. */
export function countText(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function trimmed(amount: number): string {
  return amount >= 100 ? String(Math.round(amount)) : String(Math.round(amount * 10) / 10);
}
