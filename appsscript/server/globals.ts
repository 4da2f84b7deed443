/**
 * What the script asks of JavaScript itself for every cell it reads. A name that is nowhere in the script is looked up in the room it runs in, and
 * where that room is the host's a look is as dear as reading the cell: so these are looked up once, when the script is evaluated.
 */
const { Math: math, Number: number } = globalThis;

export { math as Math, number as Number };
