/** Papers to read before they leave: what they lack first, then the page as it will be printed, closed to scripts and to the outside. */
import { useState } from 'preact/hooks';
import type { Paper, PaperLack, PaperWish, WorklistEntry } from '../../core/for-panel.ts';
import { Button, More, Note, Small, useRoom } from '../parts.tsx';
import { savePaper } from '../save-paper.ts';
import { useWish } from '../wishes.ts';

/** Is the step of the entry a formal notice, made as a paper with all it must say? */
export function isNotice({ stage, channel }: WorklistEntry): boolean {
  return stage === 'formal-notice' && (channel === 'letter' || channel === 'registered-letter');
}

/** What may be printed of a customer at any time. */
export function CustomerPapers({ customer }: { readonly customer: string }) {
  const [, speech] = useRoom();
  return (
    <More summary={speech.words.ahead.paper.ofCustomer}>
      <div class="stack">
        <PaperPart wish={{ kind: 'statement', of: customer }} />
        <PaperPart wish={{ kind: 'evidence', of: customer }} />
      </div>
    </More>
  );
}

/** A button, then the paper. */
export function PaperPart({ wish }: { readonly wish: PaperWish }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.paper;
  const [isOpen, setOpen] = useState(false);
  useWish(isOpen ? { papers: [wish] } : null);
  const view = session.view;
  const papers = view?.papers?.filter(({ kind, of }) => kind === wish.kind && of === wish.of) ?? [];
  const isReading = session.isBusy && papers.length === 0;
  return (
    <div class="paper">
      <div class="actions">
        <Button expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hide : words.show[wish.kind]}
        </Button>
      </div>
      {isOpen && papers.length === 0 && !isReading && <Note kind="info" title={speech.view.explained.noPaper} />}
      {isOpen && papers.map((paper, at) => <Read key={`${paper.fileName} ${at}`} paper={paper} />)}
    </div>
  );
}

function Read({ paper }: { readonly paper: Paper }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.paper;
  const { hooks } = session;
  return (
    <>
      {paper.lacks.length > 0 && (
        <Note kind="warn" title={words.lacks(paper.lacks.length)}>
          <ul class="guards">
            {paper.lacks.map((lack) => (
              <li key={lack.text}>
                <p>{lack.text}</p>
                <Fill lack={lack} />
              </li>
            ))}
          </ul>
        </Note>
      )}
      <div class="actions">
        {hooks.print && <Button onClick={() => hooks.print?.(paper)}>{words.print}</Button>}
        <Button onClick={() => void (hooks.savePaper ?? savePaper)(paper)}>{words.save}</Button>
      </div>
      {!hooks.print && <Small>{speech.view.explained.savedPaper}</Small>}
      <iframe class="sheet-of-paper" title={words.preview(paper.title)} sandbox="" srcdoc={paper.html} />
    </>
  );
}

function Fill({ lack }: { readonly lack: PaperLack }) {
  const [session, speech] = useRoom();
  const { paper, tabs } = speech.words.ahead;
  const { fillAt } = lack;
  if (fillAt === null || (fillAt.kind === 'make' && !session.confirmed)) return null;
  const name = fillAt.kind === 'make' ? session.view?.house?.tabs.find(({ tab }) => tab === fillAt.tab)?.sheet : null;
  const text = name == null ? paper.fill : tabs.make(name);
  return (
    <Button look="link" label={`${text}${speech.words.colon}${lack.text}`} onClick={() => void session.fillAt(fillAt)}>
      {text}
    </Button>
  );
}
