/** `npm start [-- FILE]`: the page, with the user's file or the sample in its grid, until Ctrl+C. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thisMachine } from './report/this-machine.ts';
import { browserFor } from './start/browser-for.ts';
import { startCommand } from './start/start-command.ts';

const machine = thisMachine();
const pages = join(dirname(fileURLToPath(import.meta.url)), '..', 'local');
const { code, url } = await startCommand(process.argv.slice(2), machine, pages);
process.exitCode = code;
const browser = url === null || machine.columns === null ? null : browserFor(process.platform, machine.env);
if (url !== null && browser !== null) {
  const [program, ...args] = browser;
  // Nobody waits for a browser that is not there: the address stands on the screen.
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
