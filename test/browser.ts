/** The browser of the tests: Chromium where `npm test` found or installed it, silent towards the outside. */
import { type Browser, chromium } from 'playwright-core';

const QUIET =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --js-flags=--min-semi-space-size=64';

/**
 * What Chromium does not do for us. The last list counts, so it begins with what Playwright turns off itself; the rest draw suggestions below an address
 * bar that nobody sees, in a page of their own beside every page of ours: a third of what a test costs.
 */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** How long a page may take for anything asked of it, in milliseconds: no test is about speed, and a busy machine is slow. */
export const PATIENCE = 120_000;

/** Starts it; fails, never skips, when there is none. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...QUIET.split(' '), `--disable-features=${FEATURES_OFF.join(',')}`],
  });
}
