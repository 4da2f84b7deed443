/**
 * What a status cell says. A few words are facts only a person knows (paid, disputed, handed to a lawyer, written off); all others only repeat
 * what the dates already tell, or were written by us, and may be replaced. "Non payée" and "Partiellement payée" are no payment: a word is a fact
 * only when nothing before it takes it back.
 *
 * Words are folded (no accents, lower case), separated by commas.
 */
import type { StatusFact } from '../types.ts';
import { folded, seen } from '../words.ts';

const FACTS: Readonly<Record<StatusFact, readonly string[]>> = {
  draft: [
    'brouillon, brouillons, a emettre, non emise, en preparation',
    'draft, drafted, unsent draft, not issued',
    'entwurf, im entwurf',
    'borrador, en borrador',
    'bozza, in bozza',
    'concept, in concept',
  ],
  cancelled: [
    'annulee, annule, annulees, annules, facture annulee, annulation',
    'void, voided, cancelled, canceled, invoice cancelled, deleted',
    'storniert, storno, stornierung, annulliert',
    'anulada, anulado, cancelada, cancelado',
    'annullata, annullato, stornata, stornato',
    'geannuleerd, nietig',
  ],
  'written-off': [
    'perte, pertes, passee en perte, passe en perte, passee en pertes, irrecouvrable, creance irrecouvrable, creance perdue, pertes et profits, abandon de creance, abandonnee',
    'written off, write off, writeoff, bad debt, bad debts, uncollectible, uncollectable, irrecoverable',
    'ausgebucht, uneinbringlich, abgeschrieben, forderungsausfall',
    'incobrable, fallida, dada por perdida',
    'inesigibile, perdita, perdita su crediti, stralciata, stralciato',
    'oninbaar, afgeboekt, afgeschreven',
  ],
  paid: [
    'payee, paye, payees, payes, reglee, regle, reglees, regles, soldee, solde, soldees, encaissee, encaisse, encaissees, acquittee, acquitte, totalement payee, entierement payee, entierement reglee, integralement payee, integralement reglee, paiement recu, reglement recu, cloturee, cloture, paye integralement, facture payee, deja payee, deja reglee',
    'paid, fully paid, paid in full, paid off, closed, settled, payment received, cleared, collected, invoice paid, already paid, refunded, fully refunded, marked paid, auto paid',
    'bezahlt, beglichen, ausgeglichen, voll bezahlt, vollstandig bezahlt, vollstaendig bezahlt, gezahlt, komplett bezahlt, erledigt, zahlung eingegangen',
    'cobrada, cobrado, cobradas, pagada, pagado, pagadas, totalmente cobrada, totalmente pagada, liquidada, liquidado, saldada, cobro total',
    'pagata, pagato, pagate, incassata, incassato, saldata, saldato, pagata interamente, riscossa, chiusa, chiuso',
    'betaald, voldaan, volledig betaald, geheel betaald, afgelost, afgeletterd, afgehandeld',
  ],
  legal: [
    'contentieux, en contentieux, au contentieux, passee au contentieux, transmise au contentieux, transmis au contentieux, recouvrement, en recouvrement, recouvrement judiciaire, judiciaire, procedure judiciaire, injonction de payer, huissier, commissaire de justice, chez l avocat, avocat',
    'legal, legal action, in legal, collections, in collections, sent to collections, in collection, collection agency, with lawyer, with lawyers, litigation, in litigation, court',
    'inkasso, im inkasso, mahnverfahren, gerichtliches mahnverfahren, mahnbescheid, rechtsanwalt, anwalt, klage, gericht',
    'judicial, via judicial, contencioso, en contencioso, reclamacion judicial, en recobro',
    'legale, al legale, contenzioso, in contenzioso, recupero crediti, decreto ingiuntivo, avvocato',
    'incasso, in incasso, incassobureau, deurwaarder, gerechtelijk, bij incassobureau',
  ],
  disputed: [
    'en litige, litige, litigieuse, contestee, conteste, en contestation, reclamation, en reclamation, litige en cours, facture contestee',
    'disputed, in dispute, dispute, on dispute, under dispute, contested, query, in query',
    'strittig, bestritten, reklamation, reklamiert, in reklamation, in klarung, in klaerung, widerspruch, streitig',
    'en disputa, disputada, disputa, en litigio, reclamada, impugnada, incidencia',
    'contestata, contestato, in contestazione, contestazione, in disputa',
    'betwist, in geschil, geschil, in dispuut, dispuut',
  ],
  'formal-notice': [
    'mise en demeure, med, mise en demeure envoyee, mise en demeure faite, en demeure, med envoyee',
    'formal notice, final notice, formal notice sent, final notice sent, final demand, letter before action, notice of default',
    'letzte mahnung, letzte mahnung versendet, in verzug gesetzt, letztmalige mahnung',
    'requerimiento formal, burofax, burofax enviado, requerimiento de pago, ultimo aviso',
    'messa in mora, diffida, diffida inviata, costituzione in mora',
    'ingebrekestelling, in gebreke gesteld, laatste aanmaning',
  ],
  refused: [
    'refusee, refuse, rejetee, rejete, refusee par le client, rejetee par la plateforme',
    'refused, rejected, declined',
    'abgelehnt, zuruckgewiesen, zurueckgewiesen',
    'rechazada, rechazado',
    'rifiutata, rifiutato, scartata, scartato, respinta',
    'geweigerd, afgewezen, afgekeurd',
  ],
  credit: [
    'avoir, avoirs, avoir emis, facture d avoir, note de credit',
    'credit note, credit, credit memo, credited',
    'gutschrift, gutgeschrieben, rechnungskorrektur',
    'rectificativa, abono, nota de credito, factura rectificativa',
    'nota di credito, nota credito, nota di accredito',
    'creditnota, creditfactuur, gecrediteerd',
  ],
};

