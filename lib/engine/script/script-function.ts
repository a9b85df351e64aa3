/** One `botContext` function, as editors, preludes and `docs/scripting.md` know it. */
export interface ScriptFunction {
  name: string;
  /** TypeScript parameters, for example `name: string`. */
  parameters: string;
  /** TypeScript type of what it returns. */
  returns: string;
  /** What it does, for the editor. */
  doc: string;
  /**
   * `works`: as the reference says. `empty`: belongs to the vendor's cloud; gives an empty value and leaves a note.
   */
  state: 'works' | 'empty';
}
