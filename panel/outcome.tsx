/** What came of the last click, or went wrong: above every screen, until it is closed or something else is done. */
import { Fragment } from 'preact';
import type { Speech } from './format.ts';
import { Button, Note, Small, useRoom } from './parts.tsx';
import { isGood, type News, type Wanted } from './session.ts';

export function Outcome() {
  const [session, speech] = useRoom();
  const { words } = speech;
  const { trouble, news, refused } = session;
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
  // What is refused while its form is open is said there.
  if (refused && session.act === null)
    return (
      <Note kind="warn" title={words.act.result.notDone} close={{ label: words.result.close, go: () => session.closeRefused() }}>
        <p>{refused.message}</p>
        <Small>{refused.advice}</Small>
      </Note>
    );
  if (!news) return null;
  return (
    <>
      <Note
        kind={isGood(news) ? 'good' : 'warn'}
        title={newsText(news, speech)}
        close={{ label: words.result.close, go: () => session.closeNews() }}
      >
        <NotPrepared />
        {news.told?.wanted.kind === 'plan' && <Small>{words.act.result.planStays}</Small>}
        {news.unconfirmed && (
          <>
            <p>{words.act.result.unconfirmed}</p>
            <p>{news.unconfirmed.message}</p>
            <Small>{news.unconfirmed.advice}</Small>
          </>
        )}
        <Left />
        <div class="actions">
          {(news.kind === 'drafted' || news.kind === 'told') && news.count > 0 && (
            <Button onClick={() => session.show('follow')}>{words.result.seeOutbox}</Button>
          )}
          {/* The lines of a plan stay in their tab: taking back its row alone would undo nothing. */}
          {news.kind === 'told' && news.told?.wanted.kind !== 'plan' && (
            <Button label={words.act.result.undo} onClick={() => void session.takeBack()}>
              {words.result.undo}
            </Button>
          )}
          {news.kind === 'fixed' && news.count > 0 && (
            <Button label={words.act.result.undo} onClick={() => void session.takeBack()}>
              {words.result.undo}
            </Button>
          )}
          {news.kind === 'refreshed' && <SeeColumns />}
          {news.kind === 'refreshed' && session.hooks.canUndo() && (
            <Button label={words.settings.undoGo} onClick={() => void session.undo()}>
              {words.result.undo}
            </Button>
          )}
        </div>
      </Note>
      {news.kind === 'refreshed' && <Unfollowing />}
    </>
  );
}

/** Formulas that show the figure of another day: each with what it would become, on the user's word. */
function Unfollowing() {
  const [session, speech] = useRoom();
  const { result, problems } = speech.words;
  const cells = session.hooks.unfollowing?.get() ?? [];
  if (cells.length === 0) return null;
  return (
    <Note kind="warn" title={result.unfollowing(cells.length)}>
      <p>{result.unfollowingWhy}</p>
      <ul class="guards">
        {cells.map(({ sheet, row, column, formula, to }) => {
          const place = `${sheet} ${column}${row}`;
          return (
            <li key={place}>
              <Button look="link" label={problems.jump(place)} onClick={() => session.go(sheet, row, column)}>
                {place}
              </Button>
              <p>
                {formula} → {to ?? result.inTable}
              </p>
            </li>
          );
        })}
      </ul>
      {cells.some(({ to }) => to !== null) && (
        <div class="actions">
          <Button onClick={() => void session.follow()}>{result.follow}</Button>
        </div>
      )}
    </Note>
  );
}

/** What was tried on the sheet screen and is in force nowhere: said until it is gone on with or dropped. */
export function NotKept() {
  const [session, { words }] = useRoom();
  if (session.parked === null) return null;
  return (
    <Note kind="warn" title={words.result.notKept}>
      <div class="actions">
        <Button onClick={() => session.show('sheet')}>{words.result.resume}</Button>
        <Button look="quiet" onClick={() => session.drop()}>
          {words.result.drop}
        </Button>
      </div>
    </Note>
  );
}

/** The news in a sentence; '' when there is none. */
export function newsText(news: News | null, speech: Speech): string {
  const { words, view } = speech;
  const { result, act } = words;
  if (!news) return '';
  switch (news.kind) {
    case 'refreshed':
      return result.refreshed;
    case 'drafted':
      return news.count > 0 ? result.drafted(news.count) : result.nothingDrafted;
    case 'told':
      return news.told === undefined ? '' : toldText(news.told, speech);
    case 'taken-back':
      return news.count > 0 ? `${view.problems.putBack}${words.colon}${speech.count(news.count)}.` : act.result.takenBack;
    case 'fixed':
      return `${view.problems.done}${words.colon}${speech.count(news.count)}.`;
    case 'undone':
      return result.undone;
    case 'kept':
      return result.kept;
    case 'made':
      return speech.words.ahead.tabs.made;
    case 'line-made':
      return speech.words.ahead.tabs.line;
    case 'followed':
      return `${result.followed}${words.colon}${speech.count(news.count)}.`;
    case 'board':
      return speech.words.figures.board.done(news.tab ?? '');
    case 'not-honoured':
      return result.notHonoured(news.count);
    default:
      return news.kind satisfies never;
  }
}

function toldText({ wanted, customer }: NonNullable<News['told']>, speech: Speech): string {
  const what = whatWasTold(wanted, speech);
  return what === '' ? '' : `${what}${speech.words.colon}${customer}.`;
}

function whatWasTold(wanted: Wanted, speech: Speech): string {
  const { act } = speech.words;
  switch (wanted.kind) {
    case 'log-call':
      return wanted.outcome === undefined ? speech.view.acts.told['log-call'] : act.toldCall(speech.view.callOutcomes[wanted.outcome]);
    case 'mark':
      return speech.view.acts.told[wanted.fate];
    case 'open':
    case 'bind':
    case 'refresh':
    case 'prepare':
    case 'write-to':
    case 'make-tab':
    case 'make-example':
    case 'dashboard':
    case 'undo-last':
    case 'fix':
    case 'put-back':
      return '';
    default:
      return speech.view.acts.told[wanted.kind];
  }
}

/** Entries that were asked for and not drafted, each with why. */
function NotPrepared() {
  const [session, speech] = useRoom();
  const words = speech.words.act.result;
  const list = session.news?.notPrepared ?? [];
  if (list.length === 0) return null;
  return (
    <>
      <p>{words.notPrepared(list.length)}</p>
      <ul class="guards">
        {list.map(({ entry, customer, message, advice }) => (
          <li key={entry}>
            <p>
              <strong>{customer === '' ? words.noName : customer}</strong>
              {speech.words.colon}
              {message}
            </p>
            <Small>{advice}</Small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Cells named for each reason before the rest is only counted. */
const NAMED = 6;

/** The columns stand at the right end of the table, often out of sight; of the six, what comes next is what one wants to see. */
function SeeColumns() {
  const [session, speech] = useRoom();
  const at = session.news?.at;
  if (!at) return null;
  return <Button onClick={() => session.go(at.sheet, at.row, at.column)}>{speech.words.result.seeColumns}</Button>;
}

/** Cells that were left alone, by reason, with a way to each. What is so at every refresh is said after a refresh only. */
function Left() {
  const [session, speech] = useRoom();
  const { words } = speech;
  const { news } = session;
  const isLasting = (why: string) => why === 'words' || why === 'formula';
  const left = news?.left.filter(({ why }) => news.kind === 'refreshed' || news.kind === 'board' || !isLasting(why)) ?? [];
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
            {cells.length > NAMED && ` ${words.result.more(cells.length - NAMED)}`} ({speech.view.explained.left[reason]})
          </p>
        );
      })}
    </>
  );
}
