import {
  AudioLines,
  Braces,
  Captions,
  ChevronDownSquare,
  File,
  FileUp,
  Globe,
  Headset,
  Image,
  LayoutTemplate,
  ListChecks,
  MessageCircleQuestionMark,
  MessageSquareText,
  MousePointerClick,
  Puzzle,
  Reply,
  SquareStack,
  Variable,
  Video,
  Workflow,
  type LucideIcon,
} from 'lucide-react';

import type { InteractionKind } from '@/lib/engine/program/interaction.schema';

/** The headings under which kinds of interactions stand. Source: conversation-builder reference, section 6.1. */
export type KindGroup = 'Statements' | 'Questions' | 'Integrations' | 'Code';

/** How a kind of interaction is offered and shown. */
export interface KindLook {
  label: string;
  group: KindGroup;
  /** What it does, in a few words. */
  hint: string;
  Icon: LucideIcon;
  /** Other words people may look for. */
  keywords: readonly string[];
}

/** All kinds, in the order in which they are offered. */
export const kindLooks: Record<InteractionKind, KindLook> = {
  text: { label: 'Text', group: 'Statements', hint: 'Says something', Icon: MessageSquareText, keywords: ['message', 'statement', 'say'] },
  image: { label: 'Image', group: 'Statements', hint: 'Shows a picture', Icon: Image, keywords: ['picture', 'photo', 'gif'] },
  audio: { label: 'Audio', group: 'Statements', hint: 'Plays a sound', Icon: AudioLines, keywords: ['sound', 'voice'] },
  video: { label: 'Video', group: 'Statements', hint: 'Plays a film', Icon: Video, keywords: ['film', 'movie'] },
  file: { label: 'File', group: 'Statements', hint: 'Gives a file', Icon: File, keywords: ['document', 'pdf', 'download'] },
  'private-message': { label: 'Private Message', group: 'Statements', hint: 'A note that only agents see', Icon: Captions, keywords: ['agent', 'note'] },
  'quick-reply': { label: 'Quick Reply', group: 'Questions', hint: 'Chips that go away once answered', Icon: Reply, keywords: ['chips', 'choice'] },
  'multiple-choice': { label: 'Multiple Choice', group: 'Questions', hint: 'One of several, also by letter or number', Icon: ListChecks, keywords: ['options', 'list', 'choice'] },
  'text-question': { label: 'Text question', group: 'Questions', hint: 'Anything may be answered', Icon: MessageCircleQuestionMark, keywords: ['ask', 'open', 'input'] },
  button: { label: 'Button', group: 'Questions', hint: 'Buttons that answer or open a page', Icon: MousePointerClick, keywords: ['link', 'url', 'postback'] },
  structured: { label: 'Structured', group: 'Questions', hint: 'Tiles with image, title and buttons', Icon: LayoutTemplate, keywords: ['tile', 'card', 'rich'] },
  carousel: { label: 'Carousel', group: 'Questions', hint: 'Tiles side by side', Icon: SquareStack, keywords: ['tile', 'card', 'rich'] },
  'drop-down': { label: 'Drop-down', group: 'Questions', hint: 'One of a long list', Icon: ChevronDownSquare, keywords: ['select', 'choice', 'list'] },
  'web-view': { label: 'Web view', group: 'Questions', hint: 'Opens a page and waits until it posts', Icon: Globe, keywords: ['secure form', 'page', 'form'] },
  integration: { label: 'Integration', group: 'Integrations', hint: 'Calls an API', Icon: Workflow, keywords: ['api', 'call', 'http'] },
  'file-upload': { label: 'File Upload', group: 'Integrations', hint: 'Asks for a file', Icon: FileUp, keywords: ['attachment', 'document'] },
  'agent-transfer': { label: 'Agent Transfer', group: 'Integrations', hint: 'Hands over to a person', Icon: Headset, keywords: ['escalation', 'human', 'skill'] },
  'set-variables': { label: 'Set variables', group: 'Code', hint: 'Stores values', Icon: Variable, keywords: ['assign', 'slot'] },
  universal: { label: 'Universal', group: 'Code', hint: 'A rich message as JSON', Icon: Braces, keywords: ['json', 'rich', 'code', 'template'] },
  foreign: { label: 'Foreign', group: 'Code', hint: 'From an import; only its vendor’s platform runs it', Icon: Puzzle, keywords: [] },
};

/** The kinds that can be made here, under their headings. */
export const kindGroups: readonly { group: KindGroup; kinds: readonly InteractionKind[] }[] = (['Statements', 'Questions', 'Integrations', 'Code'] as const).map((group) => ({
  group,
  // The table's keys are the kinds.
  kinds: (Object.keys(kindLooks) as InteractionKind[]).filter((kind) => kindLooks[kind].group === group && kind !== 'foreign'),
}));
