// Cells as the writers take them: a day is a serial number, money a number, each with the style that makes people see what it is.
import { serial } from './days.mjs';

export const dateCell = (d) => (d === null || d === undefined ? null : { number: serial(d), style: 'date' });
export const moneyCell = (amount) => (amount === null || amount === undefined ? null : { number: amount, style: 'money' });
