import type { Hono } from 'hono';
import type { AppDeps } from '@/lib/http/route/app-deps';

/** What Hono carries along with one request. */
export interface ApiEnv {
  Variables: { requestId: string; deps: AppDeps };
}

/** A router of API routes. */
export type ApiRouter = Hono<ApiEnv>;
