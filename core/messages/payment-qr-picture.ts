/** The payment square as a picture for papers: drawn in black on white, sharp at any size. E-mails carry none: they hold no image. */
import { encode } from 'uqr';

/** Error level M and at most version 13, as EPC069-12 asks; four blank modules around it, without which cameras do not find it. */
const SHAPE = { ecc: 'M', boostEcc: false, maxVersion: 13, border: 4 } as const;

/** An SVG element with its own size in viewBox only: the paper decides how large it is printed. */
export function paymentQrSvg(payload: string): string {
  const { data, size } = encode(payload, SHAPE);
  const runs = data.flatMap((row, y) => [...rowRuns(row)].map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${runs.join('')}"/></svg>`;
}

/** Where the black runs of a row begin, and how long they are. */
function* rowRuns(row: readonly boolean[]): Generator<readonly [from: number, length: number]> {
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x]) x++;
    yield [from, x - from];
  }
}
