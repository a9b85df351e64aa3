/** What a said word gives: in squared weights, of what it is found in and of the utterance. */
export interface Gain {
  /** The word's number in the utterance, from 1. */
  term: number;
  ofPhrase: number;
  ofUtterance: number;
}

/** What an utterance has in common with each of many phrases or intents, numbered from 0. */
export class Overlaps {
  readonly ofPhrase: Float64Array;
  readonly ofUtterance: Float64Array;
  /** Those that have anything in common with it. */
  readonly touched: number[] = [];
  /** The last said word that was counted for each, so that none counts twice. */
  private readonly lastTerm: Int32Array;

  constructor(count: number) {
    this.ofPhrase = new Float64Array(count);
    this.ofUtterance = new Float64Array(count);
    this.lastTerm = new Int32Array(count);
  }

  has(index: number): boolean {
    return this.lastTerm[index] !== 0;
  }

  /** Counts a word for one of them; of several gains by the same word the first counts. */
  add(index: number, { term, ofPhrase, ofUtterance }: Gain): void {
    if (this.lastTerm[index] === term) return;
    if (this.lastTerm[index] === 0) this.touched.push(index);
    this.lastTerm[index] = term;
    this.ofPhrase[index] = (this.ofPhrase[index] ?? 0) + ofPhrase;
    this.ofUtterance[index] = (this.ofUtterance[index] ?? 0) + ofUtterance;
  }
}
