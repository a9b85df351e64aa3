import type { JsonValue } from '@/lib/engine/json';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import { inferShape, isSameShape } from '@/lib/modules/integration/response-shape.rules';
import type { ResponseShapes, ShapePair } from '@/lib/modules/integration/response-shapes.schema';
import { toTypeText } from '@/lib/modules/integration/response-type.rules';
import { compareShapes, toFieldReliedPaths, toReliedPaths } from '@/lib/modules/integration/shape-drift.rules';
import type { ShapeDrift } from './integration-run.contract';

export interface ShapeDeps {
  integrations: Pick<ReturnType<typeof integrationStore>, 'get' | 'findShapes' | 'saveShapes'>;
}

/** What is known of an integration's responses. */
export interface KnownResponse {
  /** The newest response as TypeScript; null when none is known. */
  responseType: string | null;
  drift: ShapeDrift[];
}

interface ShapeInput {
  integrationId: string;
  definition: IntegrationDefinition;
  /** The documents of a successful run: as sent, and as the script left it. */
  responseDocument: JsonValue | undefined;
  document: JsonValue | undefined;
}

const NOTHING_KNOWN: KnownResponse = { responseType: null, drift: [] };

/** Notes the shape of a response; the first one is remembered as what to expect, later ones are compared with it. */
export async function rememberShape(deps: ShapeDeps, input: ShapeInput): Promise<KnownResponse> {
  const { integrationId, definition, responseDocument, document } = input;
  if (responseDocument === undefined) return NOTHING_KNOWN;
  const isTransformed = document !== undefined && document !== responseDocument;
  const latest: ShapePair = { response: inferShape(responseDocument), result: isTransformed ? inferShape(document) : null };
  const known = await deps.integrations.findShapes(integrationId);
  if (known && isSamePair(known.latest, latest)) return toKnownResponse(known, definition);
  const shapes: ResponseShapes = { remembered: known?.remembered ?? latest, latest };
  await deps.integrations.saveShapes(integrationId, shapes);
  return toKnownResponse(shapes, definition);
}

/**
 * The newest known response and how it differs from what was remembered.
 * @throws Fault `integration/not-found`
 */
export async function readResponseType(deps: ShapeDeps, botId: string, integrationId: string): Promise<KnownResponse> {
  const { definition } = await deps.integrations.get(botId, integrationId);
  const shapes = await deps.integrations.findShapes(integrationId);
  return shapes ? toKnownResponse(shapes, definition) : NOTHING_KNOWN;
}

/**
 * Expects responses like the newest one from now on: there is no drift any more.
 * @throws Fault `integration/not-found`
 */
export async function acceptLatestShape(deps: ShapeDeps, botId: string, integrationId: string): Promise<KnownResponse> {
  await deps.integrations.get(botId, integrationId);
  const shapes = await deps.integrations.findShapes(integrationId);
  if (shapes) await deps.integrations.saveShapes(integrationId, { remembered: shapes.latest, latest: shapes.latest });
  return readResponseType(deps, botId, integrationId);
}

function isSamePair(a: ShapePair, b: ShapePair): boolean {
  if (!isSameShape(a.response, b.response)) return false;
  return a.result === null || b.result === null ? a.result === b.result : isSameShape(a.result, b.result);
}

/** The last comparison of each pair of shapes: most runs of an integration bring the shapes of the run before. */
const comparisonByShapes = new WeakMap<ResponseShapes, { definition: IntegrationDefinition; known: KnownResponse }>();

function toKnownResponse(shapes: ResponseShapes, definition: IntegrationDefinition): KnownResponse {
  const last = comparisonByShapes.get(shapes);
  if (last?.definition === definition) return last.known;
  const known = compare(shapes, definition);
  comparisonByShapes.set(shapes, { definition, known });
  return known;
}

/** The script relies on the response as sent; the fields rely on what the script left. */
function compare({ remembered, latest }: ResponseShapes, definition: IntegrationDefinition): KnownResponse {
  const byScript = compareShapes(remembered.response, latest.response, toReliedPaths(definition.transformScript, remembered.response));
  const isSameDesign = (remembered.result === null) === (latest.result === null);
  const byFields = isSameDesign
    ? compareShapes(remembered.result ?? remembered.response, latest.result ?? latest.response, toFieldReliedPaths(definition.customDataFields, definition.responseVariable))
    : [];
  const driftByPlace = new Map([...byScript, ...byFields].map((drift) => [`${drift.change} ${drift.path}`, drift]));
  return { responseType: toTypeText(latest.response), drift: [...driftByPlace.values()] };
}
