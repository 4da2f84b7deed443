/**
 * What people write above their columns. Each house, each accounting tool and each language has its own word for "due date"; this table is the
 * list of those words by what they mean. Adding a word here is all it takes to read one more export.
 *
 * Words are in folded form (no accents, lower case, one space), best first; `no` stands for n°, nr., num, numero, number, nummer, `owing`
 * for dû, and small words (de, of, der) are left out. A word may stand
 * under several roles: `words` are taken at their face, `lastResort` only when no better column is found, `ifCellsAgree` only when the cells prove
 * it (a "Règlement" column of dates is a payment date, one of words is a status).
 */
import type { Role } from '../types.ts';

export const HEADER_LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl'] as const;
export type HeaderLanguage = (typeof HEADER_LANGUAGES)[number];

/** Words of one meaning by language, separated by commas. */
export type Words = Readonly<Partial<Record<HeaderLanguage, string>>>;

export interface RoleWords {
  readonly words: Words;
  readonly lastResort?: Words;
  readonly ifCellsAgree?: Words;
}

export const HEADER_WORDS: Readonly<Record<Role, RoleWords>> = {
  number: {
    words: {
      fr: 'no facture, ref facture, reference facture, id facture, code facture, reference interne, ref interne, no piece, piece ref, ref piece, reference piece, no document, no doc, feature id, invoice, facture, no',
      en: 'invoice no, invoice id, invoice ref, invoice reference, invoice code, sales invoice no, tax invoice no, doc id, document no, doc no, document id, voucher no, invoice, no',
      de: 'rechnungsno, rechnung no, re no, rg no, rechnungs id, beleg no, belegfeld 1, dokument no, dokumentenno, rechnung, no',
      es: 'no factura, factura no, no fact, codigo factura, no fra, id factura, no documento, serie no, factura, no',
      it: 'no fattura, fattura no, id fattura, no documento, no doc, fattura, no',
      nl: 'factuurno, factuur id, docref, lhid, boekstukno, documentno, no',
    },
    lastResort: {
      fr: 'reference, ref, piece, facture client, id',
      en: 'reference, ref, transaction no, transaction id, txn no, id',
      de: 'referenz, beleg, id',
      es: 'referencia, ref, documento, id',
      it: 'riferimento, rif, documento, id',
      nl: 'referentie, boekstuk, factuur, id',
    },
    ifCellsAgree: { fr: 'document, piece comptable', en: 'document', it: 'documento', es: 'documento', de: 'dokument', nl: 'document' },
  },
  customer: {
    words: {
      fr: 'nom client, client nom, raison sociale client, nom tiers, comp aux lib, libelle client, intitule client, intitule tiers, libelle auxiliaire, intitule auxiliaire, nom auxiliaire, nom affichage partenaire facture, client facture, raison sociale, client, tiers, debiteur, partenaire, societe, entreprise, destinataire, acheteur, donneur ordre, customer',
      en: 'customer name, client name, name customer, invoice partner display name, customer display name, bill to name, debtor name, buyer name, entity name, customer company, client company, customer, client, bill to, billed to, debtor, partner, buyer, sold to, account name, customer full name, name 1, contact organisation, contact organization, contact name',
      de: 'kundenname, anzeigename rechnungspartner, name kunde, debitorname, debitorenname, kunde, debitor, rechnungsempfanger, rechnungsempfaenger, firmenname, auftraggeber, firma, schuldner',
      es: 'nombre cliente, nombre empresa a mostrar en factura, nombre contacto a mostrar en factura, razon social cliente, nombre fiscal, cliente, razon social, nombre razon social, deudor, destinatario, empresa',
      it: 'nome visualizzato partner fattura, ragione sociale, ragione sociale cliente, denominazione cliente, nome cliente, cliente, debitore, committente, cessionario, intestatario, denominazione',
      nl: 'klantnaam, weergavenaam factuurpartner, naam klant, debiteurnaam, naam debiteur, relatienaam, klant, debiteur, relatie, afnemer, bedrijfsnaam, bedrijf',
    },
    lastResort: {
      fr: 'nom, compte, etablissement, nom prenom',
      en: 'name, company, company name, account, organisation, organization, payer, to',
      de: 'name, beschriftung, kontobezeichnung, kontobeschriftung, kontoname, konto, gegenkonto, empfanger, unternehmen',
      es: 'nombre, titular, descripcion cuenta, nombre cuenta',
      it: 'nome, nominativo, anagrafica, azienda',
      nl: 'naam, organisatie',
    },
  },
  customerId: {
    words: {
      fr: 'code client, client id, id client, no client, client no, ref client, reference client, code tiers, comp aux no, compte tiers, compte client, compte auxiliaire, code auxiliaire, auxiliaire, identifiant client, identifiant tiers, no tiers, no compte client',
      en: 'customer id, customer no, customer code, customer ref, client id, client code, client no, customer account, customer account no, account no, account id, account ref, a c, a c no, a c ref, debtor no, debtor id, debtor code, partner id',
      de: 'kundenno, kunde no, kdno, kunden uid, kunden id, kundenkonto, debitorenkonto, debitor no, debitoren no, kundencode',
      es: 'codigo cliente, cod cliente, no cliente, id cliente, cuenta cliente, no documentoid',
      it: 'codice cliente, cod cliente, id cliente, no cliente, conto cliente',
      nl: 'debno, debiteurno, debiteurcode, klantno, klantcode, klant id, relatieno, relatiecode, adid',
    },
    lastResort: {
      fr: 'siret, siren, siret client, siren client, siret destinataire',
      en: 'customer vat no',
      es: 'nif, cif, nif cif, nif cliente, cif cliente',
      it: 'partita iva, p iva, partita iva cliente, codice fiscale',
    },
    ifCellsAgree: {
      fr: 'client, tiers, debiteur, compte',
      en: 'customer, client, account, partner, buyer, debtor',
      de: 'kunde, debitor, konto, gegenkonto',
      es: 'cliente, deudor, cuenta',
      it: 'cliente, debitore, conto',
      nl: 'klant, debiteur, relatie',
    },
  },
  owner: {
    words: {
      fr: 'responsable, charge recouvrement, charge compte, gestionnaire, suivi par, commercial, vendeur, responsable client, proprietaire',
      en: 'owner, collector, assigned to, account manager, salesperson, sales rep, responsible, credit controller, account owner',
      de: 'sachbearbeiter, verantwortlich, verantwortlicher, zustandig, zustaendig, betreuer, vertreter, kundenbetreuer, inhaber',
      es: 'responsable, gestor, comercial, vendedor, asignado a',
      it: 'responsabile, agente, gestore, assegnato a, commerciale',
      nl: 'verantwoordelijke, eigenaar, verkoper, accountmanager, behandelaar',
    },
  },
  email: {
    words: {
      fr: 'email client, client email, email facturation, email contact, contact email, email, courriel, adresse email, adresse mail, mail client, mail, email relance, email comptabilite, courriel client',
      en: 'customer email, client email, billing email, email address, email, customer email address, contact email, email id, invoice email, primary contact email id, buyer email',
      de: 'email kunde, kunden email, rechnungsemail, email, email adresse, mail, mailadresse, kontakt email',
      es: 'correo electronico, correo, email cliente, email, mail, correo cliente, direccion correo, direccion email',
      it: 'email cliente, email, indirizzo email, mail, posta elettronica, pec',
      nl: 'emailadres, email klant, email, mail, mailadres, e mail debiteur',
    },
    ifCellsAgree: { fr: 'contact', en: 'contact', de: 'kontakt', es: 'contacto', it: 'contatto', nl: 'contact' },
  },
  contact: {
    words: {
      fr: 'contact, nom contact, interlocuteur, contact client, personne a contacter, correspondant, contact comptabilite',
      en: 'contact, contact person, attention, primary contact, contact full name, primary contact name',
      de: 'ansprechpartner, kontakt, kontaktperson',
      es: 'contacto, persona contacto, nombre contacto',
      it: 'contatto, referente, persona contatto',
      nl: 'contactpersoon, contact',
    },
    lastResort: { en: 'contact name' },
  },
  phone: {
    words: {
      fr: 'telephone, tel, no telephone, telephone client, tel client, portable, mobile, gsm, telephone portable, phone, tel contact',
      en: 'phone, phone no, telephone, telephone no, mobile, mobile no, customer phone, contact phone, primary contact phone, mobile phone, tel',
      de: 'telefon, tel, telefonno, handy, mobil, rufno',
      es: 'telefono, movil, tel, no telefono, tfno',
      it: 'telefono, cellulare, tel, no telefono',
      nl: 'telefoon, tel, telefoonno, mobiel',
    },
  },
  language: {
    words: {
      fr: 'langue, langue client',
      en: 'language, lang, locale, customer language, language code',
      de: 'sprache',
      es: 'idioma',
      it: 'lingua',
      nl: 'taal',
    },
  },
  segment: {
    words: {
      fr: 'segment, segment client, categorie client, type client, profil client, typologie client',
      en: 'segment, customer segment, customer type, customer category, customer group',
      de: 'segment, kundengruppe, kundensegment, kundenart, kundentyp',
      es: 'segmento, segmento cliente, tipo cliente, categoria cliente',
      it: 'segmento, segmento cliente, tipo cliente, categoria cliente',
      nl: 'segment, klantgroep, klantsegment, klanttype',
    },
  },
  kind: {
    words: {},
    ifCellsAgree: {
      fr: 'type, type document, type piece, type facture, nature, nature piece, nature document, facture avoir, categorie, sens, document',
      en: 'type, transaction type, document type, doc type, invoice type, kind, txn type, move type, record type, document, category',
      de: 'belegart, typ, art, dokumentart, dokumenttyp, rechnungstyp, rechnungsart, belegtyp, dokument',
      es: 'tipo, tipo documento, tipo factura, clase, documento',
      it: 'tipo, tipo documento, tipo doc, documento, tipo fattura',
      nl: 'soort, type, factuursoort, documenttype, soort document, document',
    },
  },
  creditOf: {
    words: {
      fr: 'avoir sur, avoir facture, avoir sur facture, facture origine, facture initiale, facture liee, facture creditee, facture avoiree, impute sur',
      en: 'credit of, credit for, credited invoice, original invoice, original invoice no, applied to invoice, applies to, related invoice, credit note for, reversal of',
      de: 'gutschrift zu, gutschrift fur, gutschrift fuer, ursprungsrechnung, originalrechnung, bezugsrechnung, storno von',
      es: 'factura rectificada, rectifica a, abono de, factura original, factura origen, abono sobre',
      it: 'nota credito su, fattura collegata, fattura origine, fattura riferimento, storno di',
      nl: 'credit van, creditnota op, creditnota voor, oorspronkelijke factuur, gecrediteerde factuur',
    },
  },
  currency: {
    words: {
      fr: 'devise, monnaie, idevise, code devise, devise facture',
      en: 'currency, currency code, invoice currency, invoice currency code, document currency code, document currency, ccy, curr, currency iso',
      de: 'wahrung, waehrung, wkz, wkz umsatz, wahrungscode, wahrungskennzeichen',
      es: 'moneda, divisa',
      it: 'valuta, divisa',
      nl: 'valuta, munt, valutacode, muntsoort, munteenheid',
    },
  },
  amount: {
    words: {
      fr: 'montant ttc, total ttc, montant total ttc, ttc, total facture ttc, montant facture ttc, montant facture, total facture, net a payer ttc, montant total, total signe, total, montant, net a payer, montant a payer, total a payer, montant factture, prix ttc, somme',
      en: 'invoice amount, invoice total, original amount, total signed, total incl vat, amount incl vat, total including vat, amount including vat, total incl tax, amount incl tax, total inc vat, amount inc vat, gross amount, gross total, tax inclusive amount, total amount, payable amount, grand total, invoice value, total value, document amount, total, amount, gross, total in currency signed, amount in doc currency, amount in document currency, amount in doc curr, amount in local currency, bill amount, value',
      de: 'rechnungsbetrag, gesamtbetrag mit vorzeichen, rechnungsbetrag brutto, bruttobetrag, betrag brutto, summe brutto, brutto, gesamtbetrag brutto, gesamtbetrag, rechnungssumme, gesamtsumme, gesamt brutto, endbetrag, betrag, total, summe, gesamt',
      es: 'total factura, total con signo, importe total, importe factura, total con iva, importe con iva, total iva incluido, importe iva incluido, total, importe, monto total, monto, importe bruto',
      it: 'totale documento, totale con segno, totale fattura, total documento, total doc, total fattura, importo totale, importo fattura, totale ivato, importo ivato, totale lordo, importo lordo, lordo, totale, importo',
      nl: 'factuurbedrag, totaal met teken, bedrag incl btw, bedrag incl, totaal incl, bedrag inclusief btw, totaal incl btw, totaal inclusief btw, totaalbedrag, factuur gbl, factuurtotaal, totaal, bedrag, brutobedrag, bruto, amount',
    },
    lastResort: {
      fr: 'debit, montant debit, montant devise, ca ttc, total ligne ttc, montant ligne, total ligne',
      en: 'debit, debit amount, converted, invoice cost, line total, line amount, item amount, item total, unit amount',
      de: 'soll, betrag soll, sollbetrag, umsatz, umsatz ohne soll haben kz, positionsbetrag',
      es: 'debe, importe debe, bruto, importe linea, total linea',
      it: 'dare, importo dare, importo riga, totale riga',
      nl: 'debet, bedrag debet, regelbedrag, regeltotaal',
    },
    ifCellsAgree: { en: 'billed, invoiced', nl: 'factuur' },
  },
  amountNet: {
    words: {
      fr: 'montant ht, total ht, ht, base ht, montant total ht, montant facture ht, montant hors taxes, montant hors taxe, total hors taxes, montant hors taxes signe, montant hors taxe signe, net ht, prix ht, montant net ht',
      en: 'subtotal, untaxed amount signed, untaxed amount, net amount, invoice net amount, amount excl vat, total excl vat, amount excluding vat, total excluding vat, amount ex vat, total ex vat, amount excl tax, total excl tax, net total, total net, net value, tax exclusive amount, net, taxable amount',
      de: 'nettobetrag, nettobetrag mit vorzeichen, betrag netto, summe netto, netto, gesamtbetrag netto, gesamt netto, rechnungsbetrag netto',
      es: 'base imponible, base imponible con signo, importe sin impuestos con signo, importe sin impuestos, base, importe neto, subtotal, total sin iva, importe sin iva, neto',
      it: 'imponibile, imponibile con segno, totale imponibile, total imponibile, importo netto, totale netto, total netto, netto',
      nl: 'bedrag excl btw, bedrag excl, totaal excl, bedrag exclusief btw, totaal excl btw, totaal exclusief btw, nettobedrag, netto, net, subtotaal',
    },
    lastResort: { fr: 'montant net, total net' },
  },
  paidAmount: {
    words: {
      fr: 'montant paye, montant regle, montant encaisse, total paye, total regle, total encaisse, deja paye, deja regle, montant verse, acomptes, acompte, acompte verse, reglements, encaissements, paiements, montant reglement, montant paiement, montant reglements, somme versee, montant percu, deja verse, total verse, montant deja regle, montant deja paye',
      en: 'amount paid, invoice amount paid, paid amount, total paid, amount received, received amount, payments received, paid to date, amount collected, payment amount, payments, payments applied, amount settled, paid value',
      de: 'betrag erhalten, bezahlter betrag, betrag bezahlt, zahlbetrag, gezahlter betrag, gezahlt, erhalten, zahlungen, anzahlung, bereits bezahlt, summe zahlungen',
      es: 'importe cobrado, importe pagado, total cobrado, total pagado, cobros, pagos, anticipo, a cuenta',
      it: 'importo pagato, importo incassato, importo saldato, totale pagato, totale incassato, acconto, pagamenti, incassi',
      nl: 'betaald bedrag, bedrag betaald, ontvangen bedrag, reeds betaald, betalingen, ontvangsten',
    },
    lastResort: {
      fr: 'paye, payee, regle, reglee, verse, encaisse, encaissee, acquittee, credit, montant credit',
      en: 'paid, received, settled, is paid, collected, credit, credit amount, credits',
      de: 'bezahlt, beglichen, haben, betrag haben, habenbetrag',
      es: 'cobrado, cobrada, pagado, pagada, haber, importe haber',
      it: 'incassato, incassata, pagato, pagata, saldato, saldata, avere, importo avere',
      nl: 'betaald, ontvangen, voldaan, credit, bedrag credit',
    },
    ifCellsAgree: {
      fr: 'reglement, paiement',
      en: 'payment, payment received',
      de: 'zahlung, zahlungseingang',
      es: 'cobro, pago',
      it: 'pagamento, incasso',
      nl: 'betaling',
    },
  },
  balance: {
    words: {
      fr: 'solde owing, reste owing, reste a payer, restant owing, restant a payer, solde restant, montant restant owing, montant restant, reste a regler, reste a encaisser, reste a percevoir, reste a recouvrer, montant restant a payer, montant impaye, impaye, encours, rap, solde, reste, montant owing, total owing, solde a payer, montant ouvert, restant, montant due, somme due, solde client',
      en: 'open balance, balance due, outstanding balance, outstanding amount, amount outstanding, outstanding, invoice amount due, amount due, amount due signed, amount remaining, remaining amount, remaining balance, open amount, total open amount, amount open, unpaid amount, unpaid balance, residual amount, residual, total due, due value, due amount, o s balance, o s amount, o s, balance, remaining, unpaid',
      de: 'offener betrag, falliger betrag mit vorzeichen, falliger betrag, betrag offen, offener posten, offene posten, restbetrag, aktuelloffen, offene summe, offene forderung, restforderung, noch offen, offen, restsaldo, saldo',
      es: 'importe pendiente, importe adeudado con signo, importe adeudado, saldo pendiente, pendiente cobro, pendiente pago, pendiente cobrar, por cobrar, pendiente, saldo, resto, deuda',
      it: 'importo residuo, importo dovuto con segno, importo dovuto, residuo, incassare, pagare, saldare, importo aperto, aperto, scoperto, saldo, residuo pagare, residuo incassare',
      nl: 'openstaand bedrag, openstaand saldo, openstaand, nog te betalen, restbedrag, restant, saldo, open bedrag, te betalen',
    },
    ifCellsAgree: { en: 'due', fr: 'a payer' },
  },
  issuedOn: {
    words: {
      fr: 'date facture, date facturation, date emission, date emission facture, emise le, emis le, facturee le, facture le, date piece, piece date, date document, date etablissement, date edition, ecriture date, date ecriture, date comptable, date creation facture',
      en: 'invoice date, billed on, date billed, date invoiced, invoice bill date, date issued, issue date, issued on, issued at, issued date, invoiced on, invoice issue date, document date, doc date, posting date, document create date, bill date, billing date, baseline create date, tax date, transaction date, invoice created',
      de: 'rechnungsdatum, rg datum, re datum, ausstellungsdatum, ausgestellt am, rechnung vom, datum rechnung, belegdatum, buchungsdatum',
      es: 'fecha factura, fecha emision, fecha expedicion, fecha facturacion, emitida el, fecha documento, f factura, fecha fra, fecha fact',
      it: 'data fattura, data emissione, emessa il, data fatt, data documento, data doc, data registrazione',
      nl: 'factuurdatum, datum factuur, docdate, documentdatum, boekdatum, boekingsdatum',
    },
    lastResort: {
      fr: 'date, date creation, cree le, creee le',
      en: 'date, dated on, created, created at, created on, created date, creation date, entry date, finalized at',
      de: 'datum, erstellt am, erstelldatum',
      es: 'fecha, fecha creacion',
      it: 'data, data creazione',
      nl: 'datum, aangemaakt op',
    },
    ifCellsAgree: { fr: 'emission, facturation', es: 'emision', it: 'emissione', nl: 'boekstuk', en: 'issued, invoiced, billed' },
  },
  sentOn: {
    words: {
      fr: 'envoyee le, envoye le, date envoi, date envoi facture, transmise le, expediee le, deposee le, date depot',
      en: 'sent on, sent date, date sent, sent at, emailed on',
      de: 'versendet am, gesendet am, versanddatum, verschickt am',
      es: 'enviada el, fecha envio, enviado el',
      it: 'inviata il, data invio, spedita il',
      nl: 'verzonden op, verzenddatum, verstuurd op',
    },
  },
  receivedOn: {
    words: {
      fr: 'recue le, recu le, date reception, date reception facture',
      en: 'received on, date received, received date, receipt date',
      de: 'erhalten am, eingegangen am, empfangen am',
      es: 'recibida el, fecha recepcion',
      it: 'ricevuta il, data ricezione',
      nl: 'ontvangen op, ontvangstdatum',
    },
  },
  serviceOn: {
    words: {
      fr: 'date prestation, date livraison, livree le, date intervention, date service, date realisation',
      en: 'service date, delivery date, date service, date delivery, delivered on, supply date',
      de: 'leistungsdatum, lieferdatum, geliefert am, lieferung am',
      es: 'fecha entrega, fecha servicio, fecha operacion',
      it: 'data consegna, data prestazione, data servizio',
      nl: 'leverdatum, leveringsdatum, geleverd op, prestatiedatum',
    },
  },
  dueOn: {
    words: {
      fr: 'date echeance, echeance, echeance facture, date echeance facture, echeance le, echeance paiement, a payer avant le, a payer avant, a regler avant le, payable avant le, a payer le, echue le, date limite paiement, date limite reglement, date limite, date exigibilite, exigible le, payable le, date ech, ech',
      en: 'due date, invoice due date, net due date, payment due date, date due, due in date, due on, due at, due by, pay by, payable by, maturity date, maturity, due date date time, payment deadline, payment due',
      de: 'falligkeitsdatum, faelligkeitsdatum, falligkeit, faelligkeit, fallig am, faellig am, fallig, faellig, zahlbar bis, fallig bis, faellig bis, falligkeitstag, netto fallig am, netto falligkeit, zu zahlen bis',
      es: 'fecha vencimiento, vencimiento, vto, fecha vto, f vto, f vencimiento, vence el, vence, fecha limite pago, fecha limite',
      it: 'data scadenza, scadenza, scadenza fattura, data scad, scade il, prox scadenza, prossima scadenza, scadenza pagamento, pagare entro',
      nl: 'vervaldatum, vervaldag, vervalt op, vervalt, uiterste betaaldatum, duedate, te betalen voor, uiterlijk betalen op, betalen voor',
    },
    ifCellsAgree: {
      en: 'due, terms, deadline',
      de: 'zahlungsziel, zahlungsfrist, termin, ziel',
      fr: 'limite, delai paiement',
      nl: 'betaaltermijn',
      es: 'plazo',
    },
  },
  terms: {
    words: {
      fr: 'conditions paiement, condition paiement, delai paiement, conditions reglement, condition reglement, delai reglement, modalites paiement, modalites reglement, modalites, delai',
      en: 'payment terms, terms, customer payment terms, net terms, credit terms, payment terms label, terms code, invoice terms, payment term',
      de: 'zahlungsbedingungen, zahlungsbedingung, zahlungsziel, skonto ziel, zahlungsfrist, zahlungskonditionen, zahlungskondition, ziel',
      es: 'condiciones pago, condicion pago, plazo pago, plazo',
      it: 'condizioni pagamento, termini pagamento, termine pagamento',
      nl: 'betaaltermijnen, betaaltermijn, betalingstermijn, betalingsconditie, betalingscondities, betaalconditie',
    },
    ifCellsAgree: {
      fr: 'echeance, date echeance, reglement',
      en: 'due date, due, maturity',
      de: 'falligkeit, faelligkeit, fallig',
      es: 'vencimiento, forma pago, pago',
      it: 'scadenza, pagamento',
      nl: 'vervaldag, betaling',
    },
  },
  paidOn: {
    words: {
      fr: 'date paiement, date reglement, date encaissement, payee le, paye le, reglee le, regle le, reglement le, paiement le, encaissee le, encaisse le, date regl, date dernier paiement, date dernier reglement, date paiement effectif, date let, date lettrage, soldee le, date versement',
      en: 'paid date, date paid, payment date, paid on, settled date, settlement date, settled on, last payment date, clear date, clearing date, cleared on, payment received date, paid at, date settled, closed date, collection date',
      de: 'bezahlt am, zahlungsdatum, gezahlt am, zahldatum, bezahldatum, datum zahlung, zahlung am, ausgleichsdatum, beglichen am, datum zahlungseingang, zahlungseingang am',
      es: 'fecha cobro, fecha pago, cobrada el, cobrado el, pagada el, pagado el',
      it: 'data pagamento, data incasso, pagata il, pagato il, incassata il, incassato il, data saldo, data ultimo pagamento',
      nl: 'betaald op, betaaldatum, datum betaling, datum betaald, betalingsdatum, voldaan op',
    },
    lastResort: { de: 'zahlungseingang' },
    ifCellsAgree: {
      fr: 'reglement, paiement, paye, payee, regle, reglee, encaissement, encaisse, encaissee, lettrage',
      en: 'paid, payment, payment received, settled, received, collected, cleared',
      de: 'bezahlt, beglichen, zahlung, gezahlt',
      es: 'cobro, pago, cobrada, cobrado, pagada, pagado',
      it: 'pagamento, incasso, pagata, pagato, incassata, incassato, saldo, saldato',
      nl: 'betaald, betaling, ontvangen, voldaan',
    },
  },
  paymentMethod: {
    words: {
      fr: 'mode paiement, mode reglement, moyen paiement, mode rglt, moyen reglement, code mode reglement, code mode paiement, mode',
      en: 'payment method, payment mode, payment type, pay method, method payment',
      de: 'zahlweise, zahlungsart, zahlungsweise, zahlungsmethode, zahlart',
      es: 'metodo pago, medio pago, modo pago, forma cobro',
      it: 'modalita pagamento, metodo pagamento, tipo pagamento, mod pagamento',
      nl: 'betaalwijze, betaalmethode, betalingswijze',
    },
    lastResort: { es: 'forma pago' },
    ifCellsAgree: { fr: 'reglement, paiement', en: 'payment', de: 'zahlung', es: 'pago, cobro', it: 'pagamento', nl: 'betaling' },
  },
  dispute: {
    words: {
      fr: 'litige, en litige, contestee, conteste, motif litige, contestation, reclamation, litige motif, litiges',
      en: 'disputed, dispute, in dispute, dispute code, dispute reason, is disputed, contested',
      de: 'strittig, reklamation, widerspruch, streitig, bestritten, in klarung',
      es: 'disputa, en litigio, en disputa, incidencia, litigio, reclamacion',
      it: 'contestata, contestazione, in contestazione, contestato, disputa',
      nl: 'betwist, geschil, in geschil, dispuut',
    },
  },
  disputedAmount: {
    words: {
      fr: 'montant conteste, montant en litige, montant litige',
      en: 'disputed amount, amount disputed, amount in dispute, dispute amount',
      de: 'strittiger betrag, bestrittener betrag, reklamierter betrag',
      es: 'importe en disputa, importe disputado, importe en litigio, importe reclamado',
      it: 'importo contestato, importo in contestazione',
      nl: 'betwist bedrag, bedrag in geschil',
    },
    ifCellsAgree: {
      fr: 'litige, en litige, conteste',
      en: 'disputed, dispute, in dispute',
      de: 'strittig',
      nl: 'betwist',
      it: 'contestato',
      es: 'disputa',
    },
  },
  disputeDeadline: {
    words: {
      fr: 'echeance litige, date limite litige, litige jusqu au, delai litige',
      en: 'dispute deadline, dispute due date, dispute until, resolve by',
      de: 'frist reklamation, klarung bis, reklamation bis',
      es: 'fecha limite disputa, plazo disputa',
      it: 'scadenza contestazione',
      nl: 'deadline geschil, termijn geschil',
    },
  },
  promiseOn: {
    words: {
      fr: 'date promesse, date promise, promesse paiement, date promesse paiement, promis le, promis pour le, promesse, engagement, engagement paiement, date engagement, date previsionnelle encaissement, date reglement prevue, date encaissement prevue, date prevue paiement, paiement promis le, paiement prevu le, date paiement prevue',
      en: 'promise date, promised date, promise to pay, promise to pay date, ptp date, ptp, expected payment date, promised on, promised payment date, promise, expected payment',
      de: 'zahlungszusage, zugesagt bis, zahlungsversprechen, zugesagt am, zusage bis, zugesagtes datum',
      es: 'compromiso pago, promesa pago, fecha compromiso, fecha promesa, fecha prevista pago, fecha prevista cobro',
      it: 'promessa pagamento, data promessa, data prevista pagamento, data prevista incasso',
      nl: 'betaalbelofte, toegezegd op, toezegging, datum toezegging, verwachte betaaldatum',
    },
  },
  promiseAmount: {
    words: {
      fr: 'montant promis, montant promesse',
      en: 'promised amount, promise amount, ptp amount, amount promised',
      de: 'zugesagter betrag',
      es: 'importe prometido, importe comprometido',
      it: 'importo promesso',
      nl: 'toegezegd bedrag',
    },
    ifCellsAgree: { fr: 'promesse', en: 'promise, ptp' },
  },
  holdUntil: {
    words: {
      fr: 'pause jusqu au, en pause jusqu au, suspendu jusqu au, suspendue jusqu au, en attente jusqu au, pause, ne pas relancer avant, ne pas relancer avant le',
      en: 'hold until, on hold until, paused until, pause until, do not chase before, snooze until, hold',
      de: 'pausiert bis, pause bis, mahnsperre bis, zuruckgestellt bis',
      es: 'en pausa hasta, pausa hasta, retenido hasta',
      it: 'in pausa fino al, pausa fino al, sospesa fino al',
      nl: 'gepauzeerd total, pauze total, aangehouden total',
    },
  },
  paymentLink: {
    words: {
      fr: 'lien paiement, lien paiement en ligne, url paiement',
      en: 'payment link, pay link, payment url, pay online, payment page, hosted invoice url',
      de: 'zahlungslink, zahllink, bezahllink',
      es: 'enlace pago, link pago',
      it: 'link pagamento',
      nl: 'betaallink',
    },
  },
  purchaseOrder: {
    words: {
      fr: 'no commande, no bon commande, bon commande, ref commande, reference commande, commande client, no bc, votre reference, votre ref, no commande client, commande, no engagement, engagement, no marche',
      en: 'purchase order, purchase order no, po no, po, customer po, customer po no, customer reference, your reference, your ref, order reference, order reference id, buyer reference, order no, po ref, origin, customer ref',
      de: 'bestellno, ihre referenz, kundenreferenz, auftragsno, bestellung, ihr zeichen',
      es: 'no pedido, pedido, su referencia, pedido cliente, referencia pedido',
      it: 'no ordine, ordine, ordine cliente, vs riferimento, vs ordine, cig, cup, riferimento ordine',
      nl: 'inkooporderno, inkooporder, uw referentie, factuurreferentie, bestelno, orderno, uw kenmerk, uw ref',
    },
    lastResort: { en: 'reference, invoice reference, ref', nl: 'referentie', de: 'referenz' },
  },
  document: {
    words: {
      fr: 'lien facture, lien document, pdf, piece jointe, fichier, pdf facture, url facture, justificatif, lien pdf',
      en: 'invoice link, document link, pdf, attachment, file, invoice pdf, invoice url, document url, pdf link',
      de: 'rechnungslink, pdf, anhang, datei, dokumentlink',
      es: 'enlace factura, pdf, adjunto, archivo',
      it: 'link fattura, pdf, allegato, file',
      nl: 'factuurlink, pdf, bijlage, bestand, urlpdfbestand',
    },
    lastResort: { fr: 'document', en: 'document', de: 'dokument', nl: 'document' },
  },
  notes: {
    words: {
      fr: 'commentaire, commentaires, notes, note, observations, observation, remarques, remarque, notes client, commentaire interne',
      en: 'notes, note, comments, comment, remarks, remark, memo, internal notes, customer notes',
      de: 'bemerkung, bemerkungen, notiz, notizen, anmerkung, anmerkungen, kommentar',
      es: 'observaciones, notas, nota, comentarios, comentario',
      it: 'note, osservazioni, commenti, annotazioni',
      nl: 'opmerking, opmerkingen, notities, notitie, commentaar',
    },
    lastResort: {
      fr: 'objet, sujet, titre, designation, description, libelle, libelle ecriture, libelle piece, ecriture lib',
      en: 'description, memo description, subject, details, text',
      de: 'bezeichnung, buchungstext, beschreibung, betreff, verwendungszweck',
      es: 'concepto, descripcion',
      it: 'descrizione, oggetto, causale',
      nl: 'omschrijving factuur, omschrijving',
    },
  },
  daysLate: {
    words: {
      fr: 'jours retard, nb jours retard, nbre jours retard, nombre jours retard, no jours retard, retard jours, retard en jours, retard, retard j, jours depassement, retard paiement, j retard',
      en: 'days late, days overdue, days past due, past due days, overdue days, days delinquent, days in arrears, arrears after net due date, arrears, overdue by',
      de: 'tage uberfallig, tage ueberfaellig, verzugstage, uberfallig seit, ueberfaellig seit, tage verzug, tage im verzug, tage in verzug, verzug, verspatung, tage verspatung',
      es: 'dias retraso, dias vencidos, dias vencido, dias demora, dias mora, retraso',
      it: 'giorni ritardo, gg ritardo, ritardo, ritardo gg, giorni scaduto, gg scaduto',
      nl: 'vervaldagen, dagen te laat, dagen over tijd, dagen achterstallig, dagen vervallen, dagen over vervaldatum',
    },
  },
  status: {
    words: {
      fr: 'statut paiement, statut reglement, statut courant, statut facture, etat paiement, etat reglement, etat facture, statut, etat, situation',
      en: 'payment status, payment state, invoice status, invoice state, status, state, paid status, collection status',
      de: 'zahlungsstatus, rechnungsstatus, status, zustand, mahnstatus, bezahlstatus',
      es: 'estado pago, estado cobro, estado factura, estado, situacion',
      it: 'stato pagamento, stato fattura, stato, situazione',
      nl: 'factuurstatus, betaalstatus, betalingsstatus, status',
    },
    ifCellsAgree: {
      fr: 'reglement, paiement, payee, paye, reglee, regle',
      en: 'payment, paid, settled',
      de: 'zahlung, bezahlt',
      es: 'pago, cobro, cobrada, pagada',
      it: 'pagamento, incasso, pagata, pagato',
      nl: 'betaling, betaald',
    },
  },
  lastAction: {
    words: {
      fr: 'derniere action, derniere relance, dernier rappel, dernier contact, action effectuee, relance effectuee, dernier suivi',
      en: 'last action, last reminder, last contact, latest action, latest reminder, last follow up',
      de: 'letzte aktion, letzte mahnung, letzte erinnerung, letzter kontakt, letzte massnahme',
      es: 'ultima accion, ultimo recordatorio, ultima gestion, ultimo contacto',
      it: 'ultima azione, ultimo sollecito, ultimo contatto',
      nl: 'laatste actie, laatste herinnering, laatste aanmaning, laatste contact',
    },
    lastResort: {
      fr: 'date derniere relance, date derniere action, relance le, relancee le, relance, relances',
      en: 'last action date, last reminder date, last contact date, reminded on, reminder sent',
      de: 'datum letzte mahnung, gemahnt am',
      es: 'fecha ultima accion, fecha ultimo recordatorio',
      it: 'data ultima azione, data ultimo sollecito',
      nl: 'datum laatste actie, datum laatste herinnering',
    },
  },
  nextAction: {
    words: {
      fr: 'prochaine action, prochaine relance, prochain rappel, prochaine etape, action a mener, action suivante',
      en: 'next action, next reminder, next step, next activity, next follow up',
      de: 'nachste aktion, naechste aktion, nachste mahnung, naechste mahnung, nachste massnahme, nachster schritt, naechster schritt',
      es: 'proxima accion, proximo recordatorio, siguiente accion, proxima gestion',
      it: 'prossima azione, prossimo sollecito',
      nl: 'volgende actie, volgende herinnering, volgende stap',
    },
  },
  nextActionOn: {
    words: {
      fr: 'date prochaine action, date prochaine relance, prochaine action le, prochaine relance le, a relancer le, date prochain rappel, date a relancer',
      en: 'next action date, next action on, next reminder date, next reminder on, follow up date, follow up on, next step date, date next action',
      de: 'wiedervorlage, wiedervorlage am, datum nachste aktion, datum naechste aktion, nachste aktion am, naechste aktion am, nachste mahnung am',
      es: 'fecha proxima accion, fecha proximo recordatorio, proxima accion el',
      it: 'data prossima azione, data prossimo sollecito, prossima azione il',
      nl: 'datum volgende actie, volgende actie op, datum volgende herinnering',
    },
    lastResort: { fr: 'relance le' },
    ifCellsAgree: {
      fr: 'prochaine action, prochaine relance, prochain rappel',
      en: 'next action, next reminder, next step, next follow up',
      de: 'nachste aktion, naechste aktion, nachste mahnung, naechste mahnung',
      es: 'proxima accion, proximo recordatorio',
      it: 'prossima azione, prossimo sollecito',
      nl: 'volgende actie, volgende herinnering',
    },
  },
  reason: {
    words: {
      fr: 'motif, raison, pourquoi, motif action, explication, justification',
      en: 'reason, why, explanation, reason for action',
      de: 'grund, begrundung, begruendung',
      es: 'motivo, razon',
      it: 'motivo, motivazione, ragione',
      nl: 'reden, toelichting',
    },
  },
};

