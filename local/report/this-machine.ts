/** The terminal, clock and environment of the machine the command runs on. */
import type { Machine } from './command.ts';

/** What a command sees and where it speaks. A reader who closes the pipe (`| head`) has seen enough. */
export function thisMachine(): Machine {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr])
    stream.on('error', (error: { code?: string }) => {
      if (error.code !== 'EPIPE') throw error;
    });
  return {
    now: new Date(),
    env,
    columns: stdout.isTTY ? stdout.columns : null,
    out: (text) => stdout.write(text),
    say: (text) => stderr.write(text),
  };
}
