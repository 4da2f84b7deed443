// The built sidebar as a file: one page that asks nothing of the outside, light enough to open at once, and safe from what Google's HTML service does to it.
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { type Built, built as builtOf } from '../hosts/built.ts';

let built: Built;
let page: string;
let script: string;
beforeAll(async () => {
  built = await builtOf('appsscript');
  page = built.read('appsscript/sidebar.html');
  script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
});

describe('the sidebar', () => {
  it('is the same in the variant without mail, and both languages fit in 150 kB', () => {
    expect(built.read('appsscript-no-mail/sidebar.html')).toBe(page);
    expect(Buffer.byteLength(page)).toBeLessThan(150 * 1024);
    expect(page).toContain('Fermer');
    expect(page).toContain('Close');
  });

  it('is one page: a script, a style, and nothing that is fetched', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page.match(/<\/script/g)).toHaveLength(1);
    expect(page.replace(script, '')).not.toMatch(/\b(?:src|href)=|url\(|@import|https?:/);
    expect(script).not.toMatch(/\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts)\s*\(|\bimport\s*\(/);
  });

  it('has one place where the script writes what it was opened for', () => {
    expect(page.match(/data-start=""/g)).toHaveLength(1);
  });

  it('is no template: nothing in it is run on Google’s side', () => {
    expect(page).not.toMatch(/<\?|\?>/);
  });

  // Google strips what it takes for comments, and reads template literals and regular expressions as if they were code.
  it('has nothing in a template literal or a regular expression that looks like a comment or a quote', () => {
    const suspects: string[] = [];
    const visit = (node: ts.Node): void => {
      const isTemplate = ts.isTemplateLiteralToken(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
      if ((isTemplate || ts.isRegularExpressionLiteral(node)) && /\/\/|\/\*|['"]/.test(node.text)) suspects.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('sidebar.js', script, ts.ScriptTarget.Latest, true));
    expect(suspects).toEqual([]);
  });
});

describe('the folder', () => {
  it('holds one script, with functions Google can call and no module words', () => {
    const source = built.read('appsscript/relance.js');
    for (const name of ['onOpen', 'openPanel', 'relance']) expect(source).toMatch(new RegExp(`^function ${name}\\(`, 'm'));
    expect(source).not.toMatch(/^(?:import|export)\b/m);
  });
});
