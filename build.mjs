// Turns the rooms into what each host accepts: one script for Apps Script, a task pane for Excel, a page for the browser, a command for the
// terminal. The same sources give the same bytes on every machine: no dates, no absolute paths, nothing read outside the repository.
//
//   build({ out, baseUrl })   called by ready.mjs, which then puts the result in place of dist/; `only` makes one of its folders
//
// An entry point that does not exist (yet) is skipped with a word on stderr.

import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { licencesOf, packagesOf } from './licences.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const inRoot = (...path) => join(root, ...path);

// Google calls top-level functions; the bundle keeps everything else under this one name.
const appsScriptName = 'Relance';

// Microsoft's script must come from Microsoft (its licence, and the store's rule); it is the only outside request of the task pane.
const officeScript = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

/** The address written in manifest.xml, replaced by where the add-in will really be served. */
const manifestBaseUrl = 'https://localhost:3000';

const shared = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  define: { 'process.env.NODE_ENV': '"production"' },
};
const forBrowser = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  target: 'es2020',
  minify: true,
  loader: { '.svg': 'text' },
  // A call with its children as arguments is written in fewer characters than one with a list of them among its properties: 6 kB of the panel.
  jsx: 'transform',
  jsxFactory: 'h',
  jsxFragment: 'Fragment',
  inject: [inRoot('panel/jsx.ts')],
  // Fields of classes as plain assignments: older browsers are else given a helper for each.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: false } },
};

/** Makes the folders of dist/ in `out`, or `only` one of them; answers which packages (their places in node_modules) are in each. */
export async function build({ out, baseUrl = manifestBaseUrl, say = () => {}, only = null }) {
  const skipped = [];
  const firstOf = (...paths) => {
    const found = paths.find((path) => existsSync(inRoot(path)));
    if (!found) skipped.push(paths[0]);
    return found;
  };
  const has = (path) => firstOf(path) !== undefined;
  const put = async (path, content) => {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  };
  await mkdir(out, { recursive: true });

  const parts = { cli: commandLine, appsscript: appsScript, 'office-addin': officeAddin, local: localPage };
  const asked = Object.entries(parts).flatMap(([name, make]) => (only === null || only === name ? [{ name, make, files: new Set() }] : []));
  await Promise.all(asked.map(({ make, files }) => bundled.run(files, make)));
  if (skipped.length > 0) say(`relance: not there yet, skipped: ${skipped.sort().join(', ')}`);
  return new Map(asked.map(({ name, files }) => [name, new Set(packagesOf(files))]));

  async function commandLine() {
    if (has('local/report/main.ts')) await bundleForNode('local/report/main.ts', join(out, 'cli/report.mjs'));
    if (has('local/start.ts')) await bundleForNode('local/start.ts', join(out, 'cli/start.mjs'));
    await put('cli/licences.txt', licences());
  }

  async function appsScript() {
    const main = firstOf('appsscript/server/main.ts');
    const manifest = has('appsscript/appsscript.json') && JSON.parse(await readFile(inRoot('appsscript/appsscript.json'), 'utf8'));
    const sidebar = firstOf('appsscript/sidebar/main.tsx', 'appsscript/sidebar/main.ts');
    const code = main && (await appsScriptCode(main));
    const html = sidebar && selfContained(await pageParts(sidebar, inOnePiece), await template('appsscript/sidebar/index.html'));
    // Nothing but manifest, script and page goes to Google: the licences of both stand below the script.
    const script = code && `${code}\n/*\n${licences()}*/\n`;
    for (const [folder, variant] of [
      ['appsscript', manifest],
      ['appsscript-no-mail', manifest && withoutMail(manifest)],
    ]) {
      if (variant) await put(`${folder}/appsscript.json`, `${JSON.stringify(variant, null, 2)}\n`);
      if (script) await put(`${folder}/relance.js`, script);
      if (html) await put(`${folder}/sidebar.html`, html);
    }
  }

  async function officeAddin() {
    if (!has('office-addin/taskpane.tsx')) return;
    for (const [name, content] of await excelFiles(baseUrl)) await put(`office-addin/${name}`, content);
    await put('office-addin/licences.txt', licences());
  }

  async function localPage() {
    if (!firstOf('local/page/main.tsx')) return;
    for (const [name, content] of await localPageFiles()) await put(`local/${name}`, content);
    await put('local/licences.txt', licences());
  }
}

