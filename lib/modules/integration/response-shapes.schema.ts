import { z } from 'zod';
import { responseShapeSchema } from './response-shape.rules';

/** What is known of an integration's responses: the shape that its fields and script were designed for, and the newest one. */
export const responseShapesSchema = z.object({ remembered: responseShapeSchema, latest: responseShapeSchema });
export type ResponseShapes = z.infer<typeof responseShapesSchema>;
