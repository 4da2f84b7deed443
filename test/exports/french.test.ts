/** Ce qu'exportent les logiciels français : leurs titres, leur ordre, leurs dates et leurs statuts ; tous les chiffres sont inventés. */
import { describe, expect, it } from '@jest/globals';
import { csvFile, day, expectRefusal, maybe, money, type Row, reportOn, xlsxFile } from './export-file.ts';
import { isSettled, later, openOf, type Sale, salesOf } from './sales.ts';
import { itReads } from './tools.ts';

const AS_OF = '2025-09-17';
const NAMES = [
  'Boulangerie Martin',
  'Garage Petit & Fils',
  "Fleurs d'Élise",
  'Menuiserie Lenoir SARL',
  'Café des Arts',
  'Mairie de Saint-Étienne',
  'Pharmacie Duval',
  'Imprimerie Côté Sud',
];
const make = (seed: number, count: number, more: Partial<Parameters<typeof salesOf>[0]> = {}) =>
  salesOf({
    seed,
    count,
    customers: NAMES,
    number: (i) => `FA2025-${String(101 + i).padStart(4, '0')}`,
    from: '2025-02-03',
    to: '2025-09-16',
    ...more,
  });
const words = (text: string): Row => text.split(';');
const state = (sale: Sale, paid: string, partial: string, late: string, open: string) =>
  isSettled(sale) ? paid : sale.paid > 0 ? partial : sale.due < AS_OF ? late : open;
const sum = (sales: readonly Sale[]) => sales.reduce((total, sale) => total + openOf(sale), 0);

