// Every reason for which a command is not done, or a reminder not drafted, by the command that meets it.
import { REFUSALS, type RefusedWhy } from '../../../core/dunning/refused.ts';
import type { Command, LanguageCode, NoDraft, View } from '../../../core/index.ts';
import { perform } from '../../../core/index.ts';
import { type PackedRows, unpacked } from '../../../core/packed-rows.ts';
import type { OfferedFix } from '../../../core/workbook.ts';
import { type Around, day, type Row } from '../../core/workbook-of.ts';
import { MemoryHost } from '../../hosts/memory.ts';
import type { Family, InEach, MessageCase, Said } from '../message-case.ts';
import { DUE, houseOf, ON, told } from './small-house.ts';

type Wish = Partial<Command> & { readonly kind: Command['kind'] } & Record<string, unknown>;
/** What was done before, on the day before unless it says otherwise. */
type Before = (host: MemoryHost, language: LanguageCode) => void;

const PAYER: Row = { number: 'P1', customer: 'Payer', email: 'pay@payer.example', paid: 100, paidOn: '2025-09-15' };

function answerOf({ refused, notPrepared }: View): Said {
  const [first] = refused ? [refused] : (notPrepared ?? []);
  return {
    ids: [...(refused ? [refused.why] : []), ...(notPrepared ?? []).map(({ why }) => why)],
    at: notPrepared?.[0]?.customer ?? '',
    message: first?.message ?? '',
    advice: first?.advice ?? '',
  };
}

function refusal(
  id: RefusedWhy,
  when: InEach,
  wish: Wish | ((view: View) => Wish),
  rows: readonly Row[] = [{}],
  more: { around?: Around; before?: Before; at?: string } = {},
): MessageCase {
  return {
    id,
    when,
    at: more.at ?? '',
    said: (language) => {
      const host = houseOf([...rows, PAYER], more.around ?? {}, DUE);
      more.before?.(host, language);
      const command = typeof wish === 'function' ? wish(lookedAt(host, language)) : wish;
      return answerOf(told(host, command as never, language));
    },
  };
}

const about = (kind: Command['kind'], more: Record<string, unknown> = {}, customer = 'Dupont'): Wish =>
  ({ kind, customer, ...more }) as Wish;
/** What the user looks at before the click: the list, and the cells that may be put right. */
const lookedAt = (host: MemoryHost, language: LanguageCode): View => ({
  ...told(host, { kind: 'open', options: { panel: { fixes: true } } } as never, language),
  report: told(host, { kind: 'open' }, language).report,
});
const entryOf = (view: View): string => view.report?.worklist[0]?.id as string;

/** A mail program that says no to a draft. */
class Unwilling extends MemoryHost {
  readonly #no: NoDraft;
  constructor(host: MemoryHost, no: NoDraft) {
    super(host.snapshot());
    this.#no = no;
  }
  override run(command: Parameters<MemoryHost['run']>[0]): View {
    let step = command.next();
    while (!step.done)
      step = command.next(
        step.value.kind === 'draft'
          ? this.#no
          : step.value.kind === 'read'
            ? this.snapshot()
            : step.value.kind === 'find-drafts'
              ? []
              : null,
      );
    return step.value;
  }
}

/** Two customers are due; `which` of the reminders that were not drafted speaks. */
function unwilling(id: RefusedWhy, when: InEach, no: NoDraft, which = 0): MessageCase {
  return {
    id,
    when,
    at: which === 0 ? 'Dupont' : 'Durand',
    said: (language) => {
      const host = new Unwilling(
        houseOf([{}, ...(which === 0 ? [] : [{ customer: 'Durand', email: 'pay@durand.example' }]), PAYER], {}, DUE),
        no,
      );
      const view = host.run(perform({ kind: 'prepare', at: `${ON}T09:00:00`, options: { language } }, day(ON)));
      return answerOf({ ...view, notPrepared: (view.notPrepared ?? []).slice(which) });
    },
  };
}