/**
 * Every file of which some was bundled for the folder that is being made, as paths from here; folders are made side by side. What is left out of a bundle
 * is no part of it.
 */
const bundled = new AsyncLocalStorage();
const licences = () => licencesOf(packagesOf(bundled.getStore()));

async function bundle(options) {
  const result = await esbuild.build({ ...options, metafile: true });
  for (const { inputs } of Object.values(result.metafile.outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) bundled.getStore()?.add(path);
  return result;
}

/** How the page is bundled. `plugins` of esbuild come before our own. */
export const pageOptions = (plugins = []) => ({
  ...forBrowser,
  format: 'esm',
  target: 'es2022',
  plugins: [...plugins, withoutTypesetting],
});

/** The scripts of a page that asks for its parts as it needs them, its one style sheet, and what became of its parts (see esbuild's metafile). */
async function piecesOf(name, entry, options) {
  const { outputFiles, metafile } = await bundle({
    ...options,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    entryPoints: { [name]: entry },
    outdir: '/page',
  });
  const files = new Map(outputFiles.map((file) => [file.path.split(/[\\/]/).pop(), file.contents]));
  // One style sheet holds the styles of all parts, also of those that are loaded later.
  for (const file of files.keys()) if (/^chunk-.*\.css$/.test(file)) files.delete(file);
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [path.split('/').pop(), output]));
  return { files, outputs };
}

/** The scripts that one of the outputs cannot begin without, itself first. */
function neededBy(name, outputs) {
  const needed = new Set([name]);
  for (const each of needed)
    for (const { path, kind } of outputs.get(each)?.imports ?? []) if (kind === 'import-statement') needed.add(path.split('/').pop());
  return [...needed];
}

const preload = (names) => names.map((name) => `<link rel="modulepreload" href="${name}">`);

/** The add-in for Excel, served at `baseUrl`: its files by name, to be put on any web server. */
export async function excelFiles(baseUrl = manifestBaseUrl) {
  const functions = await generated('office-addin/functions.build.ts');
  // The page tells Excel who answers which formula before it knows what is answered.
  const ids = JSON.parse(functions).functions.map(({ id }) => id);
  const options = { ...forBrowser, format: 'esm', define: { ...shared.define, RELANCE_FORMULAS: JSON.stringify(ids) } };
  const { files, outputs } = await piecesOf('taskpane', 'office-addin/taskpane.tsx', options);
  const [, ...early] = neededBy('taskpane.js', outputs);
  const head = [officeScript, '<link rel="stylesheet" href="taskpane.css">', ...preload(early)].join('\n');
  const page = await template('office-addin/taskpane.html');
  files.set('taskpane.html', within(page, head, '<script type="module" src="taskpane.js"></script>'));
  files.set('functions.json', functions);
  // The formulas alone, in one script: the manifest names it for Excels that keep formulas apart from the page.
  files.set('functions.js', (await pageParts('office-addin/functions.ts')).script);
  for (const name of await readdir(inRoot('office-addin/icons')))
    files.set(`icons/${name}`, await readFile(inRoot('office-addin/icons', name)));
  const manifest = await readFile(inRoot('manifest.xml'), 'utf8');
  files.set(
    'manifest.xml',
    manifest.replaceAll(manifestBaseUrl, () => baseUrl.replace(/\/+$/, '')),
  );
  return files;
}

/** The page for the browser: its files by name, to be put on any web server. With `plugins` tests put a panel of theirs in place. */
export async function localPageFiles(plugins = []) {
  const { files, outputs } = await piecesOf('page', 'local/page/main.tsx', pageOptions(plugins));
  // The grid is nine tenths of the page: it is asked for at once, not when the page has found out that it needs it.
  const grid = [...outputs].find(([, { entryPoint }]) => entryPoint === 'local/page/grid/grid-host.ts');
  const style = files.has('page.css') ? ['<link rel="stylesheet" href="page.css">'] : [];
  const links = [...style, ...(grid ? preload(neededBy(grid[0], outputs)) : [])].join('\n');
  files.set('index.html', within(await template('local/page/index.html'), links, '<script type="module" src="page.js"></script>'));
  const samples = JSON.parse(await readFile(inRoot('samples/samples.json'), 'utf8'));
  for (const name of ['samples.json', ...Object.keys(samples)]) files.set(`samples/${name}`, await readFile(inRoot('samples', name)));
  return files;
}

