/** The one place that knows how the spreadsheet grid is put together: one workbook in one element, in the reader's language, nothing from outside. */
import {
  type ICellData,
  type Injector,
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import {
  AFTER_CELL_EDIT,
  ILayoutService,
  LexerTreeBuilder,
  SheetInterceptorService,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import '@univerjs/preset-sheets-core/lib/index.css';
import { withCommas } from './separators.ts';

export interface OpenGrid {
  readonly api: FUniver;
  readonly injector: Injector;
  speak(language: 'fr' | 'en'): Promise<void>;
  focus(): void;
  dispose(): void;
}

const LOCALES = {
  fr: { type: LocaleType.FR_FR, numbers: 'fr', load: () => import('@univerjs/preset-sheets-core/locales/fr-FR') },
  en: { type: LocaleType.EN_US, numbers: 'en', load: () => import('@univerjs/preset-sheets-core/locales/en-US') },
} as const;

/** Opens the workbook in `container`. `typed` answers what a text typed into a cell (0-based place) becomes; null leaves it to the grid. */
export async function openGrid(
  container: HTMLElement,
  book: Partial<IWorkbookData>,
  language: 'fr' | 'en',
  typed: (text: string, row: number, column: number) => ICellData | null,
): Promise<OpenGrid> {
  const locale = LOCALES[language];
  const { default: words } = await locale.load();
  const univer = new Univer({ logLevel: LogLevel.WARN, locale: locale.type, locales: { [locale.type]: words } });
  const { plugins } = UniverSheetsCorePreset({
    container,
    // Colours and fonts are not carried into a copy, so the grid does not offer them.
    header: true,
    toolbar: false,
    footer: { menus: false, zoomSlider: false },
    // Values are those of the file until something they depend on changes.
    formula: { initialFormulaComputing: 2 },
    disableAutoFocus: true,
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    sheets: { disableForceStringAlert: true, disableForceStringMark: true },
  });
  for (const plugin of plugins) {
    const [kind, settings] = Array.isArray(plugin) ? plugin : [plugin, undefined];
    univer.registerPlugin(kind, settings);
  }
  const univerAPI = FUniver.newAPI(univer);
  const injector = univer.__getInjector();
  // While a formula is typed: with a separator it does not know, the grid takes the first name it offers for the one meant.
  const lexer = injector.get(LexerTreeBuilder);
  const { sequenceNodesBuilder, getFunctionAndParameter } = LexerTreeBuilder.prototype;
  lexer.sequenceNodesBuilder = (formula) => sequenceNodesBuilder.call(lexer, withCommas(formula));
  lexer.getFunctionAndParameter = (formula, at) => getFunctionAndParameter.call(lexer, withCommas(formula), at);
  // The grid's services come to life with the first workbook.
  univerAPI.createWorkbook(book);
  univerAPI.getActiveWorkbook()?.setNumfmtLocal(locale.numbers);
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1000,
    handler: (given, place, next) => {
      const value = given?.f ? { ...given, f: withCommas(given.f) } : given;
      const meant = typeof value?.v === 'string' && !value.p && !value.f ? typed(value.v, place.row, place.col) : null;
      return next(
        meant === null ? value : { ...value, ...meant, s: meant.s ? { ...styled(value?.s), ...(meant.s as object) } : (value?.s ?? null) },
      );
    },
  });
  const speak = async (other: 'fr' | 'en') => {
    const { type, numbers, load } = LOCALES[other];
    univerAPI.loadLocales(type, (await load()).default);
    univerAPI.setLocale(type);
    univerAPI.getActiveWorkbook()?.setNumfmtLocal(numbers);
    named(container, other);
  };
  univerAPI.addEvent(univerAPI.Event.LifeCycleChanged, () => named(container, language));
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  return { api: univerAPI, injector, speak, focus: () => injector.get(ILayoutService).focus(), dispose: () => univer.dispose() };
}

/** What the grid leaves without a name for screen readers: selector → names, in order. */
const NAMES: Readonly<Record<'fr' | 'en', Readonly<Record<string, readonly string[]>>>> = {
  fr: {
    '[data-u-comp="sheet-bar-append-button"]': ['Nouvelle feuille', 'Toutes les feuilles'],
    '[data-u-comp="defined-name"] input': ['Cellule'],
    '[data-u-comp="formula-bar"] button': ['Agrandir la barre de formule'],
    '[role="tablist"]': ['Feuilles'],
  },
  en: {
    '[data-u-comp="sheet-bar-append-button"]': ['New sheet', 'All sheets'],
    '[data-u-comp="defined-name"] input': ['Cell'],
    '[data-u-comp="formula-bar"] button': ['Enlarge the formula bar'],
    '[role="tablist"]': ['Sheets'],
  },
};

/** Names them, and takes the canvases out of the order of the Tab key, where the grid puts them before everything else. */
function named(container: HTMLElement, language: 'fr' | 'en'): void {
  for (const [selector, names] of Object.entries(NAMES[language])) {
    container.querySelectorAll(selector).forEach((element, i) => {
      element.setAttribute('aria-label', names[i] ?? '');
    });
  }
  for (const canvas of container.querySelectorAll('canvas')) canvas.setAttribute('tabindex', '-1');
}

const styled = (style: ICellData['s']): object => (typeof style === 'object' && style !== null ? style : {});
