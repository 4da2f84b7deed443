/** An account to pay to, with its check digits right: a mistyped one would send the customers' money astray. */

const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** The IBAN without spaces and in capitals; null when it has not the shape of one, or its check digits (ISO 7064, modulo 97) are wrong. */
export function readIban(text: string): string | null {
  const found = text.replace(/[\s\u00a0\u202f-]/g, '').toUpperCase();
  if (!SHAPE.test(found)) return null;
  let rest = 0;
  for (const letter of found.slice(4) + found.slice(0, 4))
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1 ? found : null;
}