/** Words that say nothing the dates do not say, and the labels we write ourselves. */
const OUTPUTS: readonly string[] = [
  // French
  'a corriger, echeancier, en echeancier, promise, promesse, promesse de paiement, en pause, pause, en retard, retard, en retard de paiement, echue, echues, echu, impayee, impaye, impayees, a surveiller, surveiller, non echue, non echu, pas echue, a echoir',
  'en attente, en attente de paiement, en attente de reglement, attente paiement, envoyee, envoye, emise, emis, ouverte, ouvert, non payee, non paye, non reglee, non regle, non soldee, a encaisser, a payer, a regler, en cours, due, a relancer, relancee, bientot echue, a venir',
  'partielle, partiel, partiellement payee, partiellement paye, partiellement reglee, partiellement regle, paiement partiel, partiellement encaissee, payee partiellement, paye partiellement, reglee partiellement, en cours de paiement, part payee, reglement commence, paiement commence',
  // English
  'to fix, on plan, payment plan, instalment plan, installment plan, promised, promise to pay, on hold, paused, overdue, past due, late, watch, to watch, due soon, not due, not yet due, current, sent, open, opened, unpaid, authorised, authorized, not paid, outstanding, pending, awaiting payment, due, in progress, issued, unsettled',
  'partially paid, partly paid, part paid, partial, partial payment, paid partially, in payment, partially refunded, not due yet',
  // German
  'uberfallig, ueberfaellig, fallig, faellig, offen, unbezahlt, nicht bezahlt, nicht fallig, nicht faellig, noch nicht fallig, versendet, gesendet, ausstehend, teilweise bezahlt, teilbezahlt, teilzahlung, in zahlungsverzug, in verzug, ratenzahlung, zu beobachten, zu korrigieren, pausiert, teilgezahlt',
  // Spanish
  'pendiente, pendiente de pago, pendiente de cobro, vencida, vencido, impagada, impagado, parcial, parcialmente pagada, parcialmente cobrada, pagada parcialmente, no vencida, por vencer, enviada, emitida, abierta, no pagada, no cobrada, atrasada, con retraso, en pausa, a vigilar, a corregir, cobrado parcial, cobrado parcialmente, cobro parcial, parcialmente cobrado, no pagadas, pagado parcialmente',
  // Italian
  'da pagare, da incassare, scaduta, scaduto, insoluta, insoluto, parziale, parzialmente pagata, parzialmente pagato, parzialmente incassata, non scaduta, in scadenza, a scadere, inviata, emessa, aperta, non pagata, non pagato, in ritardo, in attesa, in attesa di pagamento, in pausa, da correggere, da sorvegliare, non saldata, non saldato, parzialmente saldata, parzialmente saldato, da saldare',
  // Dutch
  'wacht op betaling debiteur, wacht op betaling, vervallen, niet vervallen, deels betaald, gedeeltelijk betaald, openstaand, open, onbetaald, niet betaald, verzonden, te laat, achterstallig, nog niet vervallen, in behandeling, gepauzeerd, te corrigeren, gedeeltelijk voldaan',
];