describe('logiciels de facturation', () => {
  const sales = make(21, 40);
  const dated = make(22, 40, { partial: false });

  const pennylane = words(
    "Numéro de facture;Libellé;Client;Identifiant client;Date d'émission;Date d'échéance;Montant HT;Montant TVA;Montant TTC;Devise;Montant restant dû;Statut de paiement;Date de paiement;Moyen de paiement;Lien PDF",
  );
  itReads({
    tool: 'Pennylane',
    file: 'pennylane-factures-clients.csv',
    bytes: csvFile(
      [
        pennylane,
        ...dated.map(
          (sale): Row => [
            sale.number,
            `Facture ${sale.customer} - ${sale.number} (label généré)`,
            sale.customer,
            sale.id,
            day.slash(sale.issued),
            day.slash(sale.due),
            money.comma(sale.net),
            money.comma(sale.tax),
            money.comma(sale.total),
            'EUR',
            money.comma(openOf(sale)),
            state(sale, 'Payée', 'Partiellement payée', 'En retard', 'À venir'),
            maybe(day.slash, sale.paidOn),
            sale.paidOn && 'Virement',
            'https://app.example/f.pdf',
          ],
        ),
      ],
      { separator: ';', encoding: 'utf-8-bom' },
    ),
    header: pennylane,
    sales: dated,
    language: 'fr',
    mapping:
      "number=Numéro de facture · notes=Libellé · customer=Client · customerId=Identifiant client · issuedOn=Date d'émission · dueOn=Date d'échéance · amountNet=Montant HT · amount=Montant TTC · currency=Devise · balance=Montant restant dû · status=Statut de paiement · paidOn=Date de paiement · paymentMethod=Moyen de paiement · document=Lien PDF",
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const henrri = words('N°;Date;Client;Objet;Total HT;Total TVA;Total TTC;Échéance;Réglé;Reste à payer;État');
  itReads({
    tool: 'Henrri',
    file: 'Liste des factures.xlsx',
    bytes: xlsxFile(
      [
        henrri,
        ...sales.map(
          (sale): Row => [
            sale.number,
            day.true(sale.issued),
            sale.customer,
            'Prestation',
            money.number(sale.net),
            money.number(sale.tax),
            money.number(sale.total),
            day.true(sale.due),
            money.number(sale.paid),
            money.number(openOf(sale)),
            state(sale, 'Payée', 'Payée partiellement', 'Impayée', 'En attente'),
          ],
        ),
        ['Total', null, null, null, null, null, sales.reduce((all, sale) => all + sale.total, 0) / 100],
      ],
      'Factures',
    ),
    header: henrri,
    sales,
    language: 'fr',
    mapping:
      'number=N° · issuedOn=Date · customer=Client · notes=Objet · amountNet=Total HT · amount=Total TTC · dueOn=Échéance · paidAmount=Réglé · balance=Reste à payer · status=État',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const axonaut = words(
    "Numéro;Date;Date d'échéance;Société;Contact;Email;Montant HT;TVA;Montant TTC;Reste à payer TTC;Statut;Date de paiement;Mode de paiement;Commercial",
  );
  itReads({
    tool: 'Axonaut',
    file: 'axonaut_factures.csv',
    bytes: csvFile(
      [
        axonaut,
        ...dated.map(
          (sale): Row => [
            sale.number,
            day.slash(sale.issued),
            day.slash(sale.due),
            sale.customer,
            'Mme Durand',
            sale.email,
            money.comma(sale.net),
            money.comma(sale.tax),
            money.comma(sale.total),
            money.comma(openOf(sale)),
            state(sale, 'Payée', '', 'En retard', 'En attente de paiement'),
            maybe(day.slash, sale.paidOn),
            '',
            'Paul',
          ],
        ),
      ],
      { separator: ';', quote: 'all', encoding: 'windows-1252' },
    ),
    header: axonaut,
    sales: dated,
    language: 'fr',
    mapping:
      "number=Numéro · issuedOn=Date · dueOn=Date d'échéance · customer=Société · contact=Contact · email=Email · amountNet=Montant HT · amount=Montant TTC · balance=Reste à payer TTC · status=Statut · paidOn=Date de paiement · paymentMethod=Mode de paiement · owner=Commercial",
    reading: { asOf: AS_OF },
  });

  const tiime = words('Numéro;Client;Titre;Date d’émission;Date d’échéance;Statut;Total HT (€);TVA (€);Total TTC (€);Payée le');
  itReads({
    tool: 'Tiime',
    file: 'factures.csv',
    bytes: csvFile(
      [
        tiime,
        ...dated.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            'Mission',
            day.slash(sale.issued),
            day.slash(sale.due),
            state(sale, 'Payée', '', 'En retard', 'Envoyée'),
            money.fr(sale.net),
            money.fr(sale.tax),
            money.fr(sale.total),
            maybe(day.slash, sale.paidOn),
          ],
        ),
      ],
      { separator: ';' },
    ),
    header: tiime,
    sales: dated,
    language: 'fr',
    mapping:
      'number=Numéro · customer=Client · notes=Titre · issuedOn=Date d’émission · dueOn=Date d’échéance · status=Statut · amountNet=Total HT (€) · amount=Total TTC (€) · paidOn=Payée le',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const sellsy = words(
    'Référence;Statut;Date;Échéance;Client;Sujet;Total HT;Total TVA;Total TTC;Montant dû;Montant payé;Devise;Date dernier paiement;Propriétaire',
  );
  itReads({
    tool: 'Sellsy',
    file: 'export_invoice.csv',
    bytes: csvFile(
      [
        sellsy,
        ...sales.map(
          (sale): Row => [
            sale.number,
            state(sale, 'Payé', 'Paiement partiel', 'En retard', 'A régler'),
            day.slash(sale.issued),
            day.slash(sale.due),
            sale.customer,
            '',
            money.plain(sale.net),
            money.plain(sale.tax),
            money.plain(sale.total),
            money.plain(openOf(sale)),
            money.plain(sale.paid),
            'EUR',
            maybe(day.slash, sale.paidOn),
            '',
          ],
        ),
      ],
      { separator: ';', quote: 'all' },
    ),
    header: sellsy,
    sales,
    language: 'fr',
    mapping:
      'number=Référence · status=Statut · issuedOn=Date · dueOn=Échéance · customer=Client · notes=Sujet · amountNet=Total HT · amount=Total TTC · balance=Montant dû · paidAmount=Montant payé · currency=Devise · paidOn=Date dernier paiement · owner=Propriétaire',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const indy = words(
    'Numéro de facture,Client,Date de facturation,Date limite de paiement,Montant total TTC,Statut,Date de paiement'.replaceAll(',', ';'),
  );
  itReads({
    tool: 'Indy',
    file: 'indy-factures.csv',
    bytes: csvFile(
      [
        indy,
        ...dated.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            day.slash(sale.issued),
            day.slash(sale.due),
            money.euros(sale.total),
            state(sale, 'Payée', '', 'En retard', 'En attente'),
            maybe(day.slash, sale.paidOn),
          ],
        ),
      ],
      { separator: ',' },
    ),
    header: indy,
    sales: dated,
    language: 'fr',
    mapping:
      'number=Numéro de facture · customer=Client · issuedOn=Date de facturation · dueOn=Date limite de paiement · amount=Montant total TTC · status=Statut · paidOn=Date de paiement',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const evoliz = words(
    'Facture n°;Etat;Date facture;Date échéance;Code client;Client;Objet;Total HT net;TVA;Total TTC;Total réglé;Reste à percevoir;Conditions de règlement;Mode de paiement',
  );
  itReads({
    tool: 'Evoliz',
    file: 'evoliz_factures.xls',
    bytes: csvFile(
      [
        evoliz,
        ...sales.map(
          (sale): Row => [
            sale.number,
            state(sale, 'Payée', 'Part. payée', 'En retard', 'Créée'),
            day.slash(sale.issued),
            day.slash(sale.due),
            sale.id,
            sale.customer,
            '',
            money.comma(sale.net),
            money.comma(sale.tax),
            money.comma(sale.total),
            money.comma(sale.paid),
            money.comma(openOf(sale)),
            '30 jours',
            'Virement',
          ],
        ),
      ],
      { separator: '\t', encoding: 'utf-16le-bom' },
    ),
    header: evoliz,
    sales,
    language: 'fr',
    mapping:
      'number=Facture n° · status=Etat · issuedOn=Date facture · dueOn=Date échéance · customerId=Code client · customer=Client · notes=Objet · amountNet=Total HT net · amount=Total TTC · paidAmount=Total réglé · balance=Reste à percevoir · terms=Conditions de règlement · paymentMethod=Mode de paiement',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const simple = words(
    'Numéro Facture;Date Émission;Date Échéance;Client;Montant HT;Taux TVA;Montant TVA;Montant TTC;Statut;Montant Payé;Reste à Payer',
  );
  itReads({
    tool: 'un export simple de facturier en ligne',
    file: 'export-factures-20250917.csv',
    bytes: csvFile(
      [
        simple,
        ...sales.map(
          (sale): Row => [
            sale.number,
            day.slash(sale.issued),
            day.slash(sale.due),
            sale.customer,
            money.comma(sale.net),
            '20.00%',
            money.comma(sale.tax),
            money.comma(sale.total),
            state(sale, 'Payée', 'Partiellement payée', 'En retard', 'Envoyée'),
            money.comma(sale.paid),
            money.comma(openOf(sale)),
          ],
        ),
      ],
      { separator: ';' },
    ),
    header: simple,
    sales,
    language: 'fr',
    mapping:
      'number=Numéro Facture · issuedOn=Date Émission · dueOn=Date Échéance · customer=Client · amountNet=Montant HT · amount=Montant TTC · status=Statut · paidAmount=Montant Payé · balance=Reste à Payer',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const detail = words(
    'Numéro Facture;Date;Échéance;Client;Ligne;Description;Quantité;Prix Unitaire HT;Total HT;Taux TVA;Montant TVA;Total TTC;Statut',
  );
  itReads({
    tool: 'le même, une ligne par article : la somme des lignes est la facture',
    file: 'export-detaille.csv',
    bytes: csvFile(
      [
        detail,
        ...dated.flatMap((sale, i): Row[] =>
          [sale.total - 2400, 2400]
            .slice(i % 2)
            .map(
              (cents, at, all): Row => [
                sale.number,
                day.slash(sale.issued),
                day.slash(sale.due),
                sale.customer,
                String(at + 1),
                'Prestation',
                '1,00',
                money.comma(cents),
                money.comma(cents),
                '0.00%',
                '0,00',
                money.comma(all.length === 1 ? sale.total : cents),
                state(sale, 'Payée', '', 'En retard', 'Envoyée'),
              ],
            ),
        ),
      ],
      { separator: ';' },
    ),
    header: detail,
    sales: dated,
    language: 'fr',
    mapping:
      'number=Numéro Facture · issuedOn=Date · dueOn=Échéance · customer=Client · notes=Description · amountNet=Total HT · amount=Total TTC · status=Statut',
    reading: { asOf: AS_OF, paymentDays: false },
  });
});

describe('gestion et comptabilité', () => {
  const sales = make(23, 36, { creditEvery: 12 });
  const plain = make(24, 36, { partial: false });

  const odoo = words(
    "Numéro;Nom d'affichage du partenaire de la facture;Date de facturation;Date d'échéance;Activités;Montant hors taxes signé;Total signé;Montant dû signé;Statut du paiement;Statut",
  );
  itReads({
    tool: 'Odoo en français',
    file: 'Pièce comptable (account.move).xlsx',
    bytes: xlsxFile(
      [
        odoo,
        ...sales.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            day.true(sale.issued),
            day.true(sale.due),
            '',
            money.number(sale.net),
            money.number(sale.total),
            money.number(openOf(sale)),
            state(sale, 'Payé', 'Partiellement payé', 'Non payé', 'Non payé'),
            'Comptabilisé',
          ],
        ),
      ],
      'Sheet1',
    ),
    header: odoo,
    sales,
    language: 'fr',
    mapping:
      "number=Numéro · customer=Nom d'affichage du partenaire de la facture · issuedOn=Date de facturation · dueOn=Date d'échéance · amountNet=Montant hors taxes signé · amount=Total signé · balance=Montant dû signé · status=Statut du paiement",
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const dolibarr = words(
    'Réf. facture;Réf. client;Date facture;Date échéance;Type;Tiers;Code client;Email;Montant HT;Montant TVA;Montant TTC;Déjà réglé;Reste à payer;Mode de règlement;État',
  );
  itReads({
    tool: 'Dolibarr',
    file: 'export_facture_1.csv',
    bytes: csvFile([
      dolibarr,
      ...sales.map(
        (sale): Row => [
          sale.number,
          '',
          sale.issued,
          sale.due,
          sale.total < 0 ? 'Facture avoir' : 'Facture standard',
          sale.customer,
          sale.id,
          sale.email,
          money.plain(sale.net),
          money.plain(sale.tax),
          money.plain(sale.total),
          money.plain(sale.paid),
          money.plain(openOf(sale)),
          'Virement bancaire',
          state(sale, 'Payée', 'Règlement commencé', 'Impayée', 'Impayée'),
        ],
      ),
    ]),
    header: dolibarr,
    sales,
    language: 'fr',
    mapping:
      'number=Réf. facture · issuedOn=Date facture · dueOn=Date échéance · kind=Type · customer=Tiers · customerId=Code client · email=Email · amountNet=Montant HT · amount=Montant TTC · paidAmount=Déjà réglé · balance=Reste à payer · paymentMethod=Mode de règlement · status=État',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const ebp = words(
    "Numéro du document;Date;Code client;Nom du client;Total TTC (montant);Date d'échéance;Montant restant dû;Code mode de règlement;Etat",
  );
  itReads({
    tool: 'EBP Gestion commerciale',
    file: 'Factures de vente.csv',
    bytes: csvFile(
      [
        ebp,
        ...sales.map(
          (sale): Row => [
            sale.number,
            day.slash(sale.issued),
            sale.id,
            sale.customer,
            money.euros(sale.total),
            day.slash(sale.due),
            money.euros(openOf(sale)),
            'VIR',
            state(sale, 'Soldé', 'Partiellement réglé', 'Non réglé', 'Non réglé'),
          ],
        ),
      ],
      { separator: ';', encoding: 'windows-1252' },
    ),
    header: ebp,
    sales,
    language: 'fr',
    mapping:
      "number=Numéro du document · issuedOn=Date · customerId=Code client · customer=Nom du client · amount=Total TTC (montant) · dueOn=Date d'échéance · balance=Montant restant dû · paymentMethod=Code mode de règlement · status=Etat",
    reading: { asOf: AS_OF, currency: 'EUR', paymentDays: false },
  });

  const open = sales
    .filter((sale) => !isSettled(sale) || sale.total < 0)
    .map((sale) => ({ ...sale, total: openOf(sale), paid: 0, paidOn: null }));
  const sage = words(
    'Code tiers;Intitulé tiers;Code journal;Date pièce;N° pièce;Libellé écriture;Date échéance;Débit;Crédit;Mode de règlement;Lettrage',
  );
  itReads({
    tool: 'Sage 100, échéancier clients : les avoirs sont au crédit',
    file: 'ECHEANCIER.TXT',
    bytes: csvFile(
      [
        sage,
        ...open.map(
          (sale): Row => [
            sale.id,
            sale.customer,
            'VTE',
            day.short(sale.issued),
            sale.number,
            'Facture',
            day.short(sale.due),
            sale.total > 0 ? money.comma(sale.total) : '',
            sale.total < 0 ? money.comma(-sale.total) : '',
            'VIREMENT',
            '',
          ],
        ),
      ],
      { separator: '\t', encoding: 'windows-1252' },
    ),
    header: sage,
    sales: open,
    language: 'fr',
    mapping:
      'customerId=Code tiers · customer=Intitulé tiers · issuedOn=Date pièce · number=N° pièce · notes=Libellé écriture · dueOn=Date échéance · amount=Débit · paidAmount=Crédit · paymentMethod=Mode de règlement',
    reading: { asOf: AS_OF },
  });

  const groups = NAMES.map((name) => ({ name, sales: open.filter((sale) => sale.customer === name) })).filter(
    (group) => group.sales.length > 0,
  );
  const ciel = words('Date;N° pièce;Libellé;Échéance;Débit;Crédit;Solde');
  itReads({
    tool: 'Ciel, échéancier imprimé : un titre par client, un total par client',
    file: 'Echeancier clients.csv',
    bytes: csvFile(
      [
        ['Atelier Morel SARL', '', '', '', '', '', ''],
        ['Échéancier clients au 17/09/2025', '', '', '', '', '', ''],
        [],
        ciel,
        ...groups.flatMap(({ name, sales: own }): Row[] => [
          [`411${name.slice(0, 5).toUpperCase().replace(/\W/g, '')}`, name, '', '', '', '', ''],
          ...own.map(
            (sale): Row => [
              day.slash(sale.issued),
              sale.number,
              'Facture',
              day.slash(sale.due),
              sale.total > 0 ? money.fr(sale.total) : '',
              sale.total < 0 ? money.fr(-sale.total) : '',
              money.fr(sale.total),
            ],
          ),
          ['', '', `Total ${name}`, '', '', '', money.fr(sum(own))],
        ]),
        ['', '', 'Total général', '', '', '', money.fr(sum(open))],
      ],
      { separator: ';' },
    ),
    header: ciel,
    headerRow: 4,
    sales: groups.flatMap(({ name, sales: own }) =>
      own.map((sale) => ({ ...sale, customer: `411${name.slice(0, 5).toUpperCase().replace(/\W/g, '')} ${name}` })),
    ),
    language: 'fr',
    mapping: 'issuedOn=Date · number=N° pièce · notes=Libellé · dueOn=Échéance · amount=Débit · paidAmount=Crédit · balance=Solde',
    reading: { asOf: AS_OF },
  });

  const cegid = words(
    'Auxiliaire;Libellé auxiliaire;Nature;Référence interne;Date comptable;Date échéance;Devise;Montant TTC;Solde;Mode paiement',
  );
  itReads({
    tool: 'Cegid, pièces en attente',
    file: 'cegid.xlsx',
    bytes: xlsxFile(
      [
        cegid,
        ...sales.map(
          (sale): Row => [
            sale.id,
            sale.customer,
            sale.total < 0 ? 'Avoir client' : 'Facture client',
            sale.number,
            day.true(sale.issued),
            day.true(sale.due),
            'EUR',
            money.number(sale.total),
            money.number(openOf(sale)),
            'VIR',
          ],
        ),
      ],
      'Echéances',
    ),
    header: cegid,
    sales,
    language: 'fr',
    mapping:
      'customerId=Auxiliaire · customer=Libellé auxiliaire · kind=Nature · number=Référence interne · issuedOn=Date comptable · dueOn=Date échéance · currency=Devise · amount=Montant TTC · balance=Solde · paymentMethod=Mode paiement',
    reading: { asOf: AS_OF, currency: 'EUR', paymentDays: false },
  });

  const chorus = words(
    "Numéro facture;Type;Date facture;Date de dépôt;Destinataire;SIRET destinataire;Service;N° engagement;Montant HT;Montant TTC;Montant net à payer;Devise;Statut courant;Date statut;Date d'échéance de paiement",
  );
  it('Chorus Pro : les statuts de la plateforme ; une facture rejetée attend', () => {
    const states = ['Mise en paiement', 'Déposée', 'Mise à disposition', 'Service fait', 'Mandatée', 'Suspendue'];
    const rows = plain.map(
      (sale, i): Row => [
        sale.number,
        'Facture',
        day.slash(sale.issued),
        day.slash(later(sale.issued, 1)),
        sale.customer,
        '21420218000018',
        'DSI',
        'EJ4521',
        money.comma(sale.net),
        money.comma(sale.total),
        money.comma(sale.total),
        'EUR',
        i === 4 ? 'Rejetée' : (states[i % 6] as string),
        day.slash(later(sale.issued, 3)),
        day.slash(sale.due),
      ],
    );
    const report = reportOn('factures_emises.csv', csvFile([chorus, ...rows], { separator: ';', encoding: 'utf-8-bom' }), AS_OF);
    expect(Object.keys(report.table.columns).sort()).toEqual([
      'amount',
      'amountNet',
      'currency',
      'customer',
      'dueOn',
      'issuedOn',
      'kind',
      'number',
      'purchaseOrder',
      'sentOn',
      'status',
    ]);
    expect(report.problems.map((problem) => `${problem.row} ${problem.kind}`)).toEqual(['6 status-contradiction']);
    expect(report.kpis[0]?.outstanding).toBe(plain.reduce((all, sale) => all + sale.total, 0) / 100);
  });

  const fec =
    'JournalCode;JournalLib;EcritureNum;EcritureDate;CompteNum;CompteLib;CompAuxNum;CompAuxLib;PieceRef;PieceDate;EcritureLib;Debit;Credit;EcritureLet;DateLet;ValidDate;Montantdevise;Idevise';
  const entry = (sale: Sale, i: number): Row[] => {
    const head = ['VE', 'Ventes', String(i + 1), day.compact(sale.issued)];
    const tail = [sale.number, day.compact(sale.issued), `Facture ${sale.customer}`];
    const bank = ['BQ', 'Banque', String(900 + i), day.compact(sale.paidOn ?? sale.due)];
    return [
      [
        ...head,
        '411000',
        'Clients',
        sale.id,
        sale.customer,
        ...tail,
        money.comma(sale.total),
        '0,00',
        sale.paidOn ? 'AA' : '',
        maybe(day.compact, sale.paidOn),
        '20250930',
        '',
        '',
      ],
      [...head, '706000', 'Prestations', '', '', ...tail, '0,00', money.comma(sale.net), '', '', '20250930', '', ''],
      [...head, '445710', 'TVA collectée', '', '', ...tail, '0,00', money.comma(sale.tax), '', '', '20250930', '', ''],
      ...(sale.paidOn === null
        ? []
        : ([
            [
              ...bank,
              '512000',
              'Banque',
              '',
              '',
              `VIR${i}`,
              day.compact(sale.paidOn),
              'Virement',
              money.comma(sale.total),
              '0,00',
              '',
              '',
              '20250930',
              '',
              '',
            ],
            [
              ...bank,
              '411000',
              'Clients',
              sale.id,
              sale.customer,
              `VIR${i}`,
              day.compact(sale.paidOn),
              'Virement',
              '0,00',
              money.comma(sale.total),
              'AA',
              day.compact(sale.paidOn),
              '20250930',
              '',
              '',
            ],
          ] as Row[])),
    ];
  };
  it('un FEC entier est refusé par son nom : une ligne y est un côté d’écriture', () => {
    for (const [separator, header] of [
      ['\t', words(fec)],
      ['|', words(fec)],
    ] as const)
      expectRefusal(
        '123456789FEC20251231.txt',
        csvFile([header, ...plain.flatMap(entry)], { separator, encoding: 'windows-1252' }),
        /journal comptable \(FEC/,
      );
  });
  it('un grand livre clients aussi, et une balance âgée par client', () => {
    const ledger = plain.flatMap((sale, i): Row[] => entry(sale, i).filter((row) => row[4] === '411000'));
    expectRefusal('411.csv', csvFile([words(fec), ...ledger], { separator: ';' }), /journal comptable/);
    const book = words('Date;Journal;Pièce;Compte;Libellé;Débit;Crédit;Solde progressif');
    const lines = ledger.map((row): Row => [row[3], row[0], row[8], '411000', row[10], row[11], row[12], row[11]] as Row);
    expectRefusal('grand-livre.csv', csvFile([book, ...lines], { separator: ';' }), /journal comptable/);
    const aged = words('Code client;Client;Non échu;1-30 jours;31-60 jours;61-90 jours;> 90 jours;Total');
    expectRefusal(
      'balance-agee.csv',
      csvFile(
        [
          ['Balance âgée au 17/09/2025'],
          [],
          aged,
          ...NAMES.map((name, i): Row => [`C${i}`, name, '100,00', '0,00', '20,00', '0,00', '0,00', '120,00']),
        ],
        { separator: ';' },
      ),
      /un solde par client/,
    );
    const auxiliary = words('Compte;Intitulé;Débit;Crédit;Solde débiteur;Solde créditeur');
    expectRefusal(
      'balance-auxiliaire.csv',
      csvFile([auxiliary, ...NAMES.map((name, i): Row => [`411C${i}`, name, '1 200,00', '1 000,00', '200,00', ''])], { separator: ';' }),
      /un solde par client/,
    );
  });
});
