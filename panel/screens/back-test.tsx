/** Two ladders over the same past, in words for whoever never heard of a back-test: how many messages, to whom, and what was paid anyway. */
import { useState } from 'preact/hooks';
import type { BackTest, BackTestStage, House } from '../../core/for-panel.ts';
import { Button, Choice, Small, useRoom } from '../parts.tsx';
import { useWish } from '../wishes.ts';

export function BackTests({ house }: { readonly house: House }) {
  const [session, speech] = useRoom();
  const words = speech.words.ahead.backTest;
  const [first, setFirst] = useState(house.ladder);
  const [second, setSecond] = useState(house.ladders.find(({ id }) => id !== house.ladder)?.id ?? house.ladder);
  const [compared, setCompared] = useState<readonly string[] | null>(null);
  useWish(compared === null ? null : { backTest: compared });
  const options = house.ladders.map(({ id, name }) => [id, name] as const);
  const tests = session.view?.backTest ?? [];
  return (
    <div class="stack">
      <Small>{speech.view.explained.backTest}</Small>
      <Choice label={words.first} value={first} options={options} onChoose={setFirst} />
      <Choice label={words.second} value={second} options={options} onChoose={setSecond} />
      <div class="actions">
        <Button disabled={session.isBusy || first === second} onClick={() => setCompared([first, second])}>
          {words.go}
        </Button>
      </div>
      {compared?.map((id) => {
        const test = tests.find(({ cadence }) => cadence === id);
        return test && <Past key={id} test={test} name={house.ladders.find((one) => one.id === id)?.name ?? id} />;
      })}
      {compared !== null && <Small>{speech.view.explained.paidBefore}</Small>}
    </div>
  );
}

function Past({ test, name }: { readonly test: BackTest; readonly name: string }) {
  const [, speech] = useRoom();
  const words = speech.words.ahead.backTest;
  const { messages, customers, invoices, since, leftOut, reminders, stages } = test;
  return (
    <section class="past">
      <h4>{name}</h4>
      {since === null ? (
        <p class="empty">{words.nothing}</p>
      ) : (
        <>
          <p>{words.sum({ messages, customers, invoices, since: speech.day(since) })}</p>
          <p>{words.spared(speech.count(reminders[0] ?? 0), speech.count(invoices))}</p>
          <table>
            <caption class="unseen">{name}</caption>
            <thead>
              <tr>
                <th scope="col">{words.stage}</th>
                <th scope="col" class="number">
                  {words.messages}
                </th>
                <th scope="col" class="number">
                  {words.customers}
                </th>
                <th scope="col" class="number">
                  {words.paidBefore}
                </th>
              </tr>
            </thead>
            <tbody>
              {stages.map((stage, at) => (
                <StageLine key={`${stage.stage} ${at}`} stage={stage} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {leftOut > 0 && <Small>{words.leftOut(leftOut)}</Small>}
    </section>
  );
}

function StageLine({ stage }: { readonly stage: BackTestStage }) {
  const [, speech] = useRoom();
  const { share } = stage.paidBefore;
  return (
    <tr>
      <th scope="row">
        {speech.stage(stage.stage)}
        <span class="muted below">{speech.words.ahead.backTest.at(stage.offset)}</span>
      </th>
      <td class="number">{speech.count(stage.messages)}</td>
      <td class="number">{speech.count(stage.customers)}</td>
      <td class="number">{share === null ? '–' : speech.words.percent(speech.count(Math.round(share * 100)))}</td>
    </tr>
  );
}
