/**
 * The page around the grid and the panel: its bar, its messages, the divider between the two, and a way through all of it by keyboard (F6 goes from
 * part to part, as in any spreadsheet program). Plain elements: there is nothing here to keep in step.
 */
import type { LanguageCode } from '../../core/index.ts';
import { sampleList } from './sources.ts';
import { WORDS } from './words.ts';

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

/** The parts of the page. */
export const parts = {
  bar: byId('bar'),
  notices: byId('notices'),
  sheet: byId('sheet'),
  grid: byId('grid'),
  divider: byId('divider'),
  panel: byId('panel'),
  drop: byId('drop'),
};

export interface BarActions {
  openFile(file: File): void;
  openSample(name: string): void;
  saveCopy(): void;
}

const ACCEPTED = '.xlsx,.xlsm,.ods,.csv,.tsv,.txt,.json,.xls';

const picker = document.createElement('input');
picker.type = 'file';
picker.accept = ACCEPTED;
picker.hidden = true;

/** Shows the file picker of the system. */
export function chooseFile(): void {
  picker.click();
}

/** Draws the bar for a file, in a language. */
export async function drawBar(fileName: string, language: LanguageCode, actions: BarActions): Promise<void> {
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = fileName === '' ? 'Relance' : `${fileName} · Relance`;
  const list = await sampleList();
  const title = element('strong', 'Relance');
  const file = element('span', fileName);
  file.className = 'file';
  file.title = fileName;
  const open = button(words.open, chooseFile);
  const samples = document.createElement('select');
  samples.setAttribute('aria-label', words.samples);
  samples.append(new Option(words.samples, ''), ...Object.keys(list).map((name) => new Option(words.sampleNames[name] ?? name, name)));
  samples.onchange = () => {
    const name = samples.value;
    samples.value = '';
    if (name !== '') actions.openSample(name);
  };
  const save = button(words.saveCopy, () => actions.saveCopy());
  save.id = 'save';
  save.disabled = fileName === '';
  picker.onchange = () => {
    const [chosen] = picker.files ?? [];
    picker.value = '';
    if (chosen) actions.openFile(chosen);
  };
  parts.bar.setAttribute('aria-label', words.bar);
  parts.bar.replaceChildren(title, file, open, ...(samples.length > 1 ? [samples] : []), save, picker);
  parts.sheet.setAttribute('aria-label', words.grid);
  parts.sheet.setAttribute('aria-description', words.keys);
  parts.divider.setAttribute('aria-label', words.resize);
  parts.drop.textContent = words.drop;
}

/** Says something under the bar until it is closed. Trouble is announced at once; a new message takes the place of the last. */
export function notice(text: string, language: LanguageCode, kind: 'trouble' | 'news' = 'trouble'): void {
  const line = element('p', '');
  line.className = kind;
  if (kind === 'trouble') line.setAttribute('role', 'alert');
  line.append(
    element('span', text),
    button(WORDS[language].close, () => line.remove()),
  );
  parts.notices.replaceChildren(line);
}

export function clearNotice(): void {
  parts.notices.replaceChildren();
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(text: string, action: () => void): HTMLButtonElement {
  const made = element('button', text);
  made.type = 'button';
  made.onclick = action;
  return made;
}

// ── the divider ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const [NARROWEST, WIDEST] = [300, 360];

function setWidth(width: number): void {
  const kept = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  document.documentElement.style.setProperty('--panel', `${kept}px`);
  parts.divider.setAttribute('aria-valuenow', String(kept));
}

/** Makes the page answer: divider, dropped files, keys. Called once. */
export function setUp(openFile: (file: File) => void): void {
  const { divider, drop } = parts;
  const facts = { tabindex: 0, role: 'separator', 'aria-orientation': 'vertical', 'aria-valuemin': NARROWEST, 'aria-valuemax': WIDEST };
  for (const [name, value] of Object.entries(facts)) divider.setAttribute(name, String(value));
  setWidth(340);
  divider.onpointerdown = (event) => divider.setPointerCapture(event.pointerId);
  divider.onpointermove = (event) => {
    if (divider.hasPointerCapture(event.pointerId)) setWidth(window.innerWidth - event.clientX - 3);
  };
  divider.onkeydown = (event) => {
    const step = { ArrowLeft: 10, ArrowRight: -10, Home: -WIDEST, End: WIDEST }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setWidth(parts.panel.clientWidth + step);
  };

  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const dragging = (event: DragEvent) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    event.stopPropagation();
    drop.hidden = false;
  };
  window.addEventListener('dragenter', dragging, true);
  window.addEventListener('dragover', dragging, true);
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) drop.hidden = true;
  });
  window.addEventListener(
    'drop',
    (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      drop.hidden = true;
      const [file] = event.dataTransfer?.files ?? [];
      if (file) openFile(file);
    },
    true,
  );

  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      event.stopPropagation();
      moveOn(event.shiftKey ? -1 : 1);
    },
    true,
  );
}

const FOCUSABLE = 'button:not([disabled]), select, input:not([hidden]), textarea, a[href], [tabindex="0"]';

/** The divider is no stop: it is the one before the panel's first button, by Shift+Tab. */
function moveOn(step: 1 | -1): void {
  const stops = [parts.bar, parts.sheet, parts.panel];
  const here = stops.findIndex((stop) => stop.contains(document.activeElement));
  // From nowhere, as from the sheet, which is what the page is about.
  const next = stops[((here < 0 ? 1 : here) + step + stops.length) % stops.length] as HTMLElement;
  if (next === parts.sheet) parts.grid.dispatchEvent(new CustomEvent('relance-focus'));
  else (next.querySelector<HTMLElement>(FOCUSABLE) ?? next).focus();
}
