/** The frame of the panel: where one is, how fresh it is, what is under way, what came of the last click; and the screen in it. */
import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { today } from './clock.ts';
import { problemsOf, worklistOf } from './long-lists.ts';
import { Button, Note, RoomContext, Sign, useRoom } from './parts.tsx';
import { isPrepared } from './screens/entry.tsx';
import { Figures } from './screens/figures.tsx';
import { FollowUp } from './screens/follow-up.tsx';
import { InvoiceDrawer } from './screens/invoice.tsx';
import { Problems } from './screens/problems.tsx';
import { Settings } from './screens/settings.tsx';
import { SheetUnderstood } from './screens/sheet.tsx';
import { Today } from './screens/today.tsx';
import { Welcome } from './screens/welcome.tsx';
import type { Screen, Session } from './session.ts';
import { ScrollerContext } from './window-list.tsx';

export function App({ session }: { readonly session: Session }) {
  const [, redraw] = useState(0);
  useLayoutEffect(() => session.listen(() => redraw((n) => n + 1)), [session]);
  const scroller = useRef<HTMLElement>(null);
  const { screen, view, speech } = session;
  useEffect(() => scroller.current?.scrollTo(0, 0), [screen]);
  // The button that was pressed may be gone with its entry, and a grid takes the keyboard when a tab is made: the Tab key goes on from what came of the
  // click, not from elsewhere.
  const { news, doing } = session;
  const wasHere = useRef(false);
  const isHere = () => scroller.current?.closest('.frame')?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (doing) wasHere.current = isHere();
  }, [doing]);
  useLayoutEffect(() => {
    if (news && wasHere.current && !isHere()) scroller.current?.focus({ preventScroll: true });
  }, [news]);
  const hasReport = view?.report != null;
  return (
    <RoomContext.Provider value={{ session, speech }}>
      <ScrollerContext.Provider value={scroller}>
        <div class="frame" lang={speech.code} aria-busy={session.doing !== null}>
          <Head />
          {hasReport && <Nav />}
          <main ref={scroller} tabIndex={-1}>
            <Outcome />
            {view === null ? session.trouble === null && <Loading /> : hasReport ? <Shown screen={screen} /> : <Welcome view={view} />}
          </main>
          {hasReport && <InvoiceDrawer />}
          <Spoken />
        </div>
      </ScrollerContext.Provider>
    </RoomContext.Provider>
  );
}

function Shown({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'today':
      return <Today />;
    case 'figures':
      return <Figures />;
    case 'follow':
      return <FollowUp />;
    case 'problems':
      return <Problems />;
    case 'settings':
      return <Settings />;
    case 'sheet':
      return <SheetUnderstood />;
    default:
      return screen satisfies never;
  }
}

function Head() {
  const { session, speech } = useRoom();
  const { words } = speech;
  const { view, doing, stale } = session;
  const report = view?.report;
  const isMoved = session.hooks.asOf.get() !== today();
  return (
    <header class="head">
      <div class="head-names">
        <h1>{report ? report.table.sheet : 'Relance'}</h1>
        {report && (
          <p class="muted">
            <span title={isMoved ? words.head.moved : undefined} class={isMoved ? 'moved' : ''}>
              {words.head.asOf(speech.day(report.asOf))}
            </span>
            {stale && <span class="stale"> · {words.head.changed}</span>}
          </p>
        )}
        {!report && view && (view.sheets ?? []).length === 0 && <p class="muted">{words.head.noWorkbook}</p>}
      </div>
      {report && session.confirmed && (
        <Button look={stale ? 'primary' : 'plain'} disabled={doing !== null} onClick={() => void session.refresh()}>
          {words.head.refresh}
        </Button>
      )}
      {report && !session.confirmed && session.screen !== 'sheet' && (
        <Button look="primary" disabled={doing !== null} onClick={() => session.show('sheet')}>
          {words.head.confirm}
        </Button>
      )}
      {report && (
        <Button
          look="quiet"
          class="icon"
          label={words.nav.settings}
          current={session.screen === 'settings'}
          onClick={() => session.show('settings')}
        >
          <Sign name="gear" />
        </Button>
      )}
      <div class={doing === null ? 'progress' : 'progress on'} aria-hidden="true" />
    </header>
  );
}

/** Above this, a tab says only that there are many. */
const MANY = 99;

