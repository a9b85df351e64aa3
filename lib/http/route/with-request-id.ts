/** A ready-made answer with the headers that every answer of the API carries. It is not kept anywhere unless it says so itself. */
export function withRequestId(response: Response, requestId: string): Response {
  response.headers.set('x-request-id', requestId);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}
