/** `npm run --silent report -- FILE...`: the report command on this machine. */
import { reportCommand } from './command.ts';
import { thisMachine } from './this-machine.ts';

process.exitCode = reportCommand(process.argv.slice(2), thisMachine());
