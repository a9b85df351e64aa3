import type { Answer } from '@/lib/engine/flow/answer';
import type { Move } from '@/lib/engine/flow/move';
import type { Steps, Turn } from '@/lib/engine/flow/turn';
import type { Interaction, InteractionKind } from '@/lib/engine/program/interaction.schema';
import { agentTransfer } from './agent-transfer';
import { button } from './button';
import { dropDown, multipleChoice, quickReply } from './choice-questions';
import { fileUpload } from './file-upload';
import { foreign } from './foreign';
import { integration } from './integration';
import type { InteractionBehaviour } from './interaction-behaviour';
import { audio, file, image, video } from './media';
import { privateMessage } from './private-message';
import { setVariables } from './set-variables';
import { text } from './text';
import { textQuestion } from './text-question';
import { carousel, structured } from './tile-questions';
import { universal } from './universal';
import { webView } from './web-view';

/** Every kind of interaction; a missing one does not compile. */
const BEHAVIOURS: { [Kind in InteractionKind]: InteractionBehaviour<Kind> } = {
  text,
  image,
  audio,
  video,
  file,
  'private-message': privateMessage,
  'multiple-choice': multipleChoice,
  'text-question': textQuestion,
  structured,
  carousel,
  button,
  'quick-reply': quickReply,
  'drop-down': dropDown,
  'web-view': webView,
  'file-upload': fileUpload,
  integration,
  'agent-transfer': agentTransfer,
  universal,
  'set-variables': setVariables,
  foreign,
};

/** What any interaction does, whichever kind it is. */
interface Behaviour {
  isQuestion(): boolean;
  enter(turn: Turn): Steps<Move>;
  /** Null when the kind does not rest for answers. */
  accept(turn: Turn, answer: Answer): Steps<Move> | null;
}

/** The behaviour of an interaction, bound to it. */
export function findBehaviour<Kind extends InteractionKind>(interaction: Extract<Interaction, { kind: Kind }>): Behaviour {
  const behaviour = BEHAVIOURS[interaction.kind as Kind] as unknown as InteractionBehaviour<Kind>; // The table's entry is for this kind.
  return {
    isQuestion: () => behaviour.isQuestion(interaction),
    enter: (turn) => behaviour.enter(turn, interaction),
    accept: (turn, answer) => behaviour.accept?.(turn, interaction, answer) ?? null,
  };
}
