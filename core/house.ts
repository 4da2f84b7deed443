/**
 * The house's own rules at a glance: in which tab each of them lives or would live, and the ladders to choose from. What is in force must be readable
 * without opening a tab, and changed nowhere but in one.
 */
import { HOUSE_WORDS, type TabWords } from './languages/house-words.ts';
import type { Study } from './study.ts';
import { nameOfMade, TAB_IDS, TAB_NAMES, type TabId, written } from './tabs/index.ts';
import type { Channel } from './types.ts';
import { firstPlace, settingPlace } from './where-to-fill.ts';
import type { FillPlace, MadeTab } from './workbook.ts';

/** One of our tabs, and what is said of it. */
export interface HouseTab extends TabWords {
  readonly tab: TabId;
  /** The sheet it is, or the one it would be. */
  readonly sheet: string;
  /** 1-based row of its first line; null when the workbook has no such tab, or only a blank one. */
  readonly firstRow: number | null;
  /** Letters of the column one types in first: what stands before it names the line. */
  readonly column: string;
}

/** One rung as it is read aloud. */
export interface Rung {
  readonly stage: string;
  /** Days after the due date; below 0, before. */
  readonly offset: number;
  readonly channel: Channel;
  /** Only for this segment, in the user's words; null: for all. */
  readonly segment: string | null;
  /** Only from this open amount on, decimal; null: for all. */
  readonly minAmount: number | null;
}

/** A ladder and its name. */
export interface Ladder {
  readonly id: string;
  readonly name: string;
  readonly rungs: readonly Rung[];
}

export interface House {
  readonly tabs: readonly HouseTab[];
  /** Presets first, then the house's own. */
  readonly ladders: readonly Ladder[];
  /** The ladder (id) of customers that have none of their own, and where it is chosen. */
  readonly ladder: string;
  readonly chosenAt: FillPlace;
  /** Where to fill in who signs messages; null where the company or a signature does. */
  readonly signAt: FillPlace | null;
}

/** Tabs that make themselves, when the first plan or reminder is noted. */
export function isMadeTab(tab: TabId): tab is MadeTab {
  return tab !== 'plans' && tab !== 'journal';
}

/** The rules of the house as they are in force. */
export function houseOf(study: Study): House {
  const { cadences, settings, language } = study;
  return {
    tabs: TAB_IDS.map((tab) => houseTab(study, tab)),
    ladders: [...cadences.values()].map(({ id, stages }) => ({
      id,
      name: written(id, language),
      rungs: stages.map(({ id: stage, offset, channel, segment, minAmount }) => ({
        stage,
        offset,
        channel,
        segment: segment === null ? null : written(segment, language),
        minAmount,
      })),
    })),
    ladder: settings.cadence,
    chosenAt: settingPlace(study, 'cadence'),
    signAt: settings.company === '' && settings.signature === '' ? settingPlace(study, 'company') : null,
  };
}

function houseTab(study: Study, tab: TabId): HouseTab {
  const words = HOUSE_WORDS[study.language][tab];
  const first = firstPlace(study, tab);
  if (first !== null) return { tab, sheet: first.sheet, firstRow: first.row, column: first.column, ...words };
  const sheet = (isMadeTab(tab) ? nameOfMade(study, tab) : null) ?? TAB_NAMES[tab][study.ownLanguage];
  return { tab, sheet, firstRow: null, column: 'A', ...words };
}
