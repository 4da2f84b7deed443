/** The one place that knows how the spreadsheet grid is put together: one workbook in one element, in the reader's language, nothing from outside. */
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import '@univerjs/preset-sheets-core/lib/index.css';
import { createUniver, type FUniver, type ICellData, type Injector, type IWorkbookData, LocaleType } from '@univerjs/presets';
import { AFTER_CELL_EDIT, ILayoutService, SheetInterceptorService } from '@univerjs/preset-sheets-core';

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
  const { univer, univerAPI } = createUniver({
    locale: locale.type,
    locales: { [locale.type]: words },
    presets: [
      UniverSheetsCorePreset({
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
      }),
    ],
  });
  const injector = univer.__getInjector();
  // The grid's services come to life with the first workbook.
  univerAPI.createWorkbook(book);
  univerAPI.getActiveWorkbook()?.setNumfmtLocal(locale.numbers);
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1000,
    handler: (value, place, next) => {
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
  };
  univerAPI.addEvent(univerAPI.Event.LifeCycleChanged, () => named(container, language));
  return { api: univerAPI, injector, speak, focus: () => injector.get(ILayoutService).focus(), dispose: () => univer.dispose() };
}

const NAMES = {
  fr: { 'sheet-bar-append-button': ['Nouvelle feuille', 'Toutes les feuilles'] },
  en: { 'sheet-bar-append-button': ['New sheet', 'All sheets'] },
} as const;

/** The grid leaves a few buttons without a name for screen readers, and puts its canvases before everything else in the order of the Tab key. */
function named(container: HTMLElement, language: 'fr' | 'en'): void {
  for (const [part, names] of Object.entries(NAMES[language])) {
    container.querySelectorAll(`[data-u-comp="${part}"]`).forEach((button, i) => {
      button.setAttribute('aria-label', names[i] ?? '');
    });
  }
  for (const canvas of container.querySelectorAll('canvas')) canvas.setAttribute('tabindex', '-1');
}

const styled = (style: ICellData['s']): object => (typeof style === 'object' && style !== null ? style : {});
