/** Lo que exportan los programas españoles, e quelli italiani: encabezados, orden y estados suyos; todas las cifras son inventadas. */
import { describe } from '@jest/globals';
import { csvFile, day, maybe, money, type Row, xlsxFile } from './export-file.ts';
import { isSettled, openOf, type Sale, salesOf } from './sales.ts';
import { itReads } from './tools.ts';

const AS_OF = '2025-09-17';
const words = (text: string): Row => text.split(';');
const state = (sale: Sale, paid: string, partial: string, late: string, open: string) =>
  isSettled(sale) ? paid : sale.paid > 0 ? partial : sale.due < AS_OF ? late : open;

describe('programas españoles', () => {
  const names = [
    'Panadería Sol S.L.',
    'Taller Luna',
    'Peñalver e Hijos, S.A.',
    'Ayuntamiento de Ávila',
    'Clínica Núñez',
    'Ferretería El Clavo',
    'Muebles Gómez',
  ];
  const make = (seed: number, more: Partial<Parameters<typeof salesOf>[0]> = {}) =>
    salesOf({
      seed,
      count: 36,
      customers: names,
      number: (i) => `F25/${String(12 + i).padStart(4, '0')}`,
      from: '2025-03-01',
      to: '2025-09-16',
      taxRate: 0.21,
      ...more,
    });
  const sales = make(41);
  const dated = make(42, { partial: false });
  const mixed = make(43, { creditEvery: 9 });

  const holded = words(
    'Fecha;Vencimiento;Núm.;Cliente;NIF;Descripción;Tags;Subtotal;IVA;Retención;Total;Cobrado;Pendiente;Estado;Fecha de cobro;Forma de pago',
  );
  itReads({
    tool: 'Holded',
    file: 'facturas.xlsx',
    bytes: xlsxFile(
      [
        holded,
        ...sales.map(
          (sale): Row => [
            day.true(sale.issued),
            day.true(sale.due),
            sale.number,
            sale.customer,
            `B${sale.id.slice(1)}0004`,
            'Servicios',
            '',
            money.number(sale.net),
            money.number(sale.tax),
            0,
            money.number(sale.total),
            money.number(sale.paid),
            money.number(openOf(sale)),
            state(sale, 'Cobrado', 'Parcialmente cobrado', 'Vencido', 'Pendiente'),
            maybe(day.true, sale.paidOn),
            'Transferencia',
          ],
        ),
      ],
      'Ventas',
    ),
    header: holded,
    sales,
    language: 'en',
    mapping:
      'issuedOn=Fecha · dueOn=Vencimiento · number=Núm. · customer=Cliente · customerId=NIF · notes=Descripción · amountNet=Subtotal · amount=Total · paidAmount=Cobrado · balance=Pendiente · status=Estado · paidOn=Fecha de cobro · paymentMethod=Forma de pago',
    reading: { asOf: AS_OF },
  });

  const contasol = words(
    'Serie;Número;Fecha;Cliente;Nombre;Base imponible;Cuota IVA;Total factura;Fecha de vencimiento;Importe pendiente;Cobrada',
  );
  itReads({
    tool: 'Factusol / Contasol',
    file: 'facturas_emitidas.csv',
    bytes: csvFile(
      [
        contasol,
        ...dated.map(
          (sale, i): Row => [
            '1',
            String(120 + i),
            day.slash(sale.issued),
            `0${sale.id.slice(1)}`,
            sale.customer,
            money.de(sale.net),
            money.de(sale.tax),
            money.de(sale.total),
            day.slash(sale.due),
            money.de(openOf(sale)),
            isSettled(sale) ? 'Sí' : 'No',
          ],
        ),
      ],
      { separator: ';', encoding: 'windows-1252' },
    ),
    header: contasol,
    sales: dated.map((sale, i) => ({ ...sale, number: String(120 + i) })),
    language: 'en',
    mapping:
      'number=Número · issuedOn=Fecha · customerId=Cliente · customer=Nombre · amountNet=Base imponible · amount=Total factura · dueOn=Fecha de vencimiento · balance=Importe pendiente · paidAmount=Cobrada',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const directa = words(
    'Número,Fecha de emisión,Fecha de vencimiento,Estado,Cliente,Email,Base imponible,Impuestos,Total,Pagado,Pendiente de pago,Moneda,Fecha de pago'.replaceAll(
      ',',
      ';',
    ),
  );
  itReads({
    tool: 'FacturaDirecta',
    file: 'facturas.csv',
    bytes: csvFile([
      directa,
      ...sales.map(
        (sale): Row => [
          sale.number,
          sale.issued,
          sale.due,
          state(sale, 'Pagada', 'Parcialmente pagada', 'Vencida', 'Enviada'),
          sale.customer,
          sale.email,
          money.plain(sale.net),
          money.plain(sale.tax),
          money.plain(sale.total),
          money.plain(sale.paid),
          money.plain(openOf(sale)),
          'EUR',
          sale.paidOn,
        ],
      ),
    ]),
    header: directa,
    sales,
    language: 'en',
    mapping:
      'number=Número · issuedOn=Fecha de emisión · dueOn=Fecha de vencimiento · status=Estado · customer=Cliente · email=Email · amountNet=Base imponible · amount=Total · paidAmount=Pagado · balance=Pendiente de pago · currency=Moneda · paidOn=Fecha de pago',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const a3 = words('Cuenta;Descripción cuenta;Nº Documento;Fecha factura;Fecha vto.;Importe;Pendiente;Forma cobro;Situación');
  itReads({
    tool: 'A3, vencimientos de cobro',
    file: 'Vencimientos.xlsx',
    bytes: xlsxFile(
      [
        ['VENCIMIENTOS DE COBRO A 17/09/2025'],
        [],
        a3,
        ...mixed.map(
          (sale): Row => [
            `430${sale.id.slice(1)}`,
            sale.customer,
            sale.number,
            day.true(sale.issued),
            day.true(sale.due),
            money.number(sale.total),
            money.number(openOf(sale)),
            'Recibo',
            state(sale, 'Cobrado', 'Cobrado parcial', 'Impagado', 'Pendiente'),
          ],
        ),
        ['', 'TOTAL', '', '', '', mixed.reduce((all, sale) => all + sale.total, 0) / 100],
      ],
      'Hoja1',
    ),
    header: a3,
    headerRow: 3,
    sales: mixed,
    language: 'en',
    mapping:
      'customerId=Cuenta · customer=Descripción cuenta · number=Nº Documento · issuedOn=Fecha factura · dueOn=Fecha vto. · amount=Importe · balance=Pendiente · paymentMethod=Forma cobro · status=Situación',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const odoo = words(
    'Número;Nombre de la empresa a mostrar en la factura;Fecha de factura;Fecha de vencimiento;Importe sin impuestos con signo;Total con signo;Importe adeudado con signo;Estado de pago;Estado',
  );
  itReads({
    tool: 'Odoo en español',
    file: 'Asiento contable (account.move).xlsx',
    bytes: xlsxFile(
      [
        odoo,
        ...mixed.map(
          (sale): Row => [
            sale.number,
            sale.customer,
            day.true(sale.issued),
            day.true(sale.due),
            money.number(sale.net),
            money.number(sale.total),
            money.number(openOf(sale)),
            state(sale, 'Pagado', 'Pagado parcialmente', 'No pagadas', 'No pagadas'),
            'Publicado',
          ],
        ),
      ],
      'Sheet1',
    ),
    header: odoo,
    sales: mixed,
    language: 'en',
    mapping:
      'number=Número · customer=Nombre de la empresa a mostrar en la factura · issuedOn=Fecha de factura · dueOn=Fecha de vencimiento · amountNet=Importe sin impuestos con signo · amount=Total con signo · balance=Importe adeudado con signo · status=Estado de pago',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const quipu = words(
    'Nº de factura;Fecha de emisión;Fecha de vencimiento;Fecha de pago;Contacto;NIF/CIF;Concepto;Base imponible;Cuota IVA;Total factura;Medio de pago;Estado',
  );
  itReads({
    tool: 'Quipu',
    file: 'quipu_ingresos.csv',
    bytes: csvFile(
      [
        quipu,
        ...dated.map(
          (sale): Row => [
            sale.number,
            day.dash(sale.issued),
            day.dash(sale.due),
            maybe(day.dash, sale.paidOn),
            sale.customer,
            `B${sale.id.slice(1)}0004`,
            'Servicios',
            money.comma(sale.net),
            money.comma(sale.tax),
            money.comma(sale.total),
            '',
            state(sale, 'Pagada', '', 'Vencida', 'Pendiente de pago'),
          ],
        ),
      ],
      { separator: ';', encoding: 'utf-8-bom' },
    ),
    header: quipu,
    sales: dated,
    language: 'en',
    mapping:
      'number=Nº de factura · issuedOn=Fecha de emisión · dueOn=Fecha de vencimiento · paidOn=Fecha de pago · customer=Contacto · customerId=NIF/CIF · notes=Concepto · amountNet=Base imponible · amount=Total factura · paymentMethod=Medio de pago · status=Estado',
    reading: { asOf: AS_OF },
  });
});

describe('programmi italiani', () => {
  const names = [
    'Panificio Sole S.r.l.',
    'Officina Luna',
    "L'Ortolano di Niccolò",
    'Comune di Forlì',
    'Studio Dentistico Più',
    'Ferramenta Bianchi',
    'Caffè Perù',
  ];
  const make = (seed: number, more: Partial<Parameters<typeof salesOf>[0]> = {}) =>
    salesOf({
      seed,
      count: 36,
      customers: names,
      number: (i) => `${i + 1}/2025`,
      from: '2025-03-01',
      to: '2025-09-16',
      taxRate: 0.22,
      ...more,
    });
  const sales = make(51);
  const dated = make(52, { partial: false });
  const mixed = make(53, { creditEvery: 9 });

  const cloud = words(
    'Data;Prossima scadenza;Numero;Cliente;P. IVA;C. Fiscale;Oggetto interno;Imponibile;IVA;Totale;Saldato;Da saldare;Stato',
  );
  itReads({
    tool: 'Fatture in Cloud',
    file: 'fatture.xlsx',
    bytes: xlsxFile(
      [
        cloud,
        ...sales.map(
          (sale): Row => [
            day.true(sale.issued),
            day.true(sale.due),
            sale.number,
            sale.customer,
            `IT0123456${sale.id.slice(1)}`,
            '',
            '',
            money.number(sale.net),
            money.number(sale.tax),
            money.number(sale.total),
            money.number(sale.paid),
            money.number(openOf(sale)),
            state(sale, 'Saldata', 'Parzialmente saldata', 'Scaduta', 'Non saldata'),
          ],
        ),
      ],
      'Fatture',
    ),
    header: cloud,
    sales,
    language: 'en',
    mapping:
      'issuedOn=Data · dueOn=Prossima scadenza · number=Numero · customer=Cliente · customerId=P. IVA · amountNet=Imponibile · amount=Totale · paidAmount=Saldato · balance=Da saldare · status=Stato',
    reading: { asOf: AS_OF, paymentDays: false },
  });

  const danea = words(
    'Tipo doc.;Data doc.;Num. doc.;Cod. cliente;Cliente;Data scadenza;Importo;Importo saldato;Residuo;Data saldo;Pagamento;Stato',
  );
  itReads({
    tool: 'Danea Easyfatt, scadenzario',
    file: 'scadenzario.csv',
    bytes: csvFile(
      [
        danea,
        ...mixed.map(
          (sale): Row => [
            sale.total < 0 ? 'Nota di credito' : 'Fattura',
            day.slash(sale.issued),
            sale.number,
            sale.id,
            sale.customer,
            day.slash(sale.due),
            money.de(sale.total),
            money.de(sale.paid),
            money.de(openOf(sale)),
            maybe(day.slash, sale.paidOn),
            'Bonifico 30 gg',
            state(sale, 'Saldato', 'Parziale', 'Scaduto', 'Da pagare'),
          ],
        ),
      ],
      { separator: ';', encoding: 'windows-1252' },
    ),
    header: danea,
    sales: mixed,
    language: 'en',
    mapping:
      'kind=Tipo doc. · issuedOn=Data doc. · number=Num. doc. · customerId=Cod. cliente · customer=Cliente · dueOn=Data scadenza · amount=Importo · paidAmount=Importo saldato · balance=Residuo · paidOn=Data saldo · terms=Pagamento · status=Stato',
    reading: { asOf: AS_OF },
  });

  const aruba = words(
    'Tipo documento;Numero fattura;Data documento;Cliente;Partita IVA;Codice Fiscale;Imponibile;Imposta;Totale documento;Valuta;Stato pagamento;Data scadenza;Data pagamento;Esito',
  );
  itReads({
    tool: 'Aruba, fatture inviate: una partita IVA per tutti non è dei clienti',
    file: 'fatture_inviate.csv',
    bytes: csvFile(
      [
        aruba,
        ...dated.map(
          (sale): Row => [
            'TD01',
            sale.number,
            day.slash(sale.issued),
            sale.customer,
            '01234567890',
            '',
            money.comma(sale.net),
            money.comma(sale.tax),
            money.comma(sale.total),
            'EUR',
            state(sale, 'Pagata', '', 'Non pagata', 'Non pagata'),
            day.slash(sale.due),
            maybe(day.slash, sale.paidOn),
            'Consegnata',
          ],
        ),
      ],
      { separator: ';', quote: 'all' },
    ),
    header: aruba,
    sales: dated,
    language: 'en',
    mapping:
      'kind=Tipo documento · number=Numero fattura · issuedOn=Data documento · customer=Cliente · amountNet=Imponibile · amount=Totale documento · currency=Valuta · status=Stato pagamento · dueOn=Data scadenza · paidOn=Data pagamento',
    reading: { asOf: AS_OF, currency: 'EUR' },
  });

  const team = words('Codice;Ragione sociale;Num. doc.;Data doc.;Scadenza;Dare;Avere;Saldo;Tipo pag.;Giorni ritardo');
  const open = mixed
    .filter((sale) => !isSettled(sale) || sale.total < 0)
    .map((sale) => ({ ...sale, total: openOf(sale), paid: 0, paidOn: null }));
  itReads({
    tool: 'TeamSystem, partitario scaduto: note di credito in avere',
    file: 'partite_aperte.xlsx',
    bytes: xlsxFile(
      [
        ['Partite aperte clienti al 17/09/2025'],
        team,
        ...open.map(
          (sale): Row => [
            sale.id,
            sale.customer,
            sale.number,
            day.true(sale.issued),
            day.true(sale.due),
            sale.total > 0 ? money.number(sale.total) : null,
            sale.total < 0 ? money.number(-sale.total) : null,
            money.number(sale.total),
            'RB',
            0,
          ],
        ),
        ['', 'Totale generale', '', '', '', open.reduce((sum, sale) => sum + Math.max(0, sale.total), 0) / 100],
      ],
      'Foglio1',
    ),
    header: team,
    headerRow: 2,
    sales: open,
    language: 'en',
    mapping:
      'customer=Ragione sociale · number=Num. doc. · issuedOn=Data doc. · dueOn=Scadenza · amount=Dare · paidAmount=Avere · balance=Saldo · daysLate=Giorni ritardo',
    reading: { asOf: AS_OF },
  });
});
