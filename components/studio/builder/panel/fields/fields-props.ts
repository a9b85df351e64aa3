import type { InteractionKind, InteractionOf } from '@/lib/engine/program/interaction.schema';

/** Properties of the fields of one kind of interaction. */
export interface FieldsProps<Kind extends InteractionKind> {
  interaction: InteractionOf<Kind>;
  /** Sets some members. */
  patch: (parts: Partial<InteractionOf<Kind>>) => void;
}
