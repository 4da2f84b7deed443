/**
 * The papers a user asks for: the formal notice of a worklist entry, the evidence file and the statement of account of a customer. Each comes with what
 * it lacks to be complete, and where to fill that in; a paper about nothing is not made.
 */
import { statusOf } from './assess.ts';
import { type CalendarDay, isoOf, NO_DAY } from './calendar.ts';
import { claimsOf } from './dunning/claim.ts';
import { creditsOf } from './dunning/drafts.ts';
import { blocksOf } from './dunning/guards.ts';
import { numberKey } from './dunning/journal.ts';
import { routesOf } from './dunning/routes.ts';
import type { WorkEntry } from './dunning/worklist.ts';
import { LANGUAGES, saidOf } from './languages/index.ts';
import { PAPER_LACKS } from './languages/paper-lacks.ts';
import { ROUTES, type RouteId } from './law/routes-table.ts';
import { type AccountLine, accountLine } from './messages/account.ts';
import { evidenceHtml, openLines } from './messages/evidence.ts';
import { EVIDENCE_TEXTS } from './messages/evidence-texts.ts';
import { type EarlierContact, type LetterInput, letterHtml } from './messages/letter.ts';
import type { Recipient, Sender } from './messages/letter-head.ts';
import { LETTER_TEXTS } from './messages/letter-texts.ts';
import type { MessageLanguage } from './messages/money-text.ts';
import { statementHtml } from './messages/statement.ts';
import type { Study } from './study.ts';
import { SETTING_KEYS, type SettingId, TAB_NAMES } from './tabs/index.ts';
import { TAB_SHAPES } from './tabs/tab-shapes.ts';
import { LANGUAGE_WORDS, wordKey } from './tabs/tab-words.ts';
import { type Channel, FLAG } from './types.ts';
import { entryId } from './view.ts';
import { customerPlace, settingPlace } from './where-to-fill.ts';
import { folded, nameKey } from './words.ts';
import type { Paper, PaperLack, PaperWish } from './workbook.ts';

/** The papers wished for, in the order of the wishes; of a name that several customers bear, one paper each. */
export function papersOf(study: Study, wishes: readonly PaperWish[]): Paper[] {
  return wishes.flatMap((wish): Paper[] => {
    switch (wish.kind) {
      case 'formal-notice':
        return study.work.entries.flatMap((entry) => (entryId(study, entry) === wish.of ? formalNotice(study, entry, wish) : []));
      case 'evidence':
        return customersNamed(study, wish.of).map((customer) => evidence(study, customer, wish));
      case 'statement':
        return customersNamed(study, wish.of).flatMap((customer) => statement(study, customer, wish));
      default:
        return wish.kind satisfies never;
    }
  });
}

function customersNamed({ ledger }: Study, name: string): number[] {
  const key = nameKey(name);
  return ledger.customers.flatMap((customer, c) => (nameKey(customer.name) === key ? [c] : []));
}

function senderOf({ settings }: Study): Sender {
  const { company, companyAddress, companyId, companyContact, companyCity, signature, iban, bic, paymentLink } = settings;
  return { company, address: companyAddress, id: companyId, contact: companyContact, city: companyCity, signature, iban, bic, paymentLink };
}

function recipientOf(study: Study, customer: number, first: number | undefined): Recipient {
  const { ledger, record } = study;
  const known = record(customer);
  return {
    name: ledger.customers[customer]?.name ?? '',
    contact: (first === undefined ? '' : ledger.text('contact', first)) || (known?.contact ?? ''),
    address: known?.address ?? '',
  };
}

/** The customer's language, as for its e-mails. */
function languageOf(study: Study, customer: number, first: number | undefined): MessageLanguage {
  const said = (first === undefined ? '' : study.ledger.text('language', first)) || (study.record(customer)?.language ?? '');
  return LANGUAGE_WORDS.get(wordKey(said)) ?? study.ownLanguage;
}

// ── The formal notice ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Only what is late, chased and on no other path may be put on notice. */
const NOTICED: ReadonlySet<string> = new Set(['overdue', 'watch']);

