/** Whether two JSON values say the same. The order of an object's members doesn't count, and a member that is undefined isn't there. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => isSameJson(value, b[index]));
  }
  const members = new Map<string, unknown>(Object.entries(b).filter(([, value]) => value !== undefined));
  const entries = Object.entries(a).filter(([, value]) => value !== undefined);
  return entries.length === members.size && entries.every(([key, value]) => members.has(key) && isSameJson(value, members.get(key)));
}
