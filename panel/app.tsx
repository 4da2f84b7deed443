/** The frame of the panel: where one is, how fresh it is, what is under way, what came of the last click; and the screen in it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Speech } from './format.ts';
import { Help, HelpButton } from './help.tsx';
import { Later } from './later.tsx';
import { problemsOf, worklistOf } from './long-lists.ts';
import { NotKept, newsText, Outcome } from './outcome.tsx';
import { Button, type Room, RoomContext, Sign, Small, useRoom } from './parts.tsx';
import { Acting } from './screens/acting.tsx';
import { Coming } from './screens/coming.tsx';
import { CustomerCard } from './screens/customer.tsx';
import { Customers } from './screens/customers.tsx';
import { isPrepared } from './screens/entry.tsx';
import { FollowUp } from './screens/follow-up.tsx';
import { InvoiceDrawer } from './screens/invoice.tsx';
import { Problems } from './screens/problems.tsx';
import { SheetUnderstood } from './screens/sheet.tsx';
import { Today } from './screens/today.tsx';
import { Welcome } from './screens/welcome.tsx';
import { AT_ONCE, type Doing, type Screen, type Session } from './session.ts';
import { ScrollerContext } from './window-list.tsx';

/** Draws what the session holds, from its first words on. */
export function App({ session }: { readonly session: Session }) {
  const [, redraw] = useState(0);
  useLayoutEffect(() => session.listen(() => redraw((n) => n + 1)), [session]);
  const { speech } = session;
  return speech && <Frame room={[session, speech]} />;
}

function Frame({ room }: { readonly room: Room }) {
  const [session, speech] = room;
  const scroller = useRef<HTMLElement>(null);
  const { screen, view } = session;
  const wasAt = useRef({ top: 0, focus: '' });
  const wasPressed = useRef(false);
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
    // What was pressed may be gone with what it stood in: the keyboard goes on from the title of the screen it led to.
    const isLost = wasPressed.current && document.activeElement === document.body;
    const target = back ? document.getElementById(back.focus) : (heading ?? (isLost ? firstHeading(scroller.current) : null));
    wasPressed.current = false;
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
  useEffect(() => {
    const frame = scroller.current?.closest<HTMLElement>('.frame');
    const pressed = () => {
      wasPressed.current = true;
    };
    const left = (event: KeyboardEvent) => {
      // A dialog closes itself, and what hangs open takes the key first.
      const isElsewhere = event.defaultPrevented || (event.target as HTMLElement).closest('dialog') !== null;
      if (event.key === 'Escape' && !isElsewhere && session.goBack()) event.preventDefault();
    };
    frame?.addEventListener('click', pressed, true);
    frame?.addEventListener('keydown', left);
  }, []);
  const hasReport = view?.report != null;
  return (
    <RoomContext.Provider value={room}>
      <ScrollerContext.Provider value={scroller}>
        <div
          class="frame"
          lang={speech.code}
          aria-busy={session.isBusy}
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
              <NotKept />
            </div>
            {hasReport && <Help />}
            {view === null ? session.trouble === null && <Loading /> : hasReport ? <Shown /> : <Welcome view={view} />}
          </main>
          {hasReport && <InvoiceDrawer />}
          <Spoken />
        </div>
      </ScrollerContext.Provider>
    </RoomContext.Provider>
  );
}

/** The title of the screen, made fit to hold the keyboard. */
function firstHeading(within: HTMLElement | null): HTMLElement | null {
  const heading = within?.querySelector<HTMLElement>('h2') ?? null;
  if (heading) heading.tabIndex = -1;
  return heading;
}

/** What one is telling of a customer stands before its card, and both before the screen. */
function Shown() {
  const [session] = useRoom();
  const { screen, act, customer } = session;
  if (act !== null) return <Acting act={act} key={`${act.kind} ${act.customer}`} />;
  if (customer !== null) return <CustomerCard customer={customer} key={customer} />;
  switch (screen) {
    case 'today':
      return <Today />;
    case 'coming':
      return <Coming />;
    case 'customers':
      return <Customers />;
    case 'figures':
      return <Later screen="Figures" key="figures" />;
    case 'follow':
      return <FollowUp />;
    case 'problems':
      return <Problems />;
    case 'settings':
      return <Later screen="Settings" key="settings" />;
    case 'sheet':
      return <SheetUnderstood />;
    default:
      return screen satisfies never;
  }
}

function Head() {
  const [session, speech] = useRoom();
  const { words } = speech;
  const { view, doing, stale } = session;
  const report = view?.report;
  const isMoved = session.hooks.asOf.get() !== session.today;
  return (
    <header class="head">
      <div class="head-names">
        <h1>{report ? report.table.sheet : 'Relance'}</h1>
        {report && (
          <Small>
            <span title={isMoved ? words.head.moved : undefined} class={isMoved ? 'moved' : ''}>
              {words.head.asOf(speech.day(report.asOf))}
            </span>
            {stale && <span class="stale"> · {words.head.changed}</span>}
          </Small>
        )}
        {!report && view && (view.sheets ?? []).length === 0 && <Small>{words.head.noWorkbook}</Small>}
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
      {report && <ToProblems />}
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

/** Above this, a count says only that there are many. */
const MANY = 99;

/** What could not be trusted concerns every screen: it is counted beside the day. */
function ToProblems() {
  const [session, speech] = useRoom();
  const { problems } = speech.words.nav;
  const count = problemsOf(session.view).length;
  return (
    <Button
      look="quiet"
      class="icon"
      label={count === 0 ? problems : `${problems} ${speech.count(count)}`}
      current={session.screen === 'problems'}
      onClick={() => session.show('problems')}
    >
      <Sign name="warning" />
      {count > 0 && <span class="count">{count > MANY ? `${MANY}+` : count}</span>}
    </Button>
  );
}

function Nav() {
  const [session, speech] = useRoom();
  const { nav } = speech.words;
  const due = worklistOf(session.view).filter((entry) => entry.due && !isPrepared(entry)).length;
  const waiting = session.view?.outbox?.length ?? 0;
  const screens: readonly (readonly [Screen, string, number])[] = [
    ['today', nav.today, due],
    ['customers', nav.customers, 0],
    ['figures', nav.figures, 0],
    ['follow', nav.follow, waiting],
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
      <HelpButton />
    </nav>
  );
}

function Loading() {
  const [, speech] = useRoom();
  return <p class="loading muted">{speech.words.doing.open}</p>;
}

/** What a screen reader hears when something begins or ends. */
function Spoken() {
  const [session, speech] = useRoom();
  const { doing } = session;
  const said = doing
    ? doingText(doing, speech)
    : session.trouble
      ? speech.words.failed.title
      : session.refused
        ? session.refused.message
        : newsText(session.news, speech);
  const canStop = doing?.done !== undefined && doing.done + AT_ONCE < doing.count;
  return (
    <div class={doing && doing.kind !== 'open' ? 'doing' : 'unseen'}>
      <p role="status">{said}</p>
      {canStop && (
        <Button look="quiet" disabled={session.isStopped} onClick={() => session.stop()}>
          {speech.words.doing.stop}
        </Button>
      )}
    </div>
  );
}

function doingText(doing: Doing, speech: Speech): string {
  const texts = speech.words.doing;
  if (doing.kind === 'make') return speech.words.ahead.tabs.making;
  if (doing.kind === 'set') return speech.words.settings.setting;
  if (doing.kind !== 'prepare') return texts[doing.kind];
  const { count, done = 0 } = doing;
  return done === 0 ? texts.prepare(count) : `${texts.prepare(count)} ${speech.count(done)}/${speech.count(count)}`;
}
