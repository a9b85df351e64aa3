import type { Operation } from '@/components/docs/openapi.schema';
import { toSampleValue } from '@/components/docs/sample-value';

/** A cURL command for a POSIX shell that calls the operation; what must be filled in stands in braces or capitals. */
export function toCurlExample(operation: Operation, origin: string): string {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.required).map((parameter) => `${parameter.name}={${parameter.name}}`);
  const url = origin + operation.path + (query.length > 0 ? `?${query.join('&')}` : '');
  const schema = operation.requestBody?.content['application/json']?.schema;
  const lines = [
    // Braces would otherwise be cURL's own pattern language.
    `curl -g ${operation.method === 'get' ? '' : `-X ${operation.method.toUpperCase()} `}${quote(url)}`,
    ...(operation.security.length > 0 ? [`-b ${quote('parley.session_token=YOUR_SESSION')}`] : []),
    ...(schema ? [`-H ${quote('content-type: application/json')}`, `-d ${quote(JSON.stringify(toSampleValue(schema), null, 2))}`] : []),
  ];
  return lines.join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
