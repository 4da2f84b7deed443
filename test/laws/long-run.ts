/**
 * Laws in plain Node, where they live through twice as many cases as under Jest: `long-run law CASES SEED`, or `long-run crashes HOST KIND`. Prints one line of
 * figures, or what broke the law, and then ends with 1.
 */
import { crashes, HOSTS, KINDS } from './crashes.ts';
import { dunningHistories } from './histories.ts';
import { interleavings } from './interleavings.ts';
import { type Law, tried } from './law.ts';
import { randomSheets } from './random-sheets.ts';

const LAWS: readonly Law<never>[] = [
  interleavings('memory'),
  interleavings('Google Sheets'),
  interleavings('Excel'),
  dunningHistories,
  randomSheets,
] as unknown as readonly Law<never>[];

async function told([name, ...how]: readonly string[]): Promise<string> {
  if (name === 'crashes') {
    const [host, kind] = [HOSTS.find((one) => one === how[0]), KINDS.find((one) => one === how[1])];
    if (host === undefined || kind === undefined) throw new Error(`no such crashes: ${how.join(' ')}`);
    return crashes(host, kind, 1);
  }
  const law = LAWS.find((one) => one.name === name);
  if (law === undefined) throw new Error(`no such law: ${name}`);
  return tried(law, Number(how[0]), Number(how[1]));
}

told(process.argv.slice(2)).then(
  (line) => console.info(line),
  (error: unknown) => {
    console.info(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
