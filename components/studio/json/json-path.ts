/** Where a value stands in a document: property names and list positions from the root. The root is empty. */
export type JsonPath = readonly (string | number)[];

/** A text that is equal for equal paths only; to compare and remember paths by. */
export function toPathKey(path: JsonPath): string {
  return JSON.stringify(path);
}

/** The path as JavaScript writes it behind the document's name: `accounts[0].name`, `["odd key"].x`; empty for the root. */
export function formatJsonPath(path: JsonPath): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'number') return `${text}[${segment}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(segment)) return `${text}[${JSON.stringify(segment)}]`;
    return text === '' ? segment : `${text}.${segment}`;
  }, '');
}
