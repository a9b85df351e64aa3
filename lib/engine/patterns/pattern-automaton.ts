import type { PatternPart } from './parse-pattern';

/** A node of the automaton. `blank` takes a blank, or nothing right after one; `any` may stay or go on; `fork` takes nothing. */
type Node = { kind: 'char'; code: number; next: number } | { kind: 'blank'; next: number } | { kind: 'any'; next: number } | { kind: 'fork'; nexts: number[] } | { kind: 'end' };

const BLANK = 0x20;
/** Remembered sets of nodes are thrown away beyond this number: a hostile pattern has exponentially many. */
const STATE_COUNT_MAX = 256;

/** A set of nodes in which the automaton can be. `nexts` by character code, filled as needed; null is a dead end. */
interface State {
  nodes: number[];
  isEnd: boolean;
  nexts: Map<number, State | null>;
}

/**
 * A pattern as a non-deterministic automaton whose sets of nodes are worked out when first met and remembered
 * (a lazy deterministic automaton). Matching takes at most (length of the input) × (length of the pattern) steps, mostly
 * one look-up a character. Blanks: a run of blanks that the pattern can produce fits exactly one blank of the input, and
 * blanks at its ends fit none.
 */
export class PatternAutomaton {
  private readonly nodes: Node[] = [];
  private readonly codes = new Set<number>();
  private readonly start: State;
  private stateByKey = new Map<string, State>();

  constructor(parts: readonly PatternPart[]) {
    const end = this.add({ kind: 'end' });
    const first = this.addSequence([{ kind: 'blank' }, ...parts, { kind: 'blank' }], end);
    this.start = this.toState([first], false);
  }

  /** Whether the whole of `text`, which is normalised, fits. */
  matches(text: string): boolean {
    // Both sides get a blank at each end, so that blanks at the pattern's ends meet one and vanish in it.
    const state = this.next(this.start, BLANK);
    let current = state;
    for (let index = 0; index < text.length && current !== null; index += 1) current = this.next(current, text.charCodeAt(index));
    if (current !== null && text !== '') current = this.next(current, BLANK);
    return current?.isEnd ?? false;
  }

  private next(state: State, code: number): State | null {
    // Characters that the pattern doesn't name are all alike.
    const known = code === BLANK || this.codes.has(code) ? code : -1;
    const remembered = state.nexts.get(known);
    if (remembered !== undefined) return remembered;
    const reached = this.step(state, known);
    state.nexts.set(known, reached);
    return reached;
  }

  private step(state: State, code: number): State | null {
    const reached: number[] = [];
    for (const index of state.nodes) {
      const node = this.nodes[index];
      if (node?.kind === 'any') reached.push(index);
      else if (node?.kind === 'char' && node.code === code) reached.push(node.next);
      else if (node?.kind === 'blank' && code === BLANK) reached.push(node.next);
    }
    return reached.length === 0 ? null : this.toState(reached, code === BLANK);
  }

  /** All nodes that `from` leads to without taking a character; past blanks too when one was just taken. */
  private toState(from: readonly number[], isAfterBlank: boolean): State {
    const seen = new Set(from);
    for (const index of seen) {
      const node = this.nodes[index];
      if (node?.kind === 'fork') for (const next of node.nexts) seen.add(next);
      else if (node?.kind === 'any' || (node?.kind === 'blank' && isAfterBlank)) seen.add(node.next);
    }
    const nodes = [...seen].sort((a, b) => a - b);
    const key = nodes.join();
    const remembered = this.stateByKey.get(key);
    if (remembered) return remembered;
    if (this.stateByKey.size >= STATE_COUNT_MAX) this.forget();
    const state: State = { nodes, isEnd: nodes.some((index) => this.nodes[index]?.kind === 'end'), nexts: new Map() };
    this.stateByKey.set(key, state);
    return state;
  }

  private forget(): void {
    for (const state of this.stateByKey.values()) state.nexts.clear();
    this.stateByKey = new Map();
  }

  private add(node: Node): number {
    if (node.kind === 'char') this.codes.add(node.code);
    return this.nodes.push(node) - 1;
  }

  /** Adds the nodes of `parts`, last first, and gives the first. */
  private addSequence(parts: readonly PatternPart[], end: number): number {
    return parts.reduceRight((next, part) => this.addPart(part, next), end);
  }

  private addPart(part: PatternPart, next: number): number {
    switch (part.kind) {
      case 'blank':
      case 'any':
        return this.add({ kind: part.kind, next });
      case 'choice':
        return this.add({ kind: 'fork', nexts: part.alternatives.map((alternative) => this.addSequence(alternative, next)) });
      case 'text': {
        let first = next;
        for (let index = part.text.length - 1; index >= 0; index -= 1) first = this.add({ kind: 'char', code: part.text.charCodeAt(index), next: first });
        return first;
      }
    }
  }
}
