/** Papers to read before they leave: what they lack first, then the page as it will be printed, closed to scripts and to the outside. */
import { useState } from 'preact/hooks';
import type { FillPlace, Paper, PaperWish, WorklistEntry } from '../../core/for-panel.ts';
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
                {lack.fillAt && <Fill at={lack.fillAt} what={lack.text} />}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {hooks.takePaper ? (
        <>
          <Button onClick={() => hooks.takePaper?.take(paper)}>{hooks.takePaper.words().button}</Button>
          <Small>{hooks.takePaper.words().note}</Small>
        </>
      ) : (
        <>
          <div class="actions">
            {hooks.print && <Button onClick={() => hooks.print?.(paper)}>{words.print}</Button>}
            <Button onClick={() => void (hooks.savePaper ?? savePaper)(paper)}>{words.save}</Button>
          </div>
          {!hooks.print && <Small>{speech.view.explained.savedPaper}</Small>}
        </>
      )}
      <iframe class="sheet-of-paper" title={words.preview(paper.title)} sandbox="" srcdoc={paper.html} />
    </>
  );
}

/** Leads to the cell where `what` is filled in; where its tab is to be made first, the button says so. `onGo` is told first. */
export function Fill({ at, what, onGo }: { readonly at: FillPlace; readonly what: string; readonly onGo?: () => void }) {
  const [session, speech] = useRoom();
  const { paper, tabs } = speech.words.ahead;
  if (at.kind === 'make' && !session.confirmed) return null;
  const missing =
    at.kind === 'make' ? session.view?.house?.tabs.find(({ tab, firstRow }) => tab === at.tab && firstRow === null) : undefined;
  const text = missing === undefined ? paper.fill : tabs.make(missing.sheet);
  return (
    <Button
      look="link"
      label={`${text}${speech.words.colon}${what}`}
      onClick={() => {
        onGo?.();
        void session.fillAt(at);
      }}
    >
      {text}
    </Button>
  );
}