const KINDS: Readonly<Record<'invoice' | 'credit-note', readonly string[]>> = {
  invoice: [
    'facture, factures, fact, fa, fac, facture client, facture de vente, facture d acompte, facture de situation, facture de solde, facture acompte, facture standard, facture de remplacement, facture simple, facture client fa, acompte, facture d acompte client, situation, facture de situation de travaux, solde',
    'invoice, invoices, inv, sales invoice, tax invoice, customer invoice, out invoice, accrec, deposit invoice, deposit, down payment, down payment invoice, prepayment invoice, progress invoice, final invoice, commercial invoice, 380',
    'rechnung, re, ausgangsrechnung, abschlagsrechnung, schlussrechnung, teilrechnung, anzahlungsrechnung, kundenrechnung',
    'factura, factura de venta, factura ordinaria, factura simplificada, fra',
    'fattura, fattura di vendita, parcella, fattura immediata, fattura differita, fattura accompagnatoria, td01, td24, td06',
    'factuur, verkoopfactuur, voorschotfactuur',
  ],
  'credit-note': [
    'avoir, avoirs, av, facture d avoir, facture avoir, avoir client, note de credit, avoir financier',
    'credit note, credit notes, credit memo, credit, cn, crn, sales credit note, customer credit note, out refund, accreccredit, refund, credit invoice, 381',
    'gutschrift, gs, rechnungskorrektur, stornorechnung, korrekturrechnung, storno, rechnungsgutschrift',
    'rectificativa, factura rectificativa, abono, nota de credito, nota de abono, factura de abono',
    'nota di credito, nota credito, nota di accredito, nc, ndc, td04',
    'creditnota, creditfactuur, credit factuur',
  ],
};

/** What a kind column calls the bills of suppliers: owed by us, not to us. */
const SUPPLIER_KINDS: readonly string[] = [
  'facture fournisseur, facture d achat, achat, avoir fournisseur',
  'bill, bills, vendor bill, supplier bill, supplier invoice, purchase invoice, accpay, in invoice, in refund, bill credit, vendor credit',
  'eingangsrechnung, lieferantenrechnung',
  'factura de compra, factura recibida, factura de proveedor, gasto',
  'fattura di acquisto, fattura passiva, fattura fornitore',
  'inkoopfactuur',
];

function indexOf<T extends string>(table: Readonly<Record<T, readonly string[]>>): Map<string, T> {
  const index = new Map<string, T>();
  for (const meaning of Object.keys(table) as T[])
    for (const line of table[meaning]) for (const word of line.split(', ')) index.set(word, meaning);
  return index;
}

let facts: Map<string, StatusFact> | null = null;
let outputs: Set<string> | null = null;
let kinds: Map<string, 'invoice' | 'credit-note'> | null = null;

