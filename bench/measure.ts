/**
 * What one fresh process measures, alone, so that no candidate warms another and no kind of cell spoils the code made for another. Within a round the
 * candidates take turns on rows nobody has read before (a command always reads its sheet anew), so that the noise of the machine falls on all alike.
 */
import type { Snapshot } from '../core/workbook.ts';
import { cellsOnce } from './cells-once.ts';
import { floor } from './floor.ts';
import { type ProductAnswer, product, sameAnswers } from './product.ts';
import { freshWorkbook, type RowKind, rowsAsJson } from './rows.ts';
import { differences } from './same-answers.ts';

/** `same`: the product, asked for no more than the floor answers. */
export const CANDIDATES = ['product', 'same', 'floor', 'touch', 'parse'] as const;
export type Candidate = (typeof CANDIDATES)[number];

/** Median nanoseconds a row of each candidate. */
export interface WarmTimes {
  readonly rows: number;
  readonly rounds: number;
  readonly nanoseconds: Readonly<Record<Candidate, number>>;
  /** The product's median over the other's. */
  readonly over: Readonly<Record<Candidate, number>>;
  /** Like for like: the product asked for what the floor answers, over the floor. */
  readonly likeForLike: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Kept so that no answer can be optimised away, nor its input collected before its time. */
const kept: { workbook?: Snapshot; answer?: unknown } = {};

/**
 * Milliseconds of one call of a candidate, over `copies` fresh workbooks. The garbage collector is left to itself: forced, it also throws away the
 * machine code the candidates have earned.
 */
function timed(candidate: Candidate, kind: RowKind, json: string, copies: number): number {
  const fresh = Array.from({ length: candidate === 'parse' ? 0 : copies }, () => freshWorkbook(kind, json));
  const start = performance.now();
  for (let copy = 0; copy < copies; copy++) {
    const workbook = fresh[copy];
    if (workbook === undefined) kept.answer = JSON.parse(json);
    else if (candidate === 'product') kept.answer = product(workbook);
    else if (candidate === 'same') kept.answer = sameAnswers(workbook);
    else kept.answer = candidate === 'floor' ? floor(workbook, kind) : cellsOnce(workbook);
  }
  return (performance.now() - start) / copies;
}

/** The answers compared, then the candidates timed in turns. Differences come back as text instead of times. */
export function measureWarm(kind: RowKind, rows: number, rounds: number): WarmTimes | readonly string[] {
  const json = rowsAsJson(kind, rows);
  const different = differences(product(freshWorkbook(kind, json)), floor(freshWorkbook(kind, json), kind));
  if (different.length > 0) return different;
  const copies = Math.max(1, Math.round(5_000 / rows));
  const times: Record<Candidate, number[]> = { product: [], same: [], floor: [], touch: [], parse: [] };
  // The first rounds run on code not yet compiled; a million rows compile theirs within the first thousands.
  const unheard = rows > 100_000 ? 1 : Math.max(4, Math.round(400_000 / (rows * copies)));
  for (let round = -unheard; round < rounds; round++)
    for (const candidate of CANDIDATES) {
      const time = timed(candidate, kind, json, copies);
      if (round >= 0) times[candidate].push(time);
    }
  const each = (of: (candidate: Candidate) => number): Record<Candidate, number> => ({
    product: of('product'),
    same: of('same'),
    floor: of('floor'),
    touch: of('touch'),
    parse: of('parse'),
  });
  return {
    rows,
    rounds,
    nanoseconds: each((candidate) => (median(times[candidate]) / rows) * 1e6),
    over: each((candidate) => median(times.product) / median(times[candidate])),
    likeForLike: median(times.same) / median(times.floor),
  };
}

/** Milliseconds of the very first call in this process. */
export function measureCold(candidate: 'product' | 'floor', kind: RowKind, rows: number): number {
  return timed(candidate, kind, rowsAsJson(kind, rows), 1);
}

/** Bytes a row that stay in memory with everything a study keeps, and with the answer alone. */
export function measureMemory(kind: RowKind, rows: number): { readonly kept: number; readonly answer: number } {
  kept.workbook = freshWorkbook(kind, rowsAsJson(kind, rows));
  // Once for what is kept once, such as tables of words, and for what reading leaves in the input, such as the hashes of its texts.
  keep(product);
  keep(() => undefined);
  const before = bytes();
  keep(product);
  const withAll = bytes();
  keep(() => answerIn(kept.answer as ProductAnswer));
  const withAnswer = bytes();
  return { kept: (withAll - before) / rows, answer: (withAnswer - before) / rows };
}

/** In a call of its own, for a running function may hold on to what it has finished with. */
function keep(make: (workbook: Snapshot) => unknown): void {
  kept.answer = make(kept.workbook as Snapshot);
}

/** What was asked for: statuses, next actions with their reasons, figures and history, customers, forecast. */
function answerIn({ studied, ...figures }: ProductAnswer): unknown {
  return { status: studied.chased.assessment.status, planned: studied.chased.planned, moved: studied.work.moved, ...figures };
}

function bytes(): number {
  for (let again = 0; again < 6; again++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
