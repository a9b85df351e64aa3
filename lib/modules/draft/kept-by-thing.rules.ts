/**
 * Remembers what was found out about things that never change in place: content is replaced, not edited, so that looking at it again
 * after one change costs one thing only.
 * @param find what is found out about a thing, given what else it depends on; that is compared by identity
 */
export function keepByThing<Thing extends object, Other, Found>(find: (thing: Thing, other: Other) => Found): (thing: Thing, other: Other) => Found {
  const kept = new WeakMap<Thing, { other: Other; found: Found }>();
  return (thing, other) => {
    const known = kept.get(thing);
    if (known && known.other === other) return known.found;
    const found = find(thing, other);
    kept.set(thing, { other, found });
    return found;
  };
}
