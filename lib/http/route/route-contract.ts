import type { z } from 'zod';

/** Who may call a route: `session` needs a signed-in person; `consumer` a messenger's visitor, by bearer token; `public` needs nothing. */
export type RouteAccess = 'session' | 'consumer' | 'public';

/**
 * One route of the HTTP API, described once: the server validates by it, the OpenAPI document lists it and the
 * browser's client is typed by it. Browser-safe.
 */
export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Under `/api`, with parameters in braces: `/bots/{botId}`. */
  path: string;
  /** Unique verb and noun, for example `listBots`. */
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  access: RouteAccess;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Largest body accepted, in bytes. Default 2 MB. */
  bodyBytesMax?: number;
  /** Shape of a successful answer; left out, the route answers 204 without a body. */
  result?: Result;
  /** Status of a successful answer. Default 200, or 204 without a result. */
  status?: 200 | 201 | 202;
  /**
   * Whether a call may change sessions or configuration, so that what is remembered of them must be read anew.
   * Default: every method but GET.
   */
  changesConfiguration?: boolean;
  /** Problem codes that callers should expect, beyond invalid input and missing authentication. */
  problems?: string[];
}

/** Declares a route; its schemas' types are kept. */
export function defineRoute<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Result extends z.ZodType = z.ZodUndefined,
>(contract: RouteContract<Params, Query, Body, Result>): RouteContract<Params, Query, Body, Result> {
  return contract;
}

/** What a handler receives of a route's inputs, parsed. */
export type RouteInput<Contract> =
  Contract extends RouteContract<infer Params, infer Query, infer Body, z.ZodType>
    ? { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> }
    : never;

/** What a caller sends: the inputs before parsing, without the parts that the route does not have. */
export type RouteRequest<Contract> =
  Contract extends RouteContract<infer Params, infer Query, infer Body, z.ZodType>
    ? (Params extends z.ZodUndefined ? unknown : { params: z.input<Params> }) &
        (Query extends z.ZodUndefined ? unknown : { query?: z.input<Query> }) &
        (Body extends z.ZodUndefined ? unknown : { body: z.input<Body> })
    : never;

/** What a successful call answers. */
export type RouteResult<Contract> =
  Contract extends RouteContract<z.ZodType, z.ZodType, z.ZodType, infer Result> ? z.output<Result> : never;
