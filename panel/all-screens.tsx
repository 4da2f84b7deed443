/** The screens of later.tsx, there from the start: a page in one piece cannot ask for a part of its script later (see `inOnePiece` in build.mjs). */
import type { Later as Parts } from './later.tsx';
import { Figures, Settings } from './screens/later.ts';

const SCREENS = { Figures, Settings };

export async function bringLater(): Promise<void> {}

export const Later: typeof Parts = ({ screen }) => {
  const Screen = SCREENS[screen];
  return <Screen />;
};
