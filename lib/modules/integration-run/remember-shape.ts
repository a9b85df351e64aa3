import type { JsonValue } from '@/lib/engine/json';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import { compareShapes, inferShape, toReliedPaths } from '@/lib/modules/integration/response-shape.rules';
import { toResponseType } from '@/lib/modules/integration/response-type.rules';
import type { ShapeDrift } from './integration-run.contract';

export interface ShapeDeps {
  integrations: Pick<ReturnType<typeof integrationStore>, 'get' | 'findShapes' | 'saveShapes'>;
}

/** What is known of an integration's responses. */
export interface KnownResponse {
  /** As TypeScript; null when no response is known. */
  responseType: string | null;
  drift: ShapeDrift[];
}

interface ShapeInput {
  integrationId: string;
  definition: IntegrationDefinition;
  /** The response document of a successful run, as the script got it. */
  document: JsonValue | undefined;
}

/** Notes the shape of a response; the first one is remembered as what to expect, later ones are compared with it. */
export async function rememberShape(deps: ShapeDeps, { integrationId, definition, document }: ShapeInput): Promise<KnownResponse> {
  if (document === undefined) return { responseType: null, drift: [] };
  const latest = inferShape(document);
  const known = await deps.integrations.findShapes(integrationId);
  const remembered = known?.remembered ?? latest;
  if (!known || JSON.stringify(known.latest) !== JSON.stringify(latest)) await deps.integrations.saveShapes(integrationId, { remembered, latest });
  return { responseType: toResponseType(latest), drift: compareShapes(remembered, latest, toReliedPaths(definition)) };
}

/**
 * The newest known response and how it differs from what was remembered.
 * @throws Fault `integration/not-found`
 */
export async function readResponseType(deps: ShapeDeps, botId: string, integrationId: string): Promise<KnownResponse> {
  const { definition } = await deps.integrations.get(botId, integrationId);
  const known = await deps.integrations.findShapes(integrationId);
  if (!known) return { responseType: null, drift: [] };
  return { responseType: toResponseType(known.latest), drift: compareShapes(known.remembered, known.latest, toReliedPaths(definition)) };
}

/**
 * Expects responses like the newest one from now on: there is no drift any more.
 * @throws Fault `integration/not-found`
 */
export async function acceptLatestShape(deps: ShapeDeps, botId: string, integrationId: string): Promise<KnownResponse> {
  const known = await deps.integrations.findShapes(integrationId);
  if (known) await deps.integrations.saveShapes(integrationId, { remembered: known.latest, latest: known.latest });
  return readResponseType(deps, botId, integrationId);
}
