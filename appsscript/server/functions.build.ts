/**
 * The part of Google's script that is made from the catalogue: one real function for each formula, because Google looks for top-level names, with
 * the comment its autocomplete is made of.
 */
import { type FormulaParameter, type FormulaSignature, FUNCTIONS } from '../../core/index.ts';

/** The text to put after the bundle, whose own global is called `bundle`. */
export default function functionsOf(bundle: string): string {
  return FUNCTIONS.map((signature) => functionOf(signature, bundle)).join('\n');
}

function functionOf({ name, text, parameters, result }: FormulaSignature, bundle: string): string {
  const lines = [
    oneLine(text),
    '',
    ...parameters.map((parameter) => {
      const name = identifier(parameter.name);
      return `@param {${TYPES[parameter.type]}} ${parameter.optional ? `[${name}]` : name} ${oneLine(parameter.text)}`;
    }),
    `@return {${RESULTS[result]}}`,
    '@customfunction',
  ];
  const comment = lines.map((line) => ` * ${line}`.trimEnd()).join('\n');
  const names = parameters.map((parameter) => identifier(parameter.name)).join(', ');
  return `/**\n${comment}\n */\nfunction ${name}(${names}) {\n  return ${bundle}.inCell('${name}', arguments);\n}\n`;
}

const TYPES = { range: 'range', any: 'any', date: 'date', number: 'number', text: 'string' } as const satisfies Record<
  FormulaParameter['type'],
  string
>;
const RESULTS = { number: 'number', text: 'string', date: 'date', rows: 'array' } as const satisfies Record<
  FormulaSignature['result'],
  string
>;

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replaceAll('*/', '* /');
const identifier = (name: string): string => name.replace(/[^\p{L}\p{N}_$]/gu, '_');
