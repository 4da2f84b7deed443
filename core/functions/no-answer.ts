/**
 * Why a formula cannot say: thrown by whatever reads an argument or a range, caught in one place, where it becomes the cell's error. A cell must never
 * show 0, a blank or a guess instead.
 */

/** `value`: an argument cannot be read; `not-available`: the question has no answer on this data. */
export class NoAnswer extends Error {
  readonly code: 'value' | 'not-available';

  constructor(code: NoAnswer['code'], message: string) {
    super(message);
    this.code = code;
  }
}
