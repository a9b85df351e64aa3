/** Whether two names of a file's type mean the same: `.JPG`, `jpg` and `jpeg`. */
export function isSameFileType(one: string, other: string): boolean {
  return toPlain(one) === toPlain(other);
}

function toPlain(type: string): string {
  const plain = type.trim().replace(/^\./, '').toLowerCase();
  return plain === 'jpeg' ? 'jpg' : plain;
}
