/** A ready-made answer with the headers that every answer of the API carries. */
export function withRequestId(response: Response, requestId: string): Response {
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'no-store');
  return response;
}