function formalNotice(study: Study, entry: WorkEntry, wish: PaperWish): Paper[] {
  const { asOf, settings, chased } = study;
  const lines = entry.invoices.filter((i) => NOTICED.has(statusOf(chased.assessment, i))).map((i) => accountLine(study, i));
  const late = lines.filter((line) => line.dueOn !== NO_DAY && line.dueOn < asOf);
  const [first] = late;
  if (first === undefined) return [];
  const [claim] = claimsOf(
    study,
    entry.customer,
    late.map(({ i }) => i),
  ).map((one) => one.claim);
  if (claim === undefined) return [];
  const language = languageOf(study, entry.customer, first.i);
  const texts = LETTER_TEXTS[language];
  const consumer = claim.debtor === 'consumer';
  const input: LetterInput = {
    language,
    asOf,
    noticeDays: settings.noticeDays,
    sender: senderOf(study),
    customer: recipientOf(study, entry.customer, first.i),
    lines: late,
    credits: creditsOf(study, entry),
    earlier: contactsOf(
      study,
      late.map(({ i }) => i),
    ),
    legal: {
      regimes: [...new Set(late.map(({ regime }) => regime))],
      jurisdiction: claim.jurisdiction,
      consumer,
      contractRate: settings.contractRate === null ? '' : texts.account.percent(Math.round(settings.contractRate * 1e6) / 1e4),
    },
    // Once the letter is sent, the notice is given: the route is the one that opens then.
    route: courtRoute(routesOf({ ...claim, isNoticed: true })),
    isRegistered: entry.channel !== 'letter',
  };
  const title = `${texts.title(input.legal)} – ${input.customer.name}`;
  return [
    {
      ...wish,
      title,
      fileName: fileName(texts.foot, input.customer.name, asOf),
      html: letterHtml(input),
      lacks: lacksOf(study, entry, input),
    },
  ];
}

function courtRoute(routes: ReturnType<typeof routesOf>): RouteId | null {
  return routes.find(({ id, verdict }) => verdict !== 'closed' && ROUTES[id].isCourt)?.id ?? null;
}

/** Contacts truly made about these invoices, with their channel; a cell that tells of one counts where the journal knows nothing newer. */
export function contactsOf(study: Study, invoices: readonly number[]): EarlierContact[] {
  const { ledger, chased, journal } = study;
  const made = new Map<string, { stage: string; on: CalendarDay; channel: Channel | null; invoices: string[] }>();
  const add = (stage: string, on: CalendarDay, channel: Channel | null, i: number) => {
    const key = `${on} ${stage} ${channel}`;
    const known = made.get(key) ?? { stage, on, channel, invoices: [] };
    made.set(key, { ...known, invoices: [...new Set([...known.invoices, ledger.number[i] as string])] });
  };
  const noted = new Map<string, Channel>();
  for (const { on, stage, channel, invoices: numbers } of journal)
    if (channel !== null) for (const number of numbers) noted.set(`${on} ${stage} ${numberKey(number)}`, channel);
  for (const i of invoices) {
    const standing = chased.standings.get(i);
    for (const { stage, on, how } of standing?.history?.done ?? []) {
      if (how === 'skipped' || on === NO_DAY) continue;
      const channel = noted.get(`${on} ${stage} ${numberKey(ledger.number[i] as string)}`) ?? null;
      add(stage, on, how === 'called' ? 'call' : (channel ?? (how === 'sent' ? 'email' : 'letter')), i);
    }
    const last = standing?.lastAction;
    if (standing && !standing.isJournaled && last?.on != null && last.on !== NO_DAY)
      add(last.stage, last.on, last.stage === 'call' ? 'call' : null, i);
  }
  return [...made.values()].sort((a, b) => a.on - b.on);
}

/** Days a letter before claim is expected to give. */
const USUAL_UK_DAYS = 14;

/** What is not a cell of ours to fill. */
function told(text: string): PaperLack {
  return { text, fillAt: null };
}

