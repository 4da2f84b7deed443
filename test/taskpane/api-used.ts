/**
 * Which parts of Office the add-in's code calls, by the version that brought each: Microsoft's own types say so beside every member. Code that asks
 * whether `'1.11'` is there knows what to do without; what that version brought is then not required.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface ApiUse {
  readonly set: string;
  readonly version: string;
  readonly where: string;
  /** The code asks whether this version is there. */
  readonly isAsked: boolean;
}

/** `1.11` is later than `1.8`. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [a, b] = [version, wanted].map((text) => text.split('.').map(Number)) as [number[], number[]];
  return (a[0] as number) > (b[0] as number) || (a[0] === b[0] && (a[1] ?? 0) >= (b[1] ?? 0));
}

export function apiUsed(folder: string): ApiUse[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.d\.ts$/.test(name));
  const program = ts.createProgram(
    files.map((name) => join(folder, name)),
    {
      noEmit: true,
      // What is ours and what is Microsoft's is enough to tell one from the other: half the work.
      noResolve: true,
      strict: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      types: ['office-js', 'office-runtime', 'custom-functions-runtime'],
      jsx: ts.JsxEmit.ReactJSX,
      jsxImportSource: 'preact',
    },
  );
  const checker = program.getTypeChecker();
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const asked = new Set([...texts.matchAll(/'(1\.\d+)'/g)].map(([, version]) => version as string));
  const uses: ApiUse[] = [];
  for (const name of files) {
    const source = program.getSourceFile(join(folder, name)) as ts.SourceFile;
    const look = (node: ts.Node): void => {
      const member = ts.isPropertyAccessExpression(node) ? checker.getSymbolAtLocation(node.name) : undefined;
      const from = member?.declarations?.[0]?.getSourceFile().fileName ?? '';
      if (member && /@types\/(?:office-js|custom-functions-runtime)\//.test(from)) {
        const remarks = member.getJsDocTags(checker).map(({ text }) => ts.displayPartsToString(text));
        const found = /\[Api set: (ExcelApi|CustomFunctionsRuntime) ([\d.]+)/.exec(
          [ts.displayPartsToString(member.getDocumentationComment(checker)), ...remarks].join(' '),
        );
        const [, set, version] = found ?? [];
        if (set && version) uses.push({ set, version, where: `${name}: ${node.getText()}`, isAsked: asked.has(version) });
      }
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return uses;
}
