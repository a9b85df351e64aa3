/**
 * Path and query that a request asks for. Clients that speak to a proxy write the whole address into the first line of the request, and servers
 * have to take it. Source: RFC 9112, section 3.2.2.
 */
export function toOriginForm(target: string): string {
  const rest = /^https?:\/\/[^/?#]*(.*)$/is.exec(target)?.[1];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}
