/** The pictures of README and the guides: which screen each shows, in which language, and whether the whole page or the panel alone. */
import type { Look } from './screens.ts';

export interface DocPicture {
  /** As the walk of screens names it. */
  readonly screen: string;
  readonly language: Look['language'];
  readonly of: 'page' | 'panel';
  /** What stands at the top of the panel; its first line, when left out. */
  readonly from?: string;
  /** In docs/pictures. */
  readonly file: string;
}

const OPEN_ENTRY = '.entry.open';

/** Pictures of both guides, by what they are called there. */
const GUIDE: Readonly<Record<string, Pick<DocPicture, 'screen' | 'of' | 'from'>>> = {
  understood: { screen: 'understood', of: 'page' },
  today: { screen: 'today', of: 'panel' },
  message: { screen: 'message', of: 'panel', from: OPEN_ENTRY },
  drafts: { screen: 'outbox', of: 'panel' },
  customer: { screen: 'customer', of: 'panel' },
  'formal-notice': { screen: 'formal-notice', of: 'panel', from: '.entry.open iframe' },
  figures: { screen: 'figures', of: 'panel' },
};

export const DOC_PICTURES: readonly DocPicture[] = [
  { screen: 'entry-mail', language: 'en', of: 'page', from: '.headline', file: 'page.png' },
  { screen: 'message', language: 'en', of: 'page', from: OPEN_ENTRY, file: 'page-message.png' },
  ...(['fr', 'en'] as const).flatMap((language) =>
    Object.entries(GUIDE).map(([name, picture]): DocPicture => ({ ...picture, language, file: `guide-${name}-${language}.png` })),
  ),
];
