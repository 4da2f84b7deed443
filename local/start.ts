/** `npm start`: for now the report of a sample, or of the file given. The page takes its place later. */
import { join } from 'node:path';
import { reportCommand } from './report/command.ts';
import { machineLanguage, SAMPLES } from './report/day-and-language.ts';
import { parseOptions } from './report/options.ts';
import { thisMachine } from './report/this-machine.ts';

const SAMPLE = { fr: 'factures-atelier-morel.xlsx', en: 'invoices-morel-workshop.xlsx' };

const machine = thisMachine();
const args = process.argv.slice(2);
const parsed = parseOptions(args);
const lacksFile = parsed.kind === 'usage' && parsed.trouble.kind === 'no-file';
const sample = join(SAMPLES, SAMPLE[parsed.language ?? machineLanguage(machine.env)]);
process.exitCode = reportCommand(lacksFile ? [...args, sample] : args, machine);
