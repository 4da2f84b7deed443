// Days of the invented ledger: whole numbers counted from 1970-01-01, so that samples are the same in every time zone.

export const day = (iso) => Date.parse(`${iso}T00:00:00Z`) / 864e5;
export const iso = (d) => new Date(d * 864e5).toISOString().slice(0, 10);
/** What Excel stores for a day (1900 system). */
export const serial = (d) => d + 25569;
/** 0 for Monday … 6 for Sunday. */
export const weekday = (d) => (((d + 3) % 7) + 7) % 7;
export const nextWorkday = (d) => d + [0, 0, 0, 0, 0, 2, 1][weekday(d)];

const lastOfMonth = (d) => {
  const date = new Date(d * 864e5);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 864e5;
};

/** Payment terms of the house: words in both books, and the due date they give. */
export const TERMS = {
  reception: { fr: 'à réception', en: 'on receipt', due: (d) => d },
  30: { fr: '30 jours', en: '30 days', due: (d) => d + 30 },
  45: { fr: '45 jours', en: '45 days', due: (d) => d + 45 },
  60: { fr: '60 jours', en: '60 days', due: (d) => d + 60 },
  '45fdm': { fr: '45 jours fin de mois', en: '45 days, then end of month', due: (d) => lastOfMonth(d + 45) },
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MOIS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

const parts = (d) => {
  const [y, m, dd] = iso(d).split('-');
  return { y, m, dd, month: Number(m) - 1 };
};
/** 09/03/2026 · 09/03 · 09.03.26 · 9 mars 2026 */
export const french = (d) => `${parts(d).dd}/${parts(d).m}/${parts(d).y}`;
export const frenchShort = (d) => `${parts(d).dd}/${parts(d).m}`;
export const frenchPoints = (d) => `${parts(d).dd}.${parts(d).m}.${parts(d).y.slice(2)}`;
export const frenchWords = (d) => `${Number(parts(d).dd)} ${MOIS[parts(d).month]} ${parts(d).y}`;
/** 9 Mar 2026 · 9 Mar · Mar 9, 2026 */
export const english = (d) => `${Number(parts(d).dd)} ${MONTHS[parts(d).month]} ${parts(d).y}`;
export const englishShort = (d) => `${Number(parts(d).dd)} ${MONTHS[parts(d).month]}`;
export const american = (d) => `${MONTHS[parts(d).month]} ${Number(parts(d).dd)}, ${parts(d).y}`;
