import { request as sendRequest, type Agent, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { CLIENT_ADDRESS_HEADER } from '@/lib/platform/auth';
import { answerPagesDown } from './answer-pages-down';

interface PassOnTo {
  socketPath: string;
  agent: Agent;
  /** `http` or `https`: how the caller reached this server. */
  protocol: string;
}

/** They concern one connection only. Source: RFC 9110, section 7.6.1; `Expect` was answered by our own server. */
const CONNECTION_HEADERS = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade', 'expect'];

/**
 * Passes a request on to the server behind a socket, and its answer back, both as they come.
 * Headers that are set on the response already win over those of the answer. A caller who hangs up ends the request there too.
 */
export function passOn(request: IncomingMessage, response: ServerResponse, { socketPath, agent, protocol }: PassOnTo): void {
  if (response.destroyed) return;
  const passed = sendRequest({ socketPath, agent, method: request.method, path: request.url, headers: toPassedHeaders(request.headers, protocol) });
  response.once('close', () => {
    if (!response.writableFinished) passed.destroy();
  });
  passed.once('response', (answer) => {
    response.statusCode = answer.statusCode ?? 502;
    response.statusMessage = answer.statusMessage ?? '';
    copyHeaders(answer, response);
    // A failure on either side ends both; there is nobody left to tell.
    pipeline(answer, response, () => undefined);
  });
  passed.on('error', () => {
    if (response.headersSent) response.destroy();
    else answerPagesDown(request, response);
  });
  request.pipe(passed);
}

function toPassedHeaders(headers: IncomingHttpHeaders, protocol: string): IncomingHttpHeaders {
  const passed: IncomingHttpHeaders = { ...headers };
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  for (const name of [...CONNECTION_HEADERS, ...named]) delete passed[name];
  // Whatever the caller claimed is replaced by what our own server knows.
  passed['x-forwarded-for'] = String(headers[CLIENT_ADDRESS_HEADER] ?? '');
  passed['x-forwarded-host'] = headers.host ?? '';
  passed['x-forwarded-proto'] = protocol;
  return passed;
}

function copyHeaders(answer: IncomingMessage, response: ServerResponse): void {
  const settled = new Set(response.getHeaderNames());
  const { rawHeaders } = answer;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    const lowerName = name.toLowerCase();
    const concernsConnection = lowerName === 'transfer-encoding' || CONNECTION_HEADERS.includes(lowerName);
    if (!concernsConnection && !settled.has(lowerName)) response.appendHeader(name, value);
  }
}
