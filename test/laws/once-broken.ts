/** Meddlings that broke the law once: tried in every run. */
import type { HostName, Meddling } from './interleavings.ts';

export const ONCE_BROKEN: readonly (readonly [what: string, host: HostName, how: Meddling])[] = [
  [
    'a row and titles inserted at two moments of a preparation',
    'memory',
    {
      book: {
        invoices: [
          { late: 0, customer: 0, isPaid: true, notes: null, status: null, nextActionOn: { date: '2026-03-02' }, reason: null },
          { late: 0, customer: 0, isPaid: false, notes: null, status: null, nextActionOn: null, reason: null },
        ],
        french: false,
        titles: 0,
        left: 0,
        ours: ['nextActionOn'],
        order: ['email', 'dueOn', 'issuedOn', 'notes', 'customer', 'amount', 'number', 'paid'],
      },
      kind: 'prepare',
      isBound: false,
      ways: [
        {
          edits: [
            [1, { kind: 'insert-title' }],
            [5, { kind: 'insert-title' }],
            [1, { kind: 'insert-row', at: 0, isFilled: true }],
          ],
          second: null,
        },
      ],
    },
  ],
  [
    'titles inserted at two moments while a refresh is taken back, which clears headers',
    'Google Sheets',
    {
      book: {
        invoices: [
          { late: 0, customer: 0, isPaid: true, notes: null, status: null, nextActionOn: null, reason: null },
          { late: 0, customer: 0, isPaid: false, notes: null, status: 'chez Luc', nextActionOn: { date: '2026-03-02' }, reason: null },
          { late: 0, customer: 0, isPaid: false, notes: null, status: null, nextActionOn: null, reason: null },
          { late: 0, customer: 0, isPaid: false, notes: null, status: null, nextActionOn: null, reason: null },
        ],
        french: false,
        titles: 0,
        left: 0,
        ours: ['status', 'nextActionOn'],
        order: ['amount', 'dueOn', 'issuedOn', 'number', 'email', 'customer', 'paid', 'notes'],
      },
      kind: 'put-back',
      isBound: false,
      ways: [
        {
          edits: [
            [3, { kind: 'insert-title' }],
            [1, { kind: 'insert-title' }],
          ],
          second: null,
        },
      ],
    },
  ],
  [
    'a column inserted before one of ours, in which a value is cleared',
    'memory',
    {
      book: {
        invoices: [
          { late: 0, customer: 0, isPaid: false, notes: null, status: null, nextActionOn: null, reason: null },
          { late: 0, customer: 0, isPaid: true, notes: null, status: null, nextActionOn: { date: '2026-03-02' }, reason: null },
        ],
        french: false,
        titles: 0,
        left: 0,
        ours: ['nextActionOn'],
        order: ['number', 'customer', 'issuedOn', 'notes', 'paid', 'email', 'amount', 'dueOn'],
      },
      kind: 'refresh',
      isBound: false,
      ways: [{ edits: [[1, { kind: 'insert-column', at: 8, isFilled: false }]], second: null }],
    },
  ],
  [
    'rows inserted and deleted around a colleague’s refresh: a single value of ours is left on another row',
    'memory',
    {
      book: {
        invoices: [
          { late: 0, customer: 0, isPaid: false, notes: null, status: null, nextActionOn: null, reason: null },
          { late: 0, customer: 0, isPaid: true, notes: null, status: null, nextActionOn: null, reason: 'ma raison' },
        ],
        french: false,
        titles: 0,
        left: 0,
        ours: ['reason'],
        order: ['dueOn', 'customer', 'notes', 'number', 'email', 'amount', 'issuedOn', 'paid'],
      },
      kind: 'refresh',
      isBound: false,
      ways: [
        {
          edits: [
            [2, { kind: 'delete-row', at: 0 }],
            [1, { kind: 'insert-row', at: 0, isFilled: false }],
            [1, { kind: 'type', row: 0, column: 0 }],
          ],
          second: 1,
        },
      ],
    },
  ],
  [
    'a row inserted before our write and deleted after it, with all that was written',
    'memory',
    {
      book: {
        invoices: [
          { late: 0, customer: 0, isPaid: false, notes: null, status: null, nextActionOn: null, reason: null },
          { late: 0, customer: 0, isPaid: true, notes: null, status: 'chez Luc', nextActionOn: null, reason: 'ma raison' },
        ],
        french: false,
        titles: 0,
        left: 0,
        ours: ['status', 'reason'],
        order: ['notes', 'customer', 'amount', 'paid', 'dueOn', 'number', 'issuedOn', 'email'],
      },
      kind: 'refresh',
      isBound: false,
      ways: [
        {
          edits: [
            [1, { kind: 'insert-row', at: 0, isFilled: false }],
            [2, { kind: 'delete-row', at: 0 }],
          ],
          second: null,
        },
      ],
    },
  ],
];
