/** What went wrong with a file or a folder, as one sentence on what happened and what to do. */
import { fileWords, writeWords } from '../files/file-words.ts';
import { FileTrouble } from '../files/trouble.ts';
import { WriteTrouble } from '../files/write-trouble.ts';
import { PathTrouble } from './answer.ts';
import { FolderTrouble } from './folder-trouble.ts';
import { WORDS } from './words.ts';

/** Whatever was thrown, in words. What nobody foresaw is a fault of ours: its stack is said as well. */
export function troubleInWords(error: unknown, file: string, language: 'fr' | 'en', say: (text: string) => void): string {
  const words = WORDS[language];
  const whole = ({ message, advice }: { message: string; advice: string }) => `${message} ${advice}`;
  if (error instanceof FileTrouble) return whole(fileWords(error, file, language));
  if (error instanceof WriteTrouble) return whole(writeWords(error.kind, error.path, language));
  if (error instanceof PathTrouble) return words.path[error.kind](file);
  if (error instanceof FolderTrouble) return words.folder[error.kind](error.path, error.holder);
  say(`${error instanceof Error ? error.stack : String(error)}\n`);
  return words.unexpected(error instanceof Error ? error.message : String(error));
}
