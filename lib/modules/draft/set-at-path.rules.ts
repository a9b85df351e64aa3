/** A copy of a value with one of its inner values replaced; what isn't on the way is shared. */
export function setAtPath<Value>(root: Value, path: readonly (string | number)[], value: unknown): Value {
  const [step, ...rest] = path;
  // A path belongs to the value that it was found in, so each step is there and what is put there has the same shape.
  if (step === undefined) return value as Value;
  if (Array.isArray(root)) return root.map((entry, index): unknown => (index === step ? setAtPath<unknown>(entry, rest, value) : entry)) as Value;
  const members = root as Record<string, unknown>;
  return { ...members, [step]: setAtPath(members[step], rest, value) } as Value;
}
