/**
 * How much fits in one `context.sync()`. Excel on the web refuses requests and answers above 5 MB, so long ledgers travel in parts. Sizes are
 * estimated before they are known, hence the margin.
 */

/** What one request or answer should weigh at most, in bytes. */
export const PART_BYTES = 3_400_000;

/** The bytes a cell's value takes on the wire, comma and quotes included. */
export function bytesOf(value: unknown): number {
  if (typeof value !== 'string') return value === null || value === undefined ? 5 : String(value).length + 1;
  let bytes = 3;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    bytes += unit > 0x7ff ? 3 : unit > 0x7f || unit === 34 || unit === 92 || unit === 10 ? 2 : unit < 32 ? 6 : 1;
  }
  return bytes;
}

/** True when Excel refused because a request or its answer was too big. */
export function isTooBig(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ResponsePayloadSizeLimitExceeded' || code === 'RequestPayloadSizeLimitExceeded';
}
