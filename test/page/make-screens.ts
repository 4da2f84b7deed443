/** `npm run screenshots [-- DIR]`: a picture of every screen of the page, in both languages, the panel narrow and wide. `--readme`: those of README only, anew. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { Town } from './page.ts';
import { everyScreen, type Look } from './screens.ts';

const LOOKS: readonly Look[] = [
  { language: 'fr', panel: 300 },
  { language: 'en', panel: 350 },
  { language: 'fr', panel: 350 },
  { language: 'en', panel: 300 },
];
/** Screen → the file README shows. */
const README: Readonly<Record<string, string>> = { 'entry-mail': 'page.png', message: 'page-message.png' };

const [wanted] = process.argv.slice(2);
const isReadme = wanted === '--readme';
const folder = isReadme ? 'docs/pictures' : resolve(process.env.INIT_CWD ?? '.', wanted ?? 'screenshots');

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

mkdirSync(folder, { recursive: true });
const town = await Town.open();
try {
  if (isReadme)
    await everyScreen(town, 'dist/local', { language: 'en', panel: 350 }, async (page, name) => {
      if (!README[name]) return;
      await drawn(page);
      await page.screenshot({ path: join(folder, README[name]) });
    });
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
