/** The only clock of the panel: the user's own. The core is told the day and the moment; it never looks. */

const two = (n: number) => String(n).padStart(2, '0');

/** Today, as ISO text. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The moment of a click, as ISO date-time without a zone. */
export function localMoment(now = new Date()): string {
  return `${today(now)}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
