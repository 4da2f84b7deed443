/**
 * functions.json: what Excel knows of the formulas before any code of ours runs. Made from the catalogue, in the shape of Microsoft's schema for
 * custom functions; their namespace (`AR`) stands in the manifest.
 */
import { type FormulaSignature, FUNCTIONS } from '../core/index.ts';
import { takesColumns } from './formulas.ts';

/** The text of functions.json. */
export default function functionsJson(): string {
  // A cell in error among ten thousand must not take the figure away: errors are handed over like any other cell.
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, functions: FUNCTIONS.map(functionOf) }, null, 2)}\n`;
}

function functionOf(signature: FormulaSignature): object {
  const { name, text, parameters, result } = signature;
  const ranges = parameters.some(({ type }) => isMatrix(type));
  return {
    id: name,
    name,
    description: text,
    parameters: parameters.map(({ name, text, type, optional }) => ({
      name,
      description: text,
      // Whatever a cell holds is taken, so that the reason for not reading it is ours, in words.
      type: 'any',
      dimensionality: isMatrix(type) ? 'matrix' : 'scalar',
      ...(optional ? { optional: true } : {}),
    })),
    result: { type: 'any', dimensionality: result === 'rows' || takesColumns(signature) ? 'matrix' : 'scalar' },
    // By the addresses, blanks that older versions of Excel hand over as 0 are told from zeros. Not volatile: Refresh recalculates.
    ...(ranges ? { options: { requiresParameterAddresses: true } } : {}),
  };
}

const isMatrix = (type: FormulaSignature['parameters'][number]['type']): boolean => type === 'range' || type === 'any';
