/** The few settings of the panel itself; all others live in tabs of the workbook, where the user sees them. */
import type { LanguageCode } from '../../core/for-panel.ts';
import { Button, Choice, Small, useFieldId, useRoom } from '../parts.tsx';
import { HouseTabs, LadderInUse } from './house.tsx';

export function Settings() {
  const [session, speech] = useRoom();
  const { settings } = speech.words;
  const { explained } = speech.view;
  const { hooks } = session;
  const house = session.view?.house;
  const dayId = useFieldId();
  const autoId = useFieldId();
  const dailyId = useFieldId();
  const daily = hooks.daily?.get() ?? null;
  const asOf = hooks.asOf.get();
  const isBusy = session.isBusy;
  return (
    <section class="screen">
      <h2 class="unseen">{settings.title}</h2>
      <div class="setting">
        <label for={dayId}>{settings.asOf}</label>
        <div class="row">
          <input
            id={dayId}
            type="date"
            lang={speech.code}
            value={asOf}
            onChange={(event) => event.currentTarget.value !== '' && session.setAsOf(event.currentTarget.value)}
          />
          <Button disabled={asOf === session.today} onClick={() => session.setAsOf(session.today)}>
            {settings.today}
          </Button>
        </div>
        <Small>{explained.asOf}</Small>
      </div>
      {hooks.onEdit && (
        <div class="setting">
          <div class="check">
            <input
              id={autoId}
              type="checkbox"
              checked={session.automatic}
              onChange={(event) => session.setAutomatic(event.currentTarget.checked)}
            />
            <label for={autoId}>{settings.automatic}</label>
          </div>
          <Small>{explained.automatic}</Small>
        </div>
      )}
      {daily && (
        <div class="setting">
          <div class="check">
            <input
              id={dailyId}
              type="checkbox"
              checked={session.dailyWanted ?? daily.on}
              disabled={isBusy}
              onChange={(event) => void session.setDaily(event.currentTarget.checked)}
            />
            <label for={dailyId}>{settings.daily(daily.hour)}</label>
          </div>
          <Small>{explained.daily}</Small>
        </div>
      )}
      <div class="setting">
        <Choice<LanguageCode | ''>
          label={settings.language}
          value={hooks.language.get() ?? ''}
          options={[
            ['', settings.asFile],
            ['fr', 'Français'],
            ['en', 'English'],
          ]}
          onChoose={(language) => session.setLanguage(language === '' ? null : language)}
        />
        <Small>{explained.language}</Small>
      </div>
      {hooks.OwnSetting && <hooks.OwnSetting />}
      <div class="setting">
        <h3>{settings.sheet}</h3>
        <Small>{explained.sheet}</Small>
        <Button onClick={() => session.show('sheet')}>{settings.sheetGo}</Button>
      </div>
      {house && <LadderInUse house={house} />}
      {house && <HouseTabs house={house} />}
      <div class="setting">
        <h3>{settings.undo}</h3>
        <Small>{hooks.canUndo() ? explained.undo : settings.undoNone}</Small>
        {hooks.canUndo() && (
          <Button disabled={isBusy} onClick={() => void session.undo()}>
            {settings.undoGo}
          </Button>
        )}
      </div>
      {hooks.pickFolder && (
        <div class="setting">
          <h3>{settings.folder}</h3>
          <Small>{session.folder === null ? explained.folder : settings.folderIs(session.folder)}</Small>
          <Button onClick={() => void session.chooseFolder()}>{settings.folderGo}</Button>
        </div>
      )}
      {(hooks.openFile || hooks.openSample) && (
        <div class="setting">
          <h3>{settings.file}</h3>
          <div class="stack">{hooks.openFile && <Button onClick={() => hooks.openFile?.()}>{speech.words.welcome.open}</Button>}</div>
        </div>
      )}
    </section>
  );
}