/** A balance is an amount when the sheet gives no other: what Stripe or SAP call "due" or "open" is then what was invoiced. */
export const AMOUNT_WHEN_ALONE: Words = {
  fr: 'montant owing, total owing, montant due, somme due',
  en: 'invoice amount due, amount due, amount due signed, total due, total open amount, open amount',
};

/** Columns that accompany invoices and are not read: known, so that no other word in them is taken for a role. */
export const OTHER_COLUMNS = {
  tax: {
    fr: 'tva, montant tva, total tva, taux tva, tva signee, taxes, taxe',
    en: 'vat, tax, vat amount, tax amount, tax total, total tax, tax signed, item tax amount, sales tax, gst, vat rate, tax rate',
    de: 'mwst, mwst betrag, mwst satz, ust, umsatzsteuer, mehrwertsteuer, steuer, summe mwst, steuerbetrag, summe steuern',
    es: 'iva, cuota iva, importe iva, total iva, tipo iva, percent iva',
    it: 'iva, totale iva, importo iva, total iva, aliquota iva',
    nl: 'btw, btw bedrag, totaal btw, tax, bedrag btw',
  },
  agingBucket: {
    fr: 'tranche, tranche retard, tranche age, anciennete',
    en: 'aging bucket, ageing bucket, aging, ageing, bucket',
    de: 'altersstruktur',
    es: 'antiguedad, tramo',
    it: 'fascia scaduto, fascia',
    nl: 'ouderdom',
  },
  reminderLevel: {
    fr: 'niveau relance, no relance, nb relances, nombre relances',
    en: 'dunning level, reminder level, reminder no, reminders sent',
    de: 'mahnstufe, anzahl mahnungen',
    es: 'no recordatorios',
    it: 'no solleciti',
    nl: 'aanmaningen, aanmaningsniveau',
  },
  billing: {
    fr: 'montant echu, echu, non echu, montant en retard, journal code, ecriture let, compte no, compte lib, pays, ville, adresse, code postal, taux change',
    en: 'overdue amount, amount overdue, past due amount, past due, overdue, baseline payment date, baseline date, paperless date, paperless bill, days to settle, country code, country, exchange rate, business code, buisness year, business year, is open, template name, planned date, billing address, city',
    de: 'land, ort, plz, strasse, anschrift, kurs, bu schlussel',
    es: 'pais, poblacion, direccion, serie',
    it: 'paese, indirizzo, citta, serie',
    nl: 'land, plaats, adres, postcode, dossier',
  },
  /** What one line of an invoice sells, how many and at what price: a sheet that has these may give an invoice several rows. */
  lineItem: {
    fr: 'article, code article, ref article, reference article, produit, code produit, no ligne, total ligne, montant ligne, montant ht ligne, total ligne ht, total ligne ttc',
    en: 'item, item name, item code, item description, item desc, item amount, item total, inventory item code, sku, product, product name, product service, line total, line amount, line subtotal, line item, line no, lineitem name, lineitem sku, usage unit',
    de: 'artikel, artikelno, artikelbezeichnung, position, pos, positionsno, positionsbetrag',
    es: 'articulo, codigo articulo, producto, importe linea, total linea, linea',
    it: 'articolo, codice articolo, cod articolo, prodotto, importo riga, totale riga, riga',
    nl: 'artikel, artikelno, artikelcode, regelbedrag, regeltotaal, regelno',
  },
  quantity: {
    fr: 'quantite, qte',
    en: 'quantity, qty, item quantity, lineitem quantity',
    de: 'menge, anzahl',
    es: 'cantidad, unidades',
    it: 'quantita, qta',
    nl: 'aantal',
  },
  unitPrice: {
    fr: 'prix unitaire, prix unitaire ht, pu, pu ht, pu ttc',
    en: 'unit price, unit amount, item price, lineitem price',
    de: 'einzelpreis, stuckpreis',
    es: 'precio unitario, precio unidad',
    it: 'prezzo unitario',
    nl: 'stuksprijs, prijs per stuk',
  },
  /** The two sides of an account: of a customer's, what was invoiced and what was credited or paid. */
  debit: {
    fr: 'debit, montant debit, debit euro',
    en: 'debit, debit amount, debits',
    de: 'soll, betrag soll, sollbetrag',
    es: 'debe, importe debe',
    it: 'dare, importo dare',
    nl: 'debet, bedrag debet',
  },
  credit: {
    fr: 'credit, montant credit, credit euro',
    en: 'credit, credit amount, credits',
    de: 'haben, betrag haben, habenbetrag',
    es: 'haber, importe haber',
    it: 'avere, importo avere',
    nl: 'credit, bedrag credit',
  },
} satisfies Readonly<Record<string, Words>>;
export type OtherColumn = keyof typeof OTHER_COLUMNS;

