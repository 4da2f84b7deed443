// What the user typed in the status column before Relance came: told before it is filled, and kept unless they say otherwise.
import { describe, expect, it } from '@jest/globals';
import { type Binding, type Command, dayFromIso, perform, type Snapshot } from '../../core/index.ts';
import { MemoryHost } from '../hosts/memory.ts';

const book = (...statuses: (string | null)[]): MemoryHost => {
  const snapshot: Snapshot = {
    sheets: [
      {
        name: 'Factures',
        cells: [
          ['N°', 'Client', 'Montant TTC', 'Échéance', 'État'],
          ...statuses.map((status, n) => [`F-${n}`, 'Durand', 100, `2026-01-${10 + n}`, status]),
        ],
      },
    ],
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    date1904: false,
    workbookId: 'typed',
  };
  return new MemoryHost(snapshot);
};
const run = (host: MemoryHost, command: { kind: 'open' | 'refresh' } | { kind: 'bind'; binding: Binding }) =>
  host.run(
    perform(
      { at: '2026-03-16T09:00:00', options: { panel: {} }, ...command } as Command,
      dayFromIso('2026-03-16') as NonNullable<ReturnType<typeof dayFromIso>>,
    ),
  );
const status = (host: MemoryHost) => run(host, { kind: 'open' }).understood?.owned.find(({ role }) => role === 'status');

describe('the status column', () => {
  it.each([
    ['blank', [null, '', null], 'fill', undefined],
    ['our own labels', ['En retard', 'Payée', 'À surveiller'], 'fill', undefined],
    ['words that stay anyway', ['voir Paul', 'Litige', 'Mise en demeure'], 'fill', undefined],
    [
      'words of the user’s',
      ['En attente', 'envoyée', 'En attente'],
      'add',
      { count: 3, words: ['En attente', 'envoyée'], isKeptLikeOurs: false },
    ],
    ['paid ones beside them', ['Payée', 'En attente', null], 'add', { count: 1, words: ['En attente'], isKeptLikeOurs: false }],
    [
      'a column kept like ours',
      ['En retard', 'en retard', 'Pending'],
      'fill',
      { count: 2, words: ['en retard', 'Pending'], isKeptLikeOurs: true },
    ],
  ] as const)('%s', (_, statuses, choice, typed) => {
    const proposed = status(book(...statuses));
    expect([proposed?.column, proposed?.choice, proposed?.typed]).toEqual(['E', choice, typed]);
  });

  it('their word decides, whatever stands there', () => {
    const host = book('En attente');
    const { understood } = run(host, { kind: 'open' });
    const columns = Object.fromEntries(understood?.columns.map(({ role, column }) => [role, column]) ?? []);
    run(host, { kind: 'bind', binding: { sheet: 'Factures', headerRow: 1, columns, owned: { status: 'fill' } } });
    expect(status(host)).toMatchObject({ choice: 'fill', typed: { count: 1, words: ['En attente'] } });
    run(host, { kind: 'refresh' });
    expect(host.cells('Factures')[1]?.[4]).toBe('En retard');
  });
});