/** Folded, without ticks, emoji, punctuation. */
function plain(text: string): string {
  return folded(seen(text).replace(/[^\p{L}\p{N}\p{M}\s\u00a0\u202f_.\-/'’]+/gu, ' '));
}

/** What may follow a fact without changing it: a day, who, when ("Payée le 14/09/2025", "Paid on Sep 14"). */
const AFTER =
  /^(?: (?:le|la|du|de|depuis|au|on|since|at|am|seit|vom|el|desde|il|dal|op|sinds|en|in|par|by|per|via|x|\d+[a-z]{0,2}|virement|cheque|cb|carte|prelevement|transfer|card|check|janv|janvier|januar|januari|enero|gennaio|febrero|febbraio|februar|februari|marz|marzo|maart|aprile|abril|mayo|maggio|mei|junio|giugno|juni|julio|luglio|juli|agosto|augustus|sep|septiembre|settembre|octubre|ottobre|oktober|okt|noviembre|diciembre|dicembre|dezember|dez|ene|abr|ago|dic|fevr|fevrier|mars|avr|avril|mai|juin|juil|juillet|aout|sept|septembre|oct|octobre|nov|novembre|dec|decembre|jan|january|feb|february|march|apr|april|may|june|july|aug|august|september|october|november|december))+$/;

/** A figure after a fact must be of a day: "Payée 500" is not settled. */
const DATED = /\b\d{1,4} \d{1,2}\b|\d(?:er|st|nd|rd|th)? \p{L}{3}|\p{L}{3} \d/u;

/** What sets an explanation apart: "Litige : qualité", "Disputed - wrong price". */
const APART = /[:;,(–—]|\s-\s/;
/** An explanation that takes the fact back: "Litige (résolu)". */
const TAKEN_BACK =
  /resol|clos|lev(?:e|ee)\b|termin|regl|solved|settled|closed|withdrawn|lifted|erledigt|geklart|behoben|resuelt|risolt|opgelost|partiel|partial|\bnon?\b|\bnot\b/;

/** The fact a status cell states, whatever its case, accents and language; null for labels the dates decide and for words of the user's own. */
export function statusFact(text: string): StatusFact | null {
  facts ??= indexOf(FACTS);
  outputs ??= new Set(OUTPUTS.flatMap((line) => line.split(', ')));
  if (/[?%€$£]/.test(text)) return null;
  const words = plain(text);
  const whole = facts.get(words);
  if (whole !== undefined || outputs.has(words)) return whole ?? null;
  // The longest beginning that is a fact, when what follows is only its day or its means.
  for (let end = words.lastIndexOf(' '); end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const fact = facts.get(words.slice(0, end));
    if (fact !== undefined && AFTER.test(words.slice(end)) && (DATED.test(words.slice(end)) || !/\d/.test(words.slice(end)))) return fact;
  }
  const cut = text.search(APART);
  const before = cut > 0 ? facts.get(plain(text.slice(0, cut))) : undefined;
  // "Payée, sauf les frais" is no payment; a dispute with its motive is a dispute.
  if (before === undefined || before === 'paid' || before === 'draft' || TAKEN_BACK.test(plain(text.slice(cut)))) return null;
  return before;
}

/** Whether a status cell holds exactly a word we know, fact or label, in any language: only such cells, and blanks, are ours to replace. */
export function isStatusLabel(text: string): boolean {
  facts ??= indexOf(FACTS);
  outputs ??= new Set(OUTPUTS.flatMap((line) => line.split(', ')));
  const words = plain(text);
  return !text.includes('?') && (facts.has(words) || outputs.has(words));
}

/** What a kind column calls rows that are owed by nobody: quotes, orders, deliveries. */
const UNOWED_KINDS: readonly string[] = [
  'devis, proforma, pro forma, facture proforma, facture pro forma, commande, bon de commande, bon de livraison, bl, bdc',
  'quote, quotes, quotation, estimate, proforma invoice, pro forma invoice, order, sales order, purchase order, delivery note',
  'angebot, kostenvoranschlag, proformarechnung, auftrag, auftragsbestatigung, bestellung, lieferschein',
  'presupuesto, cotizacion, factura proforma, pedido, albaran',
  'preventivo, offerta, fattura proforma, ordine, ddt',
  'offerte, proformafactuur, bestelling, pakbon',
];
/** … and payments, which an account lists among its invoices. */
const PAYMENT_KINDS: readonly string[] = [
  'paiement, paiements, reglement, reglements, encaissement, virement, payment, payments, receipt, customer payment, zahlung, zahlungseingang, pago, cobro, pagamento, incasso, betaling',
];

const wordsOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(', ')));
const SUPPLIERS = wordsOf(SUPPLIER_KINDS);
const UNOWED = wordsOf(UNOWED_KINDS);
const PAYMENTS = wordsOf(PAYMENT_KINDS);

/** What a row is when it is no invoice, by its kind: a supplier's, owed by nobody, or a payment; null for all others. */
export function otherKind(text: string): 'supplier' | 'unowed' | 'payment' | null {
  if (isSupplierKind(text)) return 'supplier';
  const words = plain(text);
  return UNOWED.has(words) ? 'unowed' : PAYMENTS.has(words) ? 'payment' : null;
}

/** Whether a kind column says that a row is a supplier's bill. */
export function isSupplierKind(text: string): boolean {
  return SUPPLIERS.has(plain(text));
}

/** What a kind column says a row is; null for any other word (a payment, an order, a code of the house). */
export function kindWord(text: string): 'invoice' | 'credit-note' | null {
  kinds ??= indexOf(KINDS);
  return kinds.get(plain(text)) ?? null;
}
