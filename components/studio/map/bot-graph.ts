import type { DialogKind } from '@/lib/engine/program/dialog.schema';
import type { InteractionKind } from '@/lib/engine/program/interaction.schema';

/** A dialog in the map, with the interactions that are drawn in it. */
export interface GraphDialog {
  id: string;
  name: string;
  kind: DialogKind;
  isEnabled: boolean;
  /** What starts it, in a few words; empty when only arrows lead here. */
  starter: string;
  interactionIds: string[];
}

/** An interaction in the map. */
export interface GraphInteraction {
  id: string;
  dialogId: string;
  kind: InteractionKind;
  name: string;
  /** The beginning of what it says or does. */
  line: string;
  isEnabled: boolean;
  /** What happens after it that no arrow shows: “closes the conversation”. */
  ends: string[];
}

/** Where the flow may go: from an interaction to an interaction, or to a dialog as a whole. */
export interface GraphArrow {
  id: string;
  fromInteractionId: string;
  to: { kind: 'interaction' | 'dialog' | 'missing'; id: string };
  /** What must hold; empty for the plain next step. */
  label: string;
  by: 'order' | 'next-action' | 'rule' | 'script';
  ruleId: string | null;
}

/** A bot as it is drawn. Orders are those of the draft. */
export interface BotGraph {
  dialogs: GraphDialog[];
  interactions: GraphInteraction[];
  arrows: GraphArrow[];
}
