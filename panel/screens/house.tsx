/** The house's own rules: the ladder in use, read from top to bottom, and the tabs in which everything is set. */
import type { House, HouseTab, MadeTab, Rung } from '../../core/for-panel.ts';
import { Button, More, Small, useRoom } from '../parts.tsx';
import { BackTests } from './back-test.tsx';

export function LadderInUse({ house }: { readonly house: House }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.ladder;
  const ladder = house.ladders.find(({ id }) => id === house.ladder);
  if (!ladder) return null;
  return (
    <div class="setting wide">
      <h3>
        {words.title}
        {speech.words.colon}
        {ladder.name}
      </h3>
      <Small>{speech.view.explained.ladder}</Small>
      <ol class="rungs">
        {ladder.rungs.map((rung, at) => (
          <RungLine key={`${rung.stage} ${at}`} rung={rung} />
        ))}
      </ol>
      {(house.chosenAt.kind === 'cell' || session.confirmed) && (
        <div class="actions">
          <Button disabled={session.isBusy} onClick={() => void session.fillAt(house.chosenAt)}>
            {words.change}
          </Button>
        </div>
      )}
      {house.ladders.length > 1 && (
        <More summary={words.compare}>
          <BackTests house={house} />
        </More>
      )}
    </div>
  );
}

function RungLine({ rung }: { readonly rung: Rung }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.ladder;
  const currency = session.view?.report?.kpis[0]?.currency ?? null;
  const stage = speech.stage(rung.stage);
  const channel = speech.view.channels[rung.channel];
  const only = [
    rung.segment === null ? '' : words.onlySegment(rung.segment),
    rung.minAmount === null ? '' : words.onlyFrom(speech.money(rung.minAmount, currency)),
  ].filter((text) => text !== '');
  return (
    <li>
      <span class="muted">{words.offset(rung.offset)}</span>
      <span>
        <strong>{stage}</strong>
        {channel.toLowerCase() !== stage.toLowerCase() && ` · ${channel}`}
      </span>
      {only.length > 0 && <span class="muted">{only.join(', ')}</span>}
    </li>
  );
}

export function HouseTabs({ house }: { readonly house: House }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.tabs;
  return (
    <div class="setting wide">
      <h3>{words.title}</h3>
      <Small>{speech.view.explained.tabs}</Small>
      {!session.confirmed && <p>{words.confirmFirst}</p>}
      <ul class="plain-list">
        {house.tabs.map((tab) => (
          <TabLine key={tab.tab} tab={tab} />
        ))}
      </ul>
    </div>
  );
}

function TabLine({ tab: { tab, sheet, firstRow, column, holds, comes } }: { readonly tab: HouseTab }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.tabs;
  return (
    <li>
      <strong>{sheet}</strong>
      <p>{holds}</p>
      {firstRow !== null ? (
        <Button look="link" onClick={() => session.go(sheet, firstRow, column)}>
          {words.see(sheet)}
        </Button>
      ) : tab === 'plans' || tab === 'journal' ? (
        <Small>{comes}</Small>
      ) : (
        <Missing tab={tab} sheet={sheet} comes={comes} />
      )}
    </li>
  );
}

function Missing({ tab, sheet, comes }: { readonly tab: MadeTab; readonly sheet: string; readonly comes: string }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.tabs;
  return (
    <>
      <Small>{comes}</Small>
      {session.confirmed && (
        <div class="actions">
          <Button disabled={session.isBusy} onClick={() => void session.makeTab(tab)}>
            {words.make(sheet)}
          </Button>
        </div>
      )}
    </>
  );
}
