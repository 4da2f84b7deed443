/** The frame of the panel: where one is, how fresh it is, what is under way, what came of the last click; and the screen in it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { today } from './clock.ts';
import { problemsOf, worklistOf } from './long-lists.ts';
import { newsText, Outcome } from './outcome.tsx';
import { Button, RoomContext, Sign, useRoom } from './parts.tsx';
import { Acting } from './screens/acting.tsx';
import { Coming } from './screens/coming.tsx';
import { CustomerCard } from './screens/customer.tsx';
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
  const wasAt = useRef({ top: 0, focus: '' });
  const places = useRef<{ readonly name: string; readonly top: number; readonly focus: string }[]>([]);
  // What stands before the screen (a card, a form) leads back to where one was: the same lines, the same button.
  const path = [
    screen,
    ...(session.customer === null ? [] : [`card ${session.customer}`]),
    ...(session.act === null ? [] : [session.act.kind]),
  ];
  const place = path.join('\n');
  const before = useRef(place);
  useLayoutEffect(() => {
    if (before.current === place) return;
    const back = places.current.find(({ name }) => name === place);
    const here = { name: before.current, ...wasAt.current };
    places.current = [...places.current, here].filter(({ name }) => place.startsWith(`${name}\n`));
    before.current = place;
    scroller.current?.scrollTo(0, back?.top ?? 0);
    const heading = path.length > 1 ? scroller.current?.querySelector<HTMLElement>('h2[tabindex]') : null;
    const target = back ? document.getElementById(back.focus) : heading;
    if (target) target.focus({ preventScroll: true });
    else if (back) scroller.current?.focus({ preventScroll: true });
  }, [place]);
  // The button that was pressed may be gone with its entry, and a grid takes the keyboard when a tab is made: the Tab key goes on from what came of the
  // click, not from elsewhere.
  const { news, doing } = session;
  const wasHere = useRef(false);
  const isHere = () => scroller.current?.closest('.frame')?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    // On nothing at all: the button that was pressed is gone already, and the keyboard was where it was before.
    if (doing && document.activeElement !== document.body) wasHere.current = isHere();
  }, [doing]);
  useLayoutEffect(() => {
    if (news && wasHere.current && !isHere()) scroller.current?.focus({ preventScroll: true });
  }, [news]);
  const hasReport = view?.report != null;
  return (
    <RoomContext.Provider value={{ session, speech }}>
      <ScrollerContext.Provider value={scroller}>
        <div
          class="frame"
          lang={speech.code}
          aria-busy={session.doing !== null}
          onFocusIn={({ target }) => {
            wasAt.current = { ...wasAt.current, focus: (target as HTMLElement).id };
          }}
        >
          <Head />
          {hasReport && <Nav />}
          <main
            ref={scroller}
            tabIndex={-1}
            onScroll={({ currentTarget }) => {
              wasAt.current = { ...wasAt.current, top: currentTarget.scrollTop };
            }}
          >
            {/* One is far down a list, or back in it from a form: what came of the click must be in sight. A refresh was asked for at the top. */}
            <div class={news?.kind === 'refreshed' ? 'outcome' : 'outcome stays'}>
              <Outcome />
            </div>
            {view === null ? session.trouble === null && <Loading /> : hasReport ? <Shown /> : <Welcome view={view} />}
          </main>
          {hasReport && <InvoiceDrawer />}
          <Spoken />
        </div>
      </ScrollerContext.Provider>
    </RoomContext.Provider>
  );
}

/** What one is telling of a customer stands before its card, and both before the screen. */
function Shown() {
  const { session } = useRoom();
  const { screen, act, customer } = session;
  if (act !== null) return <Acting act={act} key={`${act.kind} ${act.customer}`} />;
  if (customer !== null) return <CustomerCard customer={customer} key={customer} />;
  switch (screen) {
    case 'today':
      return <Today />;
    case 'coming':
      return <Coming />;
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

/** What a screen reader hears when something begins or ends. */
function Spoken() {
  const { session, speech } = useRoom();
  const { doing } = session;
  const said = doing
    ? doingText(session)
    : session.trouble
      ? speech.words.failed.title
      : session.refused
        ? session.refused.message
        : newsText(session);
  return (
    <p class={doing && doing.kind !== 'open' ? 'doing' : 'unseen'} role="status">
      {said}
    </p>
  );
}

function doingText({ doing, speech }: Session): string {
  if (!doing) return '';
  const texts = speech.words.doing;
  if (doing.kind === 'make') return speech.words.ahead.tabs.making;
  return doing.kind === 'prepare' ? texts.prepare(doing.count) : texts[doing.kind];
}
