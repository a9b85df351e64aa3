/** `wanted`, or with a number behind it when it is taken, case aside: "Text", "Text 2", "Text 3". */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map(toKey));
  if (!names.has(toKey(wanted))) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${stem} ${number}`;
    if (!names.has(toKey(name))) return name;
  }
}

function toKey(name: string): string {
  return name.trim().toLowerCase();
}
