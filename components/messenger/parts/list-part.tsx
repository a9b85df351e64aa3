/** A list of entries with a line of explanation each. */
export function ListPart({ items }: { items: readonly { title: string; subtitle?: string | undefined }[] }) {
  return (
    <ul className="flex flex-col divide-y divide-(--messenger-line)/30 rounded-lg border border-(--messenger-line)/45 bg-(--messenger-ground) text-(--messenger-ink)">
      {items.map((item, index) => (
        <li key={index} dir="auto" className="px-3 py-2 break-words">
          <p className="font-medium">{item.title}</p>
          {item.subtitle ? <p className="text-sm text-(--messenger-muted)">{item.subtitle}</p> : null}
        </li>
      ))}
    </ul>
  );
}