/**
 * The grid's renderer also sets running text: hyphens in 76 languages (5 MB of patterns, and a guess at the language), shapes of fonts it is handed.
 * Cells of a spreadsheet hold none of it. And it makes its expressions for Chinese, Japanese and Korean out of Unicode's tables, which browsers know.
 */
const withoutTypesetting = {
  name: 'without-typesetting',
  setup: ({ onResolve, onLoad }) => {
    const inRenderer = ({ path, importer }) =>
      /[\\/]engine-render[\\/]/.test(importer) ? { path: path in STAND_INS ? path : 'patterns', namespace: 'typesetting' } : undefined;
    onResolve({ filter: /^(?:cjk-regex|franc-min|opentype\.js|\.\/[a-z][\w-]*-[\w-]{8}\.js)$/ }, inRenderer);
    onLoad({ filter: /.*/, namespace: 'typesetting' }, ({ path }) => ({ contents: STAND_INS[path] ?? 'export {};' }));
  },
};
const STAND_INS = {
  'cjk-regex': `
    const scripts = '\\\\p{Script=Han}\\\\p{Script=Katakana}\\\\p{Script=Hiragana}\\\\p{Script=Hangul}\\\\p{Script=Bopomofo}';
    const marks = '\\\\u3000-\\\\u303f\\\\u3190-\\\\u319f\\\\u31c0-\\\\u33ff\\\\ufe10-\\\\ufe1f\\\\ufe30-\\\\ufe6f\\\\uff00-\\\\uffef';
    const of = (set) => () => ({ toRegExp: () => new RegExp('[' + set + ']', 'u') });
    export const [letters, punctuations, all] = [of(scripts), of(marks), of(scripts + marks)];`,
  'franc-min': `export const franc = () => 'und';`,
  'opentype.js': `export const parse = () => { throw new Error('no font is handed to the grid'); };`,
};

/** One file for Node. Libraries written for CommonJS call `require` for Node's own modules: give them one. */
export async function bundleForNode(entry, outfile, options = {}) {
  const banner = { js: "import { createRequire as relanceRequire } from 'node:module';\nconst require = relanceRequire(import.meta.url);" };
  await bundle({
    ...shared,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner,
    ...options,
    entryPoints: [entry],
    outfile,
    write: true,
  });
}

// ── pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The script and style of a page in one piece each, as the sidebar and the task pane ship them. */
export async function pageParts(entry, options = {}) {
  const { outputFiles } = await bundle({ ...forBrowser, ...options, entryPoints: [entry], outdir: '/page' });
  const text = (end) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

async function template(path) {
  if (existsSync(inRoot(path))) return readFile(inRoot(path), 'utf8');
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
  return `<!doctype html>\n<html lang="en">\n<head>${meta}<title>Relance</title>\n</head>\n<body><div id="relance"></div>\n</body>\n</html>\n`;
}

const within = (html, head, body) => html.replace('</head>', () => `${head}\n</head>`).replace('</body>', () => `${body}\n</body>`);

/**
 * How the sidebar is bundled: with all languages at once, for the browsers Google Sheets still opens in (the last two of each), and without the parts that
 * rest on hooks its desk has not: several ways for mail to go.
 */
export const inOnePiece = {
  target: 'es2022',
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
  plugins: [
    {
      name: 'in-one-piece',
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /\/languages\.ts$/ }, () => ({ path: inRoot('panel/all-languages.ts') }));
        onResolve({ filter: /\/later\.tsx$/ }, () => ({ path: inRoot('panel/all-screens.tsx') }));
        onLoad({ filter: /[\\/]screens[\\/](?:mail-way|other-ways)\.tsx$/ }, async ({ path }) => {
          const names = (await readFile(path, 'utf8')).matchAll(/^export function (\w+)/gm);
          return { contents: [...names].map(([, name]) => `export const ${name} = () => null;`).join('\n') };
        });
      },
    },
  ],
};