const CASES: readonly MessageCase[] = [
  refusal(
    'unknown-customer',
    ['a promise of a customer who is not in the sheet', 'une promesse d’un client absent de la feuille'],
    about('promise', { until: '2025-09-20' }, 'Nobody'),
  ),
  refusal(
    'unknown-invoice',
    ['a promise for F-99, which is not his', 'une promesse pour F-99, qui n’est pas la sienne'],
    about('promise', { invoices: ['F-99'], until: '2025-09-20' }),
  ),
  refusal(
    'several-customers',
    ['a promise of “Dupont”, and two customers bear that name', 'une promesse de «\u00a0Dupont\u00a0», et deux clients portent ce nom'],
    about('promise', { until: '2025-09-20' }),
    [{ id: 'C1' }, { id: 'C2' }],
  ),
  refusal(
    'nothing-open',
    ['a promise of a customer who owes nothing', 'une promesse d’un client qui ne doit rien'],
    about('promise', { until: '2025-09-20' }, 'Payer'),
  ),
  refusal(
    'not-open',
    ['a promise for an invoice that is paid', 'une promesse pour une facture payée'],
    about('promise', { invoices: ['P1'], until: '2025-09-20' }, 'Payer'),
  ),
  refusal('unknown-entry', ['a call noted on a line of the list that is gone', 'un appel noté sur une ligne de la liste qui a disparu'], {
    kind: 'log-call',
    entry: 'gone',
  }),
  refusal('unknown-draft', ['the fate of a draft nobody knows', 'le sort d’un brouillon inconnu'], {
    kind: 'mark',
    draft: 'none',
    fate: 'sent',
  }),
  refusal('not-a-day', ['a promise for “soon”', 'une promesse pour «\u00a0soon\u00a0»'], about('promise', { until: 'soon' })),
  refusal('day-past', ['a promise for yesterday', 'une promesse pour hier'], about('promise', { until: '2025-09-16' })),
  refusal('amount-not-positive', ['a promise of 0', 'une promesse de 0'], about('promise', { until: '2025-09-20', amount: 0 })),
  refusal(
    'amount-above-open',
    ['a promise of 500, of 100 owed', 'une promesse de 500, pour 100 dus'],
    about('promise', { until: '2025-09-20', amount: 500 }),
  ),
  refusal(
    'several-currencies',
    ['a plan for invoices in euros and in dollars', 'un échéancier pour des factures en euros et en dollars'],
    about('plan', { instalments: [{ on: '2025-10-01', amount: 200 }] }),
    [{}, { currency: 'USD' }],
  ),
  refusal(
    'part-of-several',
    ['50 contested, of two invoices', '50 contestés, sur deux factures'],
    about('dispute', { category: 'price', amount: 50 }),
    [{}, {}],
  ),
  refusal('not-disputed', ['a dispute settled that was never opened', 'un litige réglé qui n’a jamais été ouvert'], about('resolve')),
  refusal('no-instalments', ['a plan without a payment', 'un échéancier sans mensualité'], about('plan', { instalments: [] })),
  refusal(
    'instalments-not-ascending',
    ['the second payment before the first', 'la deuxième mensualité avant la première'],
    about('plan', {
      instalments: [
        { on: '2025-11-01', amount: 50 },
        { on: '2025-10-01', amount: 50 },
      ],
    }),
  ),
  refusal(
    'plan-not-whole',
    ['60 by instalments, of 100 owed', '60 en plusieurs fois, pour 100 dus'],
    about('plan', { instalments: [{ on: '2025-10-01', amount: 60 }] }),
  ),
  refusal(
    'instalment-taken',
    ['a plan over the lines of another', 'un échéancier sur les lignes d’un autre'],
    about('plan', {
      instalments: [
        { on: '2025-10-01', amount: 40 },
        { on: '2025-11-01', amount: 60 },
      ],
    }),
    [{}],
    {
      around: {
        tabs: {
          Plans: [
            ['Invoice', 'Customer', 'Due on', 'Amount'],
            ['F1', 'Dupont', '2025-10-01', 50],
          ],
        },
      },
    },
  ),
  refusal('no-words', ['a note without a word', 'une note sans un mot'], about('note', { note: ' ' })),
  refusal(
    'several-addresses',
    ['a statement of invoices that go to two addresses', 'un relevé de factures qui vont à deux adresses'],
    about('write-to', { message: 'statement' }),
    [{}, { email: 'other@dupont.example' }],
  ),
  refusal(
    'nothing-paid',
    ['thanks to a customer who has paid nothing', 'un remerciement à un client qui n’a rien payé'],
    about('write-to', { message: 'thank-you' }),
  ),
  refusal(
    'nothing-called',
    ['a message after a call that is not noted', 'un message après un appel qui n’est pas noté'],
    about('write-to', { message: 'after-call' }),
  ),
  refusal(
    'written-before',
    ['the same statement twice in a day', 'le même relevé deux fois dans la journée'],
    about('write-to', { message: 'statement' }),
    [{}],
    {
      before: (host, language) => void told(host, about('write-to', { message: 'statement' }) as never, language, { time: '08:00:00' }),
    },
  ),
  refusal('nothing-to-undo', ['undo, before anything was done', 'annuler, avant d’avoir rien fait'], { kind: 'undo-last' }),
  refusal('drafts-stay', ['undo, after drafts were prepared', 'annuler, après la préparation de brouillons'], { kind: 'undo-last' }, [{}], {
    before: (host, language) => void told(host, { kind: 'prepare' }, language, { time: '08:00:00' }),
  }),
  refusal(
    'ids-repeat',
    ['undo, and a row of the journal was copied', 'annuler, alors qu’une ligne du journal a été copiée'],
    { kind: 'undo-last' },
    [{}],
    {
      before: (host, language) => {
        told(host, about('note', { note: 'rang' }) as never, language, { time: '08:00:00' });
        const rows = host.cells('Reminder journal');
        rows.push([...(rows[1] as (typeof rows)[number])]);
      },
    },
  ),
  refusal(
    'entry-gone',
    ['a reminder to a customer who is no longer in the sheet', 'une relance à un client qui n’est plus dans la feuille'],
    { kind: 'prepare', entries: ['gone'] },
  ),
  refusal(
    'not-due',
    ['a reminder whose day has not come', 'une relance dont le jour n’est pas venu'],
    (view) => ({ kind: 'prepare', entries: [entryOf(view)] }),
    [{ issued: '2025-09-10', due: '2025-10-10' }],
    { at: 'Dupont' },
  ),
  refusal(
    'not-a-message',
    ['a step that is a call, prepared as a message', 'une étape qui est un appel, préparée comme un message'],
    (view) => ({ kind: 'prepare', entries: [entryOf(view)] }),
    [{ due: '2025-09-05', last: 'Reminder (2025-09-10)' }],
    { at: 'Dupont' },
  ),
  refusal(
    'changed-meanwhile',
    ['a message reworded, and the amount has changed since', 'un message retouché, et le montant a changé depuis'],
    (view) => ({ kind: 'prepare', entries: [entryOf(view)], edits: { [entryOf(view)]: { basis: 'older', text: 'Please pay.' } } }),
    [{}],
    { at: 'Dupont' },
  ),
  refusal(
    'tag-in-words',
    ['a message reworded with {{Amount}} left in it', 'un message retouché où il reste {{Amount}}'],
    (view) => ({ kind: 'prepare', entries: [entryOf(view)], edits: { [entryOf(view)]: { text: 'You owe {{Amount}}.' } } }),
    [{}],
    { at: 'Dupont' },
  ),
  refusal(
    'others-would-change',
    [
      'one text date made a true date, and it alone showed how the others are read',
      'une date en texte changée en vraie date, qui seule montrait comment lire les autres',
    ],
    (view) => {
      const telling = unpacked(view.fixes as PackedRows<OfferedFix>).find(({ found }) => found === '13/09/2025') as OfferedFix;
      return { kind: 'fix', cells: [{ ...telling, to: telling.to[0] }] };
    },
    [{ due: '13/09/2025' }, { due: '03/09/2025' }],
  ),
  unwilling('mail-quota', ['the mailbox takes no more drafts today', 'la messagerie n’accepte plus de brouillons aujourd’hui'], {
    why: 'mail-quota',
    made: 'no',
    detail: '',
  }),
  unwilling('mail-refused', ['the mailbox refuses the draft', 'la messagerie refuse le brouillon'], {
    why: 'mail-refused',
    made: 'no',
    detail: '',
  }),
  unwilling('mail-silent', ['the mailbox does not answer', 'la messagerie ne répond pas'], {
    why: 'mail-silent',
    made: 'unknown',
    detail: '',
  }),
  unwilling(
    'mail-stopped',
    ['the mailbox did not answer for the draft before', 'la messagerie n’a pas répondu pour le brouillon d’avant'],
    { why: 'mail-silent', made: 'unknown', detail: '' },
    1,
  ),
  unwilling('stopped-by-you', ['Stop was clicked before its turn came', 'clic sur Arrêter avant son tour'], {
    why: 'stopped-by-you',
    made: 'no',
    detail: '',
  }),
  unwilling('time-short', ['the click has no time left', 'le clic n’a plus de temps'], { why: 'time-short', made: 'no', detail: '' }),
];

export const REFUSED: Family = {
  title: ['Why something is not done', 'Pourquoi quelque chose n’est pas fait'],
  intro: [
    'Said at once, where one clicked. Nothing of the command was written.',
    'Dit aussitôt, là où l’on a cliqué. Rien de la commande n’a été écrit.',
  ],
  ids: () => REFUSALS,
  cases: CASES,
};
