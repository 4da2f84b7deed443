// What stands out on Monday 16 March 2026: every invoice of the sample that somebody has to think about. One line is one invoice of the
// ledger; `tag` says what it shows. Days late and stages follow the standard cadence (−7, +3, +10, +20, +30), written beside each group.
import { day, TERMS } from './days.mjs';
import { customer } from './customers.mjs';

export const AS_OF = day('2026-03-16');

/** An invoice issued on `issued` under the customer's usual terms; `more` overrides or adds. */
function invoice(tag, key, issued, gross, more = {}) {
  const who = customer(key);
  const on = day(issued);
  const terms = more.terms ?? who.terms;
  return { tag, kind: 'invoice', customer: who.name, email: who.email, issued: on, due: TERMS[terms].due(on), terms, gross, ...more };
}
const credit = (tag, key, issued, gross, more = {}) =>
  invoice(tag, key, issued, -gross, { kind: 'credit', due: day(issued), terms: null, ...more });
const did = (stage, on) => ({ last: { stage, on: on ? day(on) : null } });
const paid = (on, amount) => ({ paidOn: day(on), paid: amount });
const note = (fr, en) => ({ note: { fr, en } });

export const OPEN_BOOK = [
  // Pre-reminder: due in seven days at most.
  invoice('pre-reminder', 'pharmacie', '2026-02-18', 1284),
  invoice('pre-reminder, its very day', 'hotel', '2026-02-06', 2965.2),
  invoice('pre-reminder, customer written to in English', 'tarnbury', '2026-02-16', 3840),
  invoice('pre-reminder, public customer', 'lycee', '2026-02-17', 1176),
  invoice('pre-reminder already sent', 'melusia', '2026-02-17', 1530, did('pre', '2026-03-12')),

  // Reminder: at least three days late.
  invoice('reminder, moved from Sunday', 'boulangerie', '2026-02-10', 486),
  invoice('reminder, its very day', 'galerie', '2026-02-11', 1062),
  invoice('reminder after a pre-reminder', 'imprimerie', '2026-01-08', 1392, did('pre', '2026-03-02')),
  invoice('reminder', 'agence', '2026-01-09', 1098),
  invoice('two days late: only also-open', 'agence', '2026-01-13', 834),
  invoice('reminder to the first of two addresses', 'cevrin', '2026-02-10', 726),
  invoice('reminder to the second address', 'cevrin', '2026-02-04', 1254, { email: 'achats@cevrin.example' }),
  invoice('reminder, direct debit', 'brissonnet', '2026-02-04', 960),
  invoice('reminder, name like a formula', 'hyperlink', '2026-02-04', 540),
  invoice('reminder, shared address', 'houssette', '2026-02-03', 690),
  invoice('reminder, shared address, part paid', 'coop', '2026-01-08', 4140, {
    ...paid('2026-03-03', 2000),
    status: 'partial',
    payments: [
      ['2026-02-24', 1200],
      ['2026-03-03', 800],
    ],
  }),
  invoice('reminder, reduced by its credit note', 'mairie', '2026-02-04', 2460, { id: 'credited' }),
  credit('credit note linked to an open invoice', 'mairie', '2026-02-24', 360, {
    creditOf: 'credited',
    ...note('Reprise de deux panneaux', 'Two panels taken back'),
  }),

  // Call: ten days late, reminded a week ago or more.
  invoice('call, moved from Sunday', 'garage', '2026-02-03', 798, did('reminder', '2026-03-09')),
  invoice('call', 'grive', '2026-01-28', 1518, did('reminder', '2026-03-02')),
  invoice('call', 'malvezin', '2026-01-16', 1850, did('reminder', '2026-03-05')),
  invoice('reminder that waits for the call', 'malvezin', '2026-01-26', 612),
  invoice('call after a broken promise', 'librairie', '2026-01-27', 756, {
    ...did('reminder', '2026-03-02'),
    promiseOn: day('2026-03-06'),
    ...note('Promis pour le 6 mars, rien reçu', 'Promised for 6 March, nothing came'),
  }),

  // Formal reminder: twenty days late, called.
  invoice('formal reminder', 'aulnes', '2026-01-21', 2352, did('call', '2026-03-02')),
  invoice('formal reminder, with a first reminder in the same message', 'lorriere', '2026-01-02', 3290.4, did('call', '2026-02-26')),
  invoice('reminder carried by a formal reminder', 'lorriere', '2026-01-26', 840),
  invoice('formal reminder, an open credit beside it', 'nuee', '2026-01-14', 1116, did('call', '2026-02-23')),
  credit('credit note linked to nothing', 'nuee', '2025-12-03', 96),
  invoice('formal reminder in English', 'northgate', '2026-01-20', 1740, did('call', '2026-03-03')),
  invoice('formal reminder to a consumer', 'savourey', '2026-02-12', 1188, did('call', '2026-02-24')),

  // Formal notice: thirty days late, firmly reminded. Then hand-over, legal, loss.
  invoice('formal notice, payment known from the Payments tab only', 'quillerot', '2026-01-07', 1968, {
    ...did('second', '2026-02-26'),
    payments: [['2026-02-16', 600]],
    ...note('Acompte reçu, voir onglet Paiements', 'Part received, see the Payments tab'),
  }),
  invoice('formal notice', 'roquesaure', '2025-12-31', 1542, did('firm', '2026-02-20')),
  invoice('hand-over after the notice', 'argoulet', '2025-11-12', 1308, did('notice', '2026-01-29')),
  invoice('hand-over, the notice known from the status cell', 'argoulet', '2025-12-10', 744, { status: 'notice' }),
  invoice('legal', 'toussac', '2025-08-13', 2520, {
    ...did('notice', '2025-11-14'),
    status: 'legal',
    ...note('Dossier chez Me Vauquelin', 'With the lawyers'),
  }),
  invoice('written off', 'vuillaume', '2025-05-09', 648, { status: 'writtenOff', ...note('Magasin fermé', 'The shop closed') }),

  // Never chased and old: catch-up starts at the first stage after the due date.
  invoice('catch-up, 60 days late', 'pommerive', '2025-12-16', 954),
  invoice('catch-up, 75 days late', 'merles', '2025-12-01', 1476),

  // Reasons not to chase.
  invoice('no e-mail address', 'corymbe', '2026-01-08', 372),
  invoice('two addresses in one cell', 'ecluse', '2026-01-09', 828),
  invoice('promised', 'clinique', '2026-01-19', 1980, { ...did('call', '2026-03-02'), promiseOn: day('2026-03-20') }),
  invoice('on hold', 'ysolde', '2026-01-16', 1164, {
    holdUntil: day('2026-03-31'),
    ...note('Attente du conseil de gestion', 'Waits for the school board'),
  }),
  invoice('disputed', 'daumezon', '2025-12-12', 1380, { status: 'disputed', ...note('Teinte non conforme', 'Wrong shade') }),
  invoice('disputed and part paid', 'belleroche', '2025-12-30', 1740, {
    ...paid('2026-02-12', 600),
    status: 'disputed',
    payments: [['2026-02-12', 600]],
    ...note('Conteste la pose du lot B', 'Contests the fitting of lot B'),
  }),
  invoice('covered by a credit', 'filavril', '2026-01-08', 420),
  credit('credit note linked to nothing, larger than what is due', 'filavril', '2026-02-25', 450),
  invoice('reminded four days ago', 'sarmentiere', '2026-01-08', 1014, did('reminder', '2026-03-12')),
  invoice('its customer was written to four days ago', 'sarmentiere', '2026-01-09', 588),
  invoice('eight cents left: paid', 'melusia', '2026-01-28', 1500, { ...paid('2026-02-27', 1499.92), status: 'paid' }),
  invoice('overpaid', 'ambulances', '2026-01-13', 1980, { ...paid('2026-02-20', 2160), status: 'paid' }),

  // Cells that cannot be trusted: `typed` is what stands in the cell instead, in both books.
  invoice('impossible due date', 'boulangerie', '2026-01-29', 312, { typed: { due: { fr: '31/02/2026', en: '31 Feb 2026' } } }),
  invoice('unreadable amount', 'librairie', '2026-03-05', 840, {
    typed: { gross: { fr: 'à voir', en: 'tbc' }, net: { fr: null, en: null } },
  }),
  invoice('no due date and no terms', 'galerie', '2026-03-03', 894, { due: null, terms: null }),
  invoice('#N/A as amount', 'ysolde', '2026-02-27', 1450, { typed: { gross: { error: '#N/A' }, net: { error: '#N/A' } } }),
  invoice('number typed twice', 'garage', '2026-02-19', 1026, { id: 'twin' }),
  invoice('number typed twice', 'pharmacie', '2026-02-20', 768, { sameNumberAs: 'twin', ...paid('2026-03-10', 768), status: 'paid' }),
  invoice('said to be paid, half of it came', 'malvezin', '2025-12-19', 1800, { ...paid('2026-02-05', 900), status: 'paid' }),
  invoice('unreadable payment date', 'filavril', '2026-01-12', 276, {
    ...paid('2026-02-16', 276),
    status: 'paid',
    typed: { paidOn: { fr: 'mi-février', en: 'mid-February' } },
  }),
  invoice('no customer', 'agence', '2025-07-08', 1188, { customer: '', email: '', ...paid('2025-09-05', 1188), status: 'paid' }),
  invoice('due before it was issued', 'melusia', '2025-10-14', 1368, {
    due: day('2025-09-13'),
    ...paid('2025-11-13', 1368),
    status: 'paid',
  }),
  invoice('paid on an unknown day', 'corymbe', '2025-05-15', 402, { status: 'paid' }),
  invoice('amount paid on an unknown day', 'nuee', '2025-06-04', 1104, { paid: 1104, status: 'paid' }),

  // Other paths.
  invoice('due date to be computed from the terms', 'houssette', '2026-02-26', 828, { due: null }),
  invoice('cancelled', 'grive', '2025-11-05', 1932, { status: 'cancelled', ...note('Facturée deux fois', 'Invoiced twice') }),
  invoice('draft', 'aulnes', '2026-03-16', 2640, { status: 'draft' }),
  invoice(
    'dated after the as-of day',
    'hotel',
    '2026-03-31',
    1080,
    note("Contrat d'entretien, préparée d'avance", 'Maintenance, prepared ahead'),
  ),
  invoice('status in words of their own', 'aulnes', '2026-02-26', 2472, { status: 'own' }),
  invoice('paid in three times', 'lorriere', '2025-06-12', 8400, {
    ...paid('2025-09-18', 8400),
    status: 'paid',
    payments: [
      ['2025-07-31', 3000],
      ['2025-08-29', 3000],
      ['2025-09-18', 2400],
    ],
  }),
  invoice('paid in two times', 'aulnes', '2025-09-17', 5220, {
    ...paid('2025-11-20', 5220),
    status: 'paid',
    payments: [
      ['2025-10-24', 2610],
      ['2025-11-20', 2610],
    ],
  }),
  invoice('paid less its credit note', 'imprimerie', '2025-09-10', 1800, { id: 'reduced', ...paid('2025-11-12', 1500), status: 'paid' }),
  credit('credit note linked to a paid invoice', 'imprimerie', '2025-10-06', 300, { creditOf: 'reduced' }),

  // Not due yet.
  invoice('', 'mairie', '2026-03-06', 5160),
  invoice('', 'coop', '2026-03-10', 6750),
  invoice('', 'clinique', '2026-03-03', 4410),
  invoice('', 'cevrin', '2026-03-02', 2214),
  invoice('', 'tarnbury', '2026-03-09', 4164),
  invoice('', 'lycee', '2026-03-09', 1398),
  invoice('', 'imprimerie', '2026-02-19', 2514),
  invoice('', 'malvezin', '2026-02-20', 2880),
  invoice('', 'daumezon', '2026-03-05', 2352),
  invoice('', 'northgate', '2026-03-04', 3270),
  invoice('', 'ambulances', '2026-03-10', 2076),
];

/** A line of the Payments tab that names no invoice of the ledger. */
export const STRAY_PAYMENT = { number: 'FA-2025-999', customer: customer('garage').name, on: day('2026-01-22'), amount: 240 };
