/** `npm run page [-- FILE]`: serves the page, with the sample or the user's file in its grid, and says where it is until Ctrl+C. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machineLanguage } from './report/day-and-language.ts';
import { thisMachine } from './report/this-machine.ts';
import { serve } from './serve.ts';

const WORDS = {
  en: {
    there: (url: string) => `Relance is at ${url}\nNothing leaves this computer. Ctrl+C ends it.`,
    noFile: (path: string) => `There is no file ${path}. Check its name and its folder.`,
  },
  fr: {
    there: (url: string) => `Relance est à l’adresse ${url}\nRien ne quitte cet ordinateur. Ctrl+C pour terminer.`,
    noFile: (path: string) => `Le fichier ${path} n’existe pas. Vérifiez son nom et son dossier.`,
  },
};

const machine = thisMachine();
const words = WORDS[machineLanguage(machine.env)];
const [name] = process.argv.slice(2);
const file = name === undefined ? null : resolve(name);
if (file !== null && !existsSync(file)) {
  machine.say(`${words.noFile(name as string)}\n`);
  process.exitCode = 1;
} else {
  const built = join(dirname(fileURLToPath(import.meta.url)), '..', 'local');
  const { url } = await serve(built, file);
  machine.out(`${words.there(url)}\n`);
}