/** Words of tables that look like invoices and are none: what the bank, the payroll, the shelf or a supplier gives. */
export const FOREIGN_WORDS: Readonly<Record<'bank' | 'journal' | 'payroll' | 'products' | 'supplier-bills' | 'quotes', Words>> = {
  bank: {
    fr: 'date valeur, date operation, libelle operation, operation, nature operation, iban, no compte, solde compte, libelle, detail operation',
    en: 'value date, booking date, operation date, transaction description, running balance, account balance, iban, sort code, counterparty, money in, money out, check no, withdrawal, deposit, narrative',
    de: 'buchungstag, wertstellung, valutadatum, valuta, verwendungszweck, buchungstext, auftraggeber empfanger, beguenstigter, begunstigter, iban, kontono, saldo nach buchung, zahlungspflichtiger',
    es: 'fecha valor, fecha operacion, iban, saldo contable, concepto bancario, movimiento',
    it: 'data valuta, data contabile, causale, iban, operazione, accrediti, addebiti',
    nl: 'rentedatum, boekdatum, tegenrekening, iban, mutatie, af bij, naam tegenpartij, mededelingen',
  },
  journal: {
    fr: 'journal code, journal lib, ecriture no, compte no, compte lib, valid date, journal, code journal, no ecriture, no compte, no compte general, compte general, no mouvement, ecriture let',
    en: 'journal, journal id, journal no, journal code, journal name, gl account, ledger account, account code, account type, posting key, split',
    de: 'sachkonto, gegenkonto, gegenkonto ohne bu schlussel, bu schlussel, buchungsschlussel, s h, soll haben kennzeichen, umsatz ohne soll haben kennzeichen, umsatz ohne soll haben kz, buchungskreis, journalno',
    es: 'asiento, no asiento, cuenta contable, subcuenta, contrapartida, diario',
    it: 'registrazione, no registrazione, no reg, conto contabile, contropartita, sottoconto',
    nl: 'dagboek, grootboekrekening, grootboekno, tegenrekening',
  },
  payroll: {
    fr: 'salarie, salaire, salaire brut, salaire net, matricule, employe, cotisations, nom salarie, brut, net imposable, conges, heures',
    en: 'employee, employee id, employee name, salary, gross salary, net salary, gross pay, net pay, wages, hours worked, payroll, pay period, pay date, deductions',
    de: 'mitarbeiter, gehalt, bruttolohn, nettolohn, personalno, lohn, bruttogehalt, nettogehalt',
    es: 'empleado, salario, nomina, trabajador, sueldo, salario bruto',
    it: 'dipendente, stipendio, matricola, retribuzione, lavoratore',
    nl: 'werknemer, salaris, personeelsno, brutoloon, nettoloon',
  },
  products: {
    fr: 'produit, article, code article, stock, quantite, prix, prix unitaire, ref produit, categorie produit, ean, fabricant',
    en: 'product, product name, sku, item, stock, quantity, qty, unit price, price, barcode, product id, category, order id, ship date, lineitem name, lineitem quantity, lineitem price, lineitem sku, fulfillment status, shipping method, order no, order status',
    de: 'artikel, artikelno, lagerbestand, menge, einzelpreis, preis, produkt',
    es: 'producto, articulo, existencias, cantidad, precio, precio unitario',
    it: 'prodotto, articolo, giacenza, quantita, prezzo, prezzo unitario',
    nl: 'artikel, artikelno, voorraad, aantal, prijs, product',
  },
  'supplier-bills': {
    fr: 'fournisseur, nom fournisseur, code fournisseur, facture fournisseur, no facture fournisseur, date achat, achat',
    en: 'supplier, supplier name, supplier id, vendor, vendor name, vendor id, vendor no, bill no, payee, supplier invoice no, purchase date',
    de: 'lieferant, lieferantenname, lieferantenno, kreditor, kreditorno, eingangsrechnung, kreditorenkonto',
    es: 'proveedor, nombre proveedor, acreedor, factura proveedor',
    it: 'fornitore, nome fornitore, ragione sociale fornitore, creditore',
    nl: 'leverancier, leveranciersnaam, crediteur, inkoopfactuur, leverancierno',
  },
  quotes: {
    fr: 'devis, no devis, date devis, validite, no commande, date commande',
    en: 'quote, quote no, quotation, quotation no, estimate no, estimate, valid until, expiry date, proposal, order date, deal name, opportunity',
    de: 'angebot, angebotsno, angebotsdatum, gultig bis, bestelldatum',
    es: 'presupuesto, no presupuesto, validez, fecha pedido',
    it: 'preventivo, no preventivo, validita, data ordine',
    nl: 'offerte, offerteno, offertedatum, geldig total, besteldatum',
  },
};

