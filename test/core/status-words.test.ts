/** What a status cell states, and what it only repeats. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isStatusLabel, kindWord, statusFact } from '../../core/ledger/status-words.ts';
import type { StatusFact } from '../../core/types.ts';
import { tries } from '../thorough.ts';

/** fact | words, in French, English, German, Spanish, Italian, Dutch. */
const FACTS: readonly (readonly [StatusFact, string])[] = [
  [
    'paid',
    'Payée · Payee · Payé · Réglée · Soldée · Encaissée · Acquittée · Paid · PAID · Closed · Settled · bezahlt · beglichen · Cobrada · Pagada · Pagata · Incassata · Betaald',
  ],
  ['paid', 'Payée le 14/09/2025 · Payée (14/09) · ✅ Payée · Paid on Sep 14 · Réglée par virement · Paid in full'],
  [
    'disputed',
    'En litige · Litige · Contestée · Disputed · strittig · En disputa · Contestata · Betwist · Litige : produit cassé · Disputed - wrong price',
  ],
  ['legal', 'Contentieux · Recouvrement · In collections · Legal · Inkasso · Mahnverfahren · Judicial · Legale · Incasso'],
  ['formal-notice', 'Mise en demeure · MED · Formal notice · Final notice · Letzte Mahnung · Mise en demeure le 12/09/2025'],
  ['draft', 'Brouillon · Draft · Entwurf · Borrador · Bozza · Concept'],
  ['cancelled', 'Annulée · Void · Cancelled · Canceled · Storniert · Anulada · Annullata · Geannuleerd'],
  [
    'written-off',
    'Perte · Irrécouvrable · Passée en perte · Written off · Bad debt · Write-off · Ausgebucht · Uneinbringlich · Incobrable · Inesigibile · Oninbaar',
  ],
  ['credit', 'Avoir · Credit note · Gutschrift · Rectificativa · Nota di credito · Creditnota'],
  ['refused', 'Refusée · Rejetée · Rejected · Abgelehnt · Rechazada · Scartata · Geweigerd'],
];

/** Labels that say nothing the dates do not say, ours among them. */
const LABELS =
  'Partielle · Partiellement Payé · partiellement_payee · Partially Paid · PARTIALLY_PAID · teilweise bezahlt · Parcial · Parziale · Deels betaald · En attente · À échoir · Non échue · envoyee · ' +
  'À encaisser · Sent · Open · Unpaid · offen · Pendiente · Da pagare · Niet vervallen · À surveiller · A surveiller · En retard · Retard · en_retard · Échue · Impayée · Overdue · Past due · Late · ' +
  'überfällig · fällig · Vencida · Impagada · Scaduta · Insoluta · Wacht op betaling debiteur · Vervallen · À corriger · To fix · Échéancier · On plan · Promesse · Promised · En pause · On hold · Watch · Not due · ' +
  'Non payée · Not paid · nicht bezahlt · No pagada · Non pagata · Niet betaald · Payée partiellement';

describe('status words', () => {
  it.each(FACTS)('%s: %s', (fact, words) => {
    for (const word of words.split(' · ')) expect(`${word}: ${statusFact(word)}`).toBe(`${word}: ${fact}`);
  });
  it.each(FACTS)('%s: %s, copied from a page with what shows nothing', (fact, words) => {
    for (const word of words.split(' · '))
      for (const copied of [`${word}\u200b`, `\ufeff${word}`, `${word.slice(0, 3)}\u00ad${word.slice(3)}`])
        expect(`${word}: ${statusFact(copied)}`).toBe(`${word}: ${fact}`);
  });
  it('labels are known, and are no facts', () => {
    for (const word of LABELS.split(' · ')) expect(`${word}: ${isStatusLabel(word)} ${statusFact(word)}`).toBe(`${word}: true null`);
  });
  it("the user's own words are neither facts nor ours to replace", () => {
    const own =
      'voir avec Paul · Payée ? · payé sauf les frais · Litige résolu · Litige (résolu) · pas payée · Payée à 50 % · Payée 500 · Payée 500 € · Paid 50% · attend un avoir · OK · 12 · ✅ · Not paid yet, called';
    for (const word of own.split(' · ')) expect(`${word}: ${statusFact(word)} ${isStatusLabel(word)}`).toBe(`${word}: null false`);
  });
  it('a fact with its explanation is read, and its words are kept', () => {
    for (const words of ['Litige : produit cassé', 'Payée le 14/09/2025', 'Annulée (doublon)']) {
      expect(statusFact(words)).not.toBeNull();
      expect(isStatusLabel(words)).toBe(false);
    }
  });
  it('facts and labels alone are ours to replace', () => {
    for (const [, words] of FACTS.filter((_, i) => i !== 1)) {
      for (const word of words.split(' · '))
        if (!/[:\-/]/.test(word) || word === 'Write-off') expect(`${word}: ${isStatusLabel(word)}`).toBe(`${word}: true`);
    }
    expect(isStatusLabel('')).toBe(false);
  });
  it('case, spaces, ticks and a final point change nothing', () => {
    const words = fc.constantFrom(...FACTS.flatMap(([fact, list]) => list.split(' · ').map((word) => [fact, word] as const)));
    fc.assert(
      fc.property(
        words,
        fc.boolean(),
        fc.constantFrom('', ' ', '\u00a0', '✔ '),
        fc.constantFrom('', ' ', '.', ' !'),
        ([fact, word], upper, before, after) => {
          expect(statusFact(before + (upper ? word.toUpperCase() : word.toLowerCase()) + after)).toBe(fact);
        },
      ),
      { numRuns: tries(200) },
    );
  });
});

describe('kind words', () => {
  it('tell invoices from credit notes', () => {
    const kinds = (words: string) => new Set(words.split(' · ').map((word) => `${kindWord(word)}`));
    expect(
      kinds("Facture · Invoice · Sales invoice · Rechnung · Factura · Fattura · Factuur · Facture d'acompte · out_invoice · ACCREC"),
    ).toEqual(new Set(['invoice']));
    expect(
      kinds(
        "Avoir · Credit note · Credit Memo · Sales credit note · Gutschrift · Factura rectificativa · Abono · Nota di credito · Creditnota · Facture d'avoir · out_refund",
      ),
    ).toEqual(new Set(['credit-note']));
    expect(kinds('Paiement · Payment · Devis · RV · Virement · ')).toEqual(new Set(['null']));
  });
});
