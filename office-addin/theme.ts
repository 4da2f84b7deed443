/**
 * The pane in the colours of Excel. Excel may be dark on a bright computer, or the other way round; so its theme decides in place of the system's. Its
 * background is taken up where every text of the panel stays readable on it; where not (the dark grey theme), the panel keeps its own.
 */

/** A colour as three parts of 0–255. */
type Colour = readonly [red: number, green: number, blue: number];

/** What stands on the background and must be read there: text and signs of the panel. */
const READ_ON_BACKGROUND = ['--muted', '--accent', '--late', '--warn', '--good'];
/** WCAG's least contrast for text, with a little to spare: the panel also writes on a background that is slightly tinted. */
const READABLE = 4.9;

/** Follows Excel's theme from now on. Excel tells of no change, so the theme is looked at again when the pane is shown or used. */
export function followTheme(element: HTMLElement): void {
  const follow = () => applyTheme(element, Office.context?.officeTheme);
  follow();
  window.addEventListener('focus', follow);
  document.addEventListener('visibilitychange', follow);
  matchMedia('(forced-colors: active)').addEventListener('change', follow);
  void Office.addin?.onVisibilityModeChanged?.(follow)?.catch(() => undefined);
}

/** Dresses the panel; without a theme, or under the reader's own forced colours, it keeps to the system's. */
export function applyTheme(element: HTMLElement, theme: Partial<Office.OfficeTheme> | undefined): void {
  const background = colourOf(theme?.bodyBackgroundColor);
  const text = colourOf(theme?.bodyForegroundColor);
  const isPlain = background === null || text === null || matchMedia('(forced-colors: active)').matches;
  darken(isPlain ? null : brightness(background) < brightness(text));
  for (const name of ['--bg', '--text', '--soft', '--line']) element.style.removeProperty(name);
  if (isPlain) return;
  const style = getComputedStyle(element);
  const others = READ_ON_BACKGROUND.map((name) => colourOf(style.getPropertyValue(name).trim()));
  const isReadable = [text, ...others].every((colour) => colour === null || contrast(colour, background) >= READABLE);
  if (!isReadable) return;
  const shades = { '--bg': 0, '--soft': 0.03, '--line': 0.14, '--text': 1 };
  for (const [name, share] of Object.entries(shades)) element.style.setProperty(name, mixed(background, text, share));
}

/** Has the panel's dark dress worn always (true), never (false), or as the system wishes (null): the media query around it is what says so. */
function darken(dark: boolean | null): void {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      if (rule.media.mediaText.includes('prefers-color-scheme')) darkRules.add(rule);
      if (darkRules.has(rule)) rule.media.mediaText = dark === null ? '(prefers-color-scheme: dark)' : dark ? 'all' : 'not all';
    }
}
const darkRules = new Set<CSSRule>();

/** `#rgb` or `#rrggbb`, with or without the sign; null for anything else. */
function colourOf(text: string | undefined): Colour | null {
  const digits = /^#?(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text ?? '');
  if (!digits) return null;
  const six = digits[2] ?? [...(digits[1] as string)].map((digit) => digit + digit).join('');
  return [0, 2, 4].map((at) => Number.parseInt(six.slice(at, at + 2), 16)) as unknown as Colour;
}

/** Relative luminance, as WCAG defines it. */
function brightness(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [low, high] = [brightness(one), brightness(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` of the way from one colour to the other. */
const mixed = (from: Colour, to: Colour, share: number): string =>
  `rgb(${from.map((part, i) => Math.round(part + ((to[i] as number) - part) * share)).join(' ')})`;
