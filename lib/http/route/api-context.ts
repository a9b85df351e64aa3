import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { AppDeps } from '@/lib/http/route/app-deps';

/** The signed-in person of a request, and the workspace that every query is scoped by. */
export interface RequestScope {
  userId: string;
  workspaceId: string;
}

/** What Hono carries along with one request. */
export interface ApiEnv {
  Variables: { requestId: string; log: Logger; deps: AppDeps };
}

/** A router of API routes. */
export type ApiRouter = Hono<ApiEnv>;