/** What a sheet of invoices, and a sheet of something else, is often called. */
export const SHEET_WORDS = {
  invoices:
    'facture, factures, facturation, invoice, invoices, invoicing, rechnung, rechnungen, factura, facturas, fattura, fatture, factuur, facturen, receivables, creances, clients, impayes, debiteuren, debitoren, opos, ar',
  payments:
    'paiement, paiements, payment, payments, encaissement, encaissements, reglements, receipts, zahlungen, cobros, incassi, betalingen',
  'bank-statement': 'banque, bank, banco, banca, kontoauszug',
  'supplier-bills':
    'fournisseur, fournisseurs, achats, depenses, supplier, suppliers, vendor, vendors, purchases, bills, expenses, lieferanten, proveedores, gastos, compras, fornitori, acquisti, leveranciers, inkoop',
  quotes: 'devis, quotes, estimates, angebote',
  payroll: 'salaires, payroll',
} as const;

/** What the name of a sheet says is in it; null when it says nothing. */
export function sheetKind(words: readonly string[]): keyof typeof SHEET_WORDS | null {
  for (const kind of Object.keys(SHEET_WORDS) as (keyof typeof SHEET_WORDS)[])
    if (SHEET_WORDS[kind].split(', ').some((word) => words.includes(word))) return kind;
  return null;
}
