/** Request headers that APIs often ask for, suggested while a header's name is typed. */
export const COMMON_HEADER_NAMES = [
  'Accept', 'Accept-Encoding', 'Accept-Language', 'Authorization', 'Cache-Control', 'Content-Language', 'Content-Type',
  'Cookie', 'Date', 'ETag', 'Idempotency-Key', 'If-Match', 'If-Modified-Since', 'If-None-Match', 'Origin', 'Prefer',
  'Range', 'Referer', 'Traceparent', 'User-Agent', 'X-Api-Key', 'X-Correlation-Id', 'X-Forwarded-For',
  'X-HTTP-Method-Override', 'X-Request-Id', 'X-Requested-With',
] as const;