function lacksOf(study: Study, entry: WorkEntry, input: LetterInput): PaperLack[] {
  const { language, ledger, settings, guards } = study;
  const words = PAPER_LACKS[language];
  const { lines, legal, earlier } = input;
  const shown = new Set(lines.map(({ i }) => i));
  const leftOut = entry.invoices.filter((i) => !shown.has(i)).map((i) => ledger.number[i] as string);
  // A letter needs no e-mail address; all other blocks stand against it as against a message.
  const blocks = blocksOf(entry, guards).filter(({ guard }) => guard !== 'no-email' && guard !== 'invalid-email');
  return [
    ...partyLacks(study, entry.customer),
    ...(earlier.length === 0 ? [told(words.noEarlier)] : []),
    ...(lines.some(({ stale }) => stale) && !legal.consumer ? [told(words.provisional)] : []),
    ...(legal.jurisdiction === 'UK' && settings.noticeDays < USUAL_UK_DAYS
      ? [{ text: words.shortNotice(settings.noticeDays, USUAL_UK_DAYS), fillAt: settingPlace(study, 'noticeDays') }]
      : []),
    ...blocks.map((hit) => {
      const { message, advice } = saidOf(LANGUAGES[language].guards[hit.guard], hit, language);
      return told(words.blocked(message, advice));
    }),
    ...(leftOut.length === 0 ? [] : [told(words.leftOut(leftOut.join(', ')))]),
  ];
}

/** What both parties lack to be named in full. */
function partyLacks(study: Study, customer: number): PaperLack[] {
  const { language, settings, ledger, record } = study;
  const words = PAPER_LACKS[language];
  const tab = TAB_NAMES.settings[language];
  const missing = (
    [
      ['company', 'company'],
      ['address', 'companyAddress'],
      ['city', 'companyCity'],
      ['id', 'companyId'],
      ['signature', 'signature'],
    ] as const
  ).filter(([, key]) => settings[key] === '');
  const setting = (what: Parameters<typeof words.setting>[0], key: SettingId): PaperLack => ({
    text: words.setting(what, SETTING_KEYS[key].names[language], tab),
    fillAt: settingPlace(study, key),
  });
  const account = settings.iban === '' && settings.paymentLink === '';
  return [
    ...missing.map(([what, key]) => setting(what, key)),
    ...(account ? [setting('account', 'iban')] : []),
    ...((record(customer)?.address ?? '') === ''
      ? [
          {
            text: words.customerAddress(
              ledger.customers[customer]?.name ?? '',
              TAB_SHAPES.customers.columns.address[language === 'en' ? 0 : 1],
              TAB_NAMES.customers[language],
            ),
            fillAt: customerPlace(study, customer, 'address'),
          },
        ]
      : []),
  ];
}

// ── Papers about a customer ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function evidence(study: Study, customer: number, wish: PaperWish): Paper {
  const { language, ledger, asOf } = study;
  const invoices: number[] = [];
  for (let i = 0; i < ledger.size; i++) if (ledger.customer[i] === customer) invoices.push(i);
  const recipient = recipientOf(study, customer, invoices[0]);
  const html = evidenceHtml(study, { customer, language, sender: senderOf(study), recipient, contacts: contactsOf(study, invoices) });
  const { title, foot } = EVIDENCE_TEXTS[language];
  return {
    ...wish,
    title: `${title} – ${recipient.name}`,
    fileName: fileName(foot, recipient.name, asOf),
    html,
    lacks: partyLacks(study, customer),
  };
}

function statement(study: Study, customer: number, wish: PaperWish): Paper[] {
  const { ledger, chased, asOf } = study;
  const lines: AccountLine[] = openLines(study, customer);
  const credits: { number: string; minor: number; currency: string | null }[] = [];
  for (let i = 0; i < ledger.size; i++) {
    const open = chased.assessment.open[i] as number;
    if (ledger.customer[i] !== customer || chased.assessment.exists[i] === 0 || !(open < 0)) continue;
    if ((ledger.flags[i] as number) & (FLAG.draft | FLAG.cancelled | FLAG.writtenOff | FLAG.error)) continue;
    credits.push({ number: ledger.number[i] as string, minor: -open, currency: ledger.currencies[ledger.currency[i] as number] ?? null });
  }
  const language = languageOf(study, customer, lines[0]?.i);
  const recipient = recipientOf(study, customer, lines[0]?.i);
  const { statement: words } = EVIDENCE_TEXTS[language];
  const html = statementHtml({ language, asOf, sender: senderOf(study), customer: recipient, lines, credits });
  return [
    {
      ...wish,
      title: `${words.title} – ${recipient.name}`,
      fileName: fileName(words.foot, recipient.name, asOf),
      html,
      lacks: partyLacks(study, customer),
    },
  ];
}

/** A name every disk takes: words and figures joined by hyphens, with the day. */
function fileName(kind: string, customer: string, asOf: CalendarDay): string {
  const plain = (text: string) =>
    folded(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
  return [plain(kind), plain(customer), isoOf(asOf)].filter((part) => part !== '').join('-');
}
