/** Whether the refresh of every morning is on, for this user: one trigger, however often it is turned on. */
import { spreadsheet, tried } from './google.ts';
import type { About } from './wire.ts';

/** The function Google calls; a name of main.ts. */
const HANDLER = 'dailyRefresh';
/** Before the working day; Google chooses the minute. */
const HOUR = 6;

/** Whether this user's daily refresh is on; null where Google does not say. */
export function dailyHere(): About['daily'] {
  const triggers = tried(ours);
  return triggers === null ? null : { on: triggers.length > 0, hour: HOUR };
}

/** Turns it on or off; on twice is on once. */
export function setDaily(on: boolean): void {
  const [first, ...others] = ours();
  for (const trigger of others) ScriptApp.deleteTrigger(trigger);
  if (!on && first) ScriptApp.deleteTrigger(first);
  if (on && !first)
    ScriptApp.newTrigger(HANDLER).timeBased().everyDays(1).atHour(HOUR).inTimezone(spreadsheet().getSpreadsheetTimeZone()).create();
}

/** Google lists the triggers of this user only. */
function ours(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
}
