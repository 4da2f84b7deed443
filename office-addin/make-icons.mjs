// Draws the add-in's icons: an invoice whose way back home is shown by an arrow (Office's own manner: outlines, white fill, one colour, no letters).
// Sizes are drawn one by one on whole pixels, because a scaled 64 px drawing is mud at 16. Run it after a change and commit what comes out:
//
//   node office-addin/make-icons.mjs
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const DARK = '#3a3a3a';
const GREY = '#8a8886';
const PAPER = '#fafafa';
const ACCENT = '#4f5fd6';

/** Line weights and margins in pixels, as Office asks for each size. */
const SIZES = { 16: [1, 0], 32: [1, 2], 64: [2, 4], 80: [2, 5], 128: [3, 8] };

/** The ribbon's icons, by name. The add-in's own is the invoice with the arrow. */
const ICONS = {
  relance: (at) => page(at) + back(at),
  refresh: (at) => circle(at),
  prepare: (at) => envelope(at) + clock(at),
};

function frame(size) {
  const [line, margin] = SIZES[size];
  // Lines lie on the middle of pixels, so that they are as wide as they should be.
  const snap = (share) => margin + Math.round(share * (size - 2 * margin - line)) + line / 2;
  return { size, line, snap, inner: size - 2 * margin };
}

const stroke = (line, colour, fill = 'none') =>
  `stroke="${colour}" stroke-width="${line}" fill="${fill}" stroke-linejoin="round" stroke-linecap="round"`;

/** A sheet with its corner turned, and lines of text on it. */
function page({ line, snap }) {
  const [left, right, top, bottom] = [snap(0.08), snap(0.76), snap(0), snap(1)];
  const fold = snap(0.5);
  const foldY = top + (right - fold);
  const text = [0.42, 0.6, 0.78].map((y, i) => `M${snap(0.24)} ${snap(y)}H${snap(i === 0 ? 0.6 : 0.42)}`).join('');
  return `<path d="M${left} ${top}H${fold}L${right} ${foldY}V${bottom}H${left}Z" ${stroke(line, DARK, PAPER)}/>
    <path d="M${fold} ${top}V${foldY}H${right}" ${stroke(line, DARK)}/><path d="${text}" ${stroke(line, GREY)}/>`;
}

/** The arrow that comes back, at the lower right, with a gap around it. */
function back({ size, line, inner }) {
  const r = inner * 0.26;
  const [x, y] = [size - r - 2 * line, size - r - 2 * line];
  return `<circle cx="${x}" cy="${y}" r="${r + line * 1.5}" fill="${ACCENT}" stroke="#fff" stroke-width="${line}"/>
    <path d="M${x + r * 0.55} ${y + r * 0.45}V${y - r * 0.05}H${x - r * 0.6}M${x - r * 0.1} ${y - r * 0.6}L${x - r * 0.65} ${y - r * 0.05}L${x - r * 0.1} ${y + r * 0.5}" ${stroke(Math.max(1.2, line * 1.1), '#fff')}/>`;
}

/** Two arrows chasing each other. */
function circle({ size, line, inner }) {
  const c = size / 2;
  const r = inner * 0.38;
  const w = line * (size === 16 ? 1.4 : 1.5);
  const at = (degrees, radius = r) => [c + radius * Math.cos((degrees * Math.PI) / 180), c + radius * Math.sin((degrees * Math.PI) / 180)];
  const half = (from) => {
    const [x1, y1] = at(from);
    const [x2, y2] = at(from + 140);
    const tip = inner * 0.17;
    const along = ((from + 140 + 90) * Math.PI) / 180;
    const wing = (turn) => [x2 - tip * Math.cos(along + turn), y2 - tip * Math.sin(along + turn)];
    const [a, b] = [wing(0.75), wing(-0.55)];
    return `<path d="M${x1} ${y1}A${r} ${r} 0 0 1 ${x2} ${y2}" ${stroke(w, ACCENT)}/>
      <path d="M${a[0]} ${a[1]}L${x2} ${y2}L${b[0]} ${b[1]}" ${stroke(w, ACCENT)}/>`;
  };
  return half(190) + half(10);
}

/** A message. */
function envelope({ line, snap }) {
  const [left, right, top, bottom] = [snap(0), snap(1), snap(0.18), snap(0.86)];
  return `<path d="M${left} ${top}H${right}V${bottom}H${left}Z" ${stroke(line, DARK, PAPER)}/>
    <path d="M${left} ${top}L${(left + right) / 2} ${snap(0.54)}L${right} ${top}" ${stroke(line, DARK)}/>`;
}

/** What makes it a reminder: a clock at the lower right. */
function clock({ size, line, inner }) {
  const r = inner * 0.24;
  const [x, y] = [size - r - 2 * line, size - r - 2 * line];
  return `<circle cx="${x}" cy="${y}" r="${r + line * 1.5}" fill="${ACCENT}" stroke="#fff" stroke-width="${line}"/>
    <path d="M${x} ${y - r * 0.6}V${y + r * 0.1}H${x + r * 0.5}" ${stroke(Math.max(1.2, line * 1.1), '#fff')}/>`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const tab = await browser.newPage();
for (const [name, draw] of Object.entries(ICONS)) {
  for (const size of Object.keys(SIZES).map(Number)) {
    if (size === 128 && name !== 'relance') continue; // only the add-in itself is shown that large
    await tab.setViewportSize({ width: size, height: size });
    await tab.setContent(`<style>*{margin:0}svg{display:block}</style>
      <svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${draw(frame(size))}</svg>`);
    const png = await tab.screenshot({ omitBackground: true });
    writeFileSync(new URL(`./icons/${name}-${size}.png`, import.meta.url), png);
  }
}
await browser.close();
