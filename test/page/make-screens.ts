/**
 * `npm run screenshots [-- DIR]`: a picture of every screen of the page, in both languages, the panel narrow and wide. `--docs`: those of README and
 * the guides only, anew.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { DOC_PICTURES } from './doc-pictures.ts';
import { Town } from './page.ts';
import { everyScreen, type Look } from './screens.ts';

const LOOKS: readonly Look[] = [
  { language: 'fr', panel: 300 },
  { language: 'en', panel: 350 },
  { language: 'fr', panel: 350 },
  { language: 'en', panel: 300 },
];
const [wanted] = process.argv.slice(2);
const isDocs = wanted === '--docs';
const folder = isDocs ? 'docs/pictures' : resolve(process.env.INIT_CWD ?? '.', wanted ?? 'screenshots');

/** The canvas of the grid is drawn a moment after the rest; where the mouse rests is nobody's business. */
async function drawn(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
}

/** The whole page, then the panel alone at its full height. */
async function pictures(page: Page, name: string): Promise<void> {
  await drawn(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const size = page.viewportSize() as { width: number; height: number };
  const more = await page.evaluate(() => {
    const main = document.querySelector('#panel main') ?? document.querySelector('#panel');
    return main ? main.scrollHeight - main.clientHeight : 0;
  });
  const hasDialog = (await page.locator('dialog[open]').count()) > 0;
  if (more <= 0 || hasDialog) return;
  await page.setViewportSize({ ...size, height: Math.min(4000, size.height + more) });
  await page.locator('#panel').screenshot({ path: join(folder, `${name}-panel.png`) });
  await page.setViewportSize(size);
}

/** What the pages of documentation show of a screen. */
async function docPictures(page: Page, language: Look['language'], name: string): Promise<void> {
  const wanted = DOC_PICTURES.filter((picture) => picture.screen === name && picture.language === language);
  const panel = page.locator('#panel');
  for (const { of, from, file } of wanted) {
    await panel.locator('main').evaluate((main, top) => {
      main.scrollTop = 0;
      const first = top && main.querySelector(top);
      if (first) main.scrollTop = first.getBoundingClientRect().top - main.getBoundingClientRect().top;
    }, from);
    await drawn(page);
    await (of === 'page' ? page : panel).screenshot({ path: join(folder, file) });
  }
}

mkdirSync(folder, { recursive: true });
const town = await Town.open();
try {
  if (isDocs)
    for (const language of ['fr', 'en'] as const)
      await everyScreen(town, 'dist/local', { language, panel: 350 }, (page, name) => docPictures(page, language, name));
  else
    for (const look of LOOKS) {
      let at = 0;
      await everyScreen(town, 'dist/local', look, (page, name) =>
        pictures(page, `${look.language}-${look.panel}-${String(++at).padStart(2, '0')}-${name}`),
      );
    }
  process.stdout.write(`${folder}\n`);
} finally {
  await town.close();
}
for (const fault of town.faults) process.stderr.write(`${fault}\n`);
