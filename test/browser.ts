/** The browser of the tests: Chromium where `npm test` found or installed it, silent towards the outside. */
import { type Browser, chromium } from 'playwright-core';

const QUIET =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Starts it; fails, never skips, when there is none. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET.split(' ') });
}
