import { z } from 'zod';
import { responseShapeSchema } from './response-shape.rules';

/** Shapes of one response: as the server sent it, and as the script left it (null when it is the same). */
const shapePairSchema = z.object({ response: responseShapeSchema, result: responseShapeSchema.nullable() });
export type ShapePair = z.infer<typeof shapePairSchema>;

/** What is known of an integration's responses: those that its fields and script were designed for, and the newest ones. */
export const responseShapesSchema = z.object({ remembered: shapePairSchema, latest: shapePairSchema });
export type ResponseShapes = z.infer<typeof responseShapesSchema>;