/**
 * The sidebar may ask nothing of the network, so style and script sit in the page. (Google's HTML service takes `//` inside a template literal for a comment: test/sidebar/built.test.ts holds that none has any.)
 */
function selfContained({ script, style }, html) {
  const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return within(html, `<style>${alone(style)}</style>`, `<script>${safe}</script>`);
}

/** The panel's styles for a page that has no others: not told from anybody's, and the names of their colours as short as can be. */
function alone(style) {
  const names = [...new Set(style.match(/--[a-z][\w-]*/g))];
  return style
    .replaceAll('.relance ', '')
    .replace(/--[a-z][\w-]*(: )?/g, (name, colon) => `--${names.indexOf(name.replace(': ', '')).toString(36)}${colon ? ':' : ''}`);
}

// ── Apps Script ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The bundle, then one real function per export of main.ts: Google looks for top-level names, and reads autocomplete from their JSDoc, which bundlers drop. */
async function appsScriptCode(entry) {
  const options = {
    ...shared,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: appsScriptName,
    target: 'es2020',
    // Every click and every cell evaluates the whole script anew: what Google need not read is left out. The functions below stay as they are written.
    minify: true,
    inject: [inRoot('appsscript/server/globals.ts')],
  };
  // The formulas' own code is in the bundle too; the functions Google calls for them are made from the catalogue below.
  const parts = [entry, 'appsscript/server/functions.ts'].filter((path) => existsSync(inRoot(path)));
  const contents = parts.map((path) => `export * from './${path}';`).join('\n');
  const { outputFiles } = await bundle({ ...options, stdin: { contents, resolveDir: root, loader: 'ts' }, outfile: '/relance.js' });
  const functions = (await exportsOf(entry)).map(
    ({ name, parameters, comment }) =>
      `${comment}function ${name}(${parameters.join(', ')}) {\n  return ${appsScriptName}.${name}.apply(this, arguments);\n}\n`,
  );
  const more = 'appsscript/server/functions.build.ts';
  if (existsSync(inRoot(more))) functions.push(await generated(more, appsScriptName));
  return [outputFiles[0].text, ...functions].join('\n');
}

/** What main.ts exports, wherever it was written, with its JSDoc as the author typed it. */
async function exportsOf(entry) {
  const { default: ts } = await import('typescript');
  const options = {
    noLib: true,
    types: [],
    allowImportingTsExtensions: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const program = ts.createProgram([inRoot(entry)], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(inRoot(entry));
  const module = checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} exports nothing`);
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!(symbol.flags & ts.SymbolFlags.Value)) return []; // a type
    const declaration = symbol.valueDeclaration;
    const callable = declaration.initializer ?? declaration;
    const doc = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).at(-1);
    const comment = doc ? `${doc.getText().replace(/\n\s*\*/g, '\n *')}\n` : '';
    const parameters = (callable.parameters ?? []).map((parameter, i) =>
      ts.isIdentifier(parameter.name) ? parameter.name.text : `argument${i + 1}`,
    );
    return [{ name: exported.name, parameters, comment }];
  });
}

/** The same add-in without the right to write drafts: reminders open as a compose link instead. */
function withoutMail({ oauthScopes = [], dependencies = {}, ...rest }) {
  const { enabledAdvancedServices = [], ...others } = dependencies;
  const services = enabledAdvancedServices.filter((service) => service.serviceId !== 'gmail');
  const kept = { ...others, ...(services.length > 0 ? { enabledAdvancedServices: services } : {}) };
  return {
    ...rest,
    ...(Object.keys(kept).length > 0 ? { dependencies: kept } : {}),
    oauthScopes: oauthScopes.filter((scope) => !/mail\.google\.com|\/gmail\.|\/script\.send_mail/.test(scope)), // userinfo.email stays: it is no right to mail
  };
}

/** Text made from the catalogue of formulas: `*.build.ts` runs here, at build time, and its default export answers what to write. */
async function generated(entry, ...args) {
  const { outputFiles } = await esbuild.build({
    ...shared,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    entryPoints: [entry],
    outfile: '/generated.mjs',
  });
  const { default: make } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return make(...args);
}
