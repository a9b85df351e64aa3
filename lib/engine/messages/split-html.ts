/** A tag, a blank stretch, or a word; a character reference counts as one character. */
const TOKEN = /<[^>]*>|\s+|(?:&[^;\s]{1,32};|[^<\s])+/g;
const CHARACTER = /&[^;\s]{1,32};|[^]/gu;

/**
 * Cleaned light HTML in pieces of at most `lengthMax` characters that a reader sees, cut between words; a longer word is cut
 * inside. Tags that are open at a cut are closed and opened again. Source: conversation-builder reference, section 6.4.
 */
export function splitHtml(html: string, lengthMax: number): string[] {
  if (html.length <= lengthMax) return [html];
  const pieces = new Pieces(lengthMax);
  for (const [token] of html.matchAll(TOKEN)) {
    if (token.startsWith('<')) pieces.addTag(token);
    else if (token.trim() === '') pieces.addBlank(token);
    else pieces.addWord(token.match(CHARACTER) ?? []);
  }
  return pieces.finish();
}

class Pieces {
  private readonly done: string[] = [];
  private piece = '';
  private length = 0;
  private blank = '';
  private open: string[] = [];

  constructor(private readonly lengthMax: number) {}

  addTag(tag: string): void {
    if (tag.startsWith('</')) this.open.pop();
    else if (tag !== '<br>') this.open.push(tag);
    this.flushBlank();
    this.piece += tag;
  }

  addBlank(text: string): void {
    this.blank += text;
  }

  addWord(characters: readonly string[]): void {
    if (this.length > 0 && this.length + this.blank.length + characters.length > this.lengthMax) this.cut();
    this.flushBlank();
    for (const character of characters) {
      if (this.length >= this.lengthMax) this.cut();
      this.piece += character;
      this.length += 1;
    }
  }

  finish(): string[] {
    if (this.length > 0 || this.done.length === 0) this.done.push(this.piece);
    return this.done;
  }

  /** Blanks that don't fit are not needed: the next word begins a piece. */
  private flushBlank(): void {
    if (this.length + this.blank.length <= this.lengthMax) {
      this.piece += this.blank;
      this.length += this.blank.length;
    }
    this.blank = '';
  }

  private cut(): void {
    const closing = [...this.open].reverse().map((tag) => `</${/^<(\w+)/.exec(tag)?.[1] ?? ''}>`);
    this.done.push(this.piece + closing.join(''));
    this.piece = this.open.join('');
    this.length = 0;
    this.blank = '';
  }
}
