import { it } from '@jest/globals';
import { IS_THOROUGH } from './thorough.ts';

/** A test of the long run alone: a variant of what a test beside it, or nearer to the rule, proves in every run. */
export function itAtLength(name: string, test: () => Promise<void>): void {
  if (IS_THOROUGH) it(name, test);
}