function Nav() {
  const { session, speech } = useRoom();
  const { nav } = speech.words;
  const due = worklistOf(session.view).filter((entry) => entry.due && !isPrepared(entry)).length;
  const waiting = session.view?.outbox?.length ?? 0;
  const screens: readonly (readonly [Screen, string, number])[] = [
    ['today', nav.today, due],
    ['figures', nav.figures, 0],
    ['follow', nav.follow, waiting],
    ['problems', nav.problems, problemsOf(session.view).length],
  ];
  return (
    <nav class="nav" aria-label={nav.label}>
      <ul>
        {screens.map(([screen, text, count]) => (
          <li key={screen}>
            <Button
              look="quiet"
              current={session.screen === screen}
              {...(count > MANY ? { label: `${text} ${speech.count(count)}` } : {})}
              onClick={() => session.show(screen)}
            >
              {text}
              {count > 0 && <span class="count"> {count > MANY ? `${MANY}+` : count}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Loading() {
  const { speech } = useRoom();
  return <p class="loading muted">{speech.words.doing.open}</p>;
}

/** What went wrong, or what came of the last click. */
function Outcome() {
  const { session, speech } = useRoom();
  const { words } = speech;
  const { trouble, news } = session;
  if (trouble)
    return (
      <Note kind="bad" title={words.failed.title}>
        <p class="quoted">{trouble.message}</p>
        <p>{trouble.advice ?? words.failed.advice}</p>
        <div class="actions">
          <Button onClick={() => void trouble.again()}>{words.failed.retry}</Button>
          <Button look="quiet" onClick={() => session.closeTrouble()}>
            {words.failed.close}
          </Button>
        </div>
      </Note>
    );
  if (!news) return null;
  const isGood = news.kind !== 'not-honoured' && !(news.kind === 'drafted' && news.count === 0);
  return (
    <Note kind={isGood ? 'good' : 'warn'} title={newsText(session)} close={{ label: words.result.close, go: () => session.closeNews() }}>
      <Left />
      <div class="actions">
        {news.kind === 'drafted' && news.count > 0 && <Button onClick={() => session.show('follow')}>{words.result.seeOutbox}</Button>}
        {news.kind === 'refreshed' && <SeeColumns />}
        {news.kind === 'refreshed' && session.hooks.canUndo() && (
          <Button label={words.settings.undoGo} onClick={() => void session.undo()}>
            {words.result.undo}
          </Button>
        )}
      </div>
    </Note>
  );
}

function newsText({ news, speech }: Session): string {
  const { result } = speech.words;
  if (!news) return '';
  switch (news.kind) {
    case 'refreshed':
      return result.refreshed;
    case 'drafted':
      return news.count > 0 ? result.drafted(news.count) : result.nothingDrafted;
    case 'told':
      return result.told;
    case 'undone':
      return result.undone;
    case 'kept':
      return result.kept;
    case 'not-honoured':
      return result.notHonoured(news.count);
    default:
      return news.kind satisfies never;
  }
}

/** Cells named for each reason before the rest is only counted. */
const NAMED = 6;

/** The columns stand at the right end of the table, often out of sight. */
function SeeColumns() {
  const { session, speech } = useRoom();
  const understood = session.view?.understood;
  const column = understood?.owned.find((owned) => owned.column !== null)?.column;
  if (!understood || !column) return null;
  return <Button onClick={() => session.go(understood.sheet, understood.headerRow, column)}>{speech.words.result.seeColumns}</Button>;
}

/** Cells that were left alone, by reason, with a way to each. What is so at every refresh is said after a refresh only. */
function Left() {
  const { session, speech } = useRoom();
  const { words } = speech;
  const { news } = session;
  const isLasting = (why: string) => why === 'words' || why === 'formula';
  const left = news?.left.filter(({ why }) => news.kind === 'refreshed' || !isLasting(why)) ?? [];
  if (left.length === 0) return null;
  const reasons = [...new Set(left.map(({ why }) => why))];
  return (
    <>
      <p>{words.result.left(left.length)}</p>
      {reasons.map((reason) => {
        const cells = left.filter(({ why }) => why === reason);
        return (
          <p key={reason}>
            {cells.slice(0, NAMED).map(({ sheet, row, column }, at) => (
              <Fragment key={`${column}${row}`}>
                {at > 0 && ', '}
                <Button look="link" label={words.problems.jump(`${column}${row}`)} onClick={() => session.go(sheet, row, column)}>
                  {column}
                  {row}
                </Button>
              </Fragment>
            ))}
            {cells.length > NAMED && ` ${words.result.more(cells.length - NAMED)}`} ({words.result.leftWhy[reason]})
          </p>
        );
      })}
    </>
  );
}

/** What a screen reader hears when something begins or ends. */
function Spoken() {
  const { session, speech } = useRoom();
  const { doing } = session;
  const said = doing ? doingText(session) : session.trouble ? speech.words.failed.title : newsText(session);
  return (
    <p class={doing && doing.kind !== 'open' ? 'doing' : 'unseen'} role="status">
      {said}
    </p>
  );
}

function doingText({ doing, speech }: Session): string {
  if (!doing) return '';
  const texts = speech.words.doing;
  return doing.kind === 'prepare' ? texts.prepare(doing.count) : texts[doing.kind];
}
