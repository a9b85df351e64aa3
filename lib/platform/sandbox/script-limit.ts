import type { ScriptEnd, ScriptJob } from '@/lib/engine/script/script-job';

/** The outcome of a limit having been reached, with its configured value. */
export function toLimit(limit: 'time' | 'memory' | 'output' | 'stack', { limits }: ScriptJob): ScriptEnd {
  switch (limit) {
    case 'time':
      return { kind: 'limit-reached', limit, value: limits.timeMs, unit: 'ms' };
    case 'memory':
      return { kind: 'limit-reached', limit, value: limits.memoryBytes, unit: 'bytes' };
    case 'output':
      return { kind: 'limit-reached', limit, value: limits.outputBytes, unit: 'bytes' };
    case 'stack':
      return { kind: 'limit-reached', limit, value: limits.stackBytes, unit: 'bytes' };
  }
}
