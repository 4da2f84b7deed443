/**
 * What the pages may do is written in them, and what their sources may not do is looked for: no text of a sheet is ever handed to a browser as markup
 * or as a program, and a page that were given one would not run it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..', '..');
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The directives of a page's own policy. */
function policyOf(html: string): Record<string, string[]> {
  const policies = [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g)].map(
    ([, content]) => content as string,
  );
  expect(policies).toHaveLength(1);
  // Before anything that could be fetched or run.
  expect(html.search(/<(?:script|link|style|img|iframe)\b/)).toBeGreaterThan(html.indexOf('Content-Security-Policy'));
  return Object.fromEntries(
    (policies[0] as string).split(';').map((line) => {
      const [name = '', ...sources] = line.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

describe('the policy of a page', () => {
  it.each([
    ['local/page/index.html', ["'self'"], ["'self'"]],
    [
      'office-addin/taskpane.html',
      ["'self'", 'https://appsforoffice.microsoft.com'],
      ["'self'", 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
    ],
  ])('%s: runs its own scripts alone, and asks where it must', (path, scripts, asked) => {
    const policy = policyOf(text(path));
    expect(policy['script-src']).toEqual(scripts);
    expect(policy['connect-src']).toEqual(asked);
    expect(policy['default-src']).toEqual([expect.stringMatching(/^'(?:none|self)'$/)]);
    expect([policy['base-uri'], policy['form-action']]).toEqual([["'none'"], ["'none'"]]);
    expect(policy['object-src'] ?? policy['default-src']).toEqual(["'none'"]);
    for (const [name, sources] of Object.entries(policy)) {
      expect([name, sources.filter((source) => /\*|http:|unsafe-eval|wasm/.test(source))]).toEqual([name, []]);
      // Univer and Excel's client write styles of their own; no script of anybody's stands in the page.
      if (sources.includes("'unsafe-inline'")) expect(name).toBe('style-src');
    }
  });

  it('of papers: no script, nothing fetched', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(text('core/messages/paper-page.ts')) ?? [];
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  });

  // Google takes meta tags of a page out and sets a policy and a sandbox of its own around it: decisions.md says why there is none of ours.
  it('of the sidebar is Google’s', () => {
    expect(text('appsscript/sidebar/index.html')).not.toContain('Content-Security-Policy');
  });
});

const ROOMS = ['core', 'panel', 'local/page', 'office-addin', 'appsscript'];
const sources = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|tsx|html)$/.test(name))
    .map((name) => `${room}/${name}`),
);

/** Ways to make markup or a program of a text. */
const DANGEROUS =
  /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|DOMParser|setHTMLUnsafe|\beval\s*\(|new Function\b|\bFunction\s*\(|set(?:Timeout|Interval)\s*\(\s*['"`]|['"`]javascript:|\.setAttribute\(\s*['"`](?:on|srcdoc|style)|HtmlService\.createHtmlOutput\(/;

describe('the sources of the pages', () => {
  it('make no markup and no program of a text', () => {
    const found = sources.flatMap((path) =>
      text(path)
        .split('\n')
        .flatMap((line, n) => (DANGEROUS.test(line) && !/^\s*(?:\*|\/\/)/.test(line) ? [`${path}:${n + 1}`] : [])),
    );
    // One sentence of ours, for browsers too old to read the rest of the page, which run no modules and know no policy.
    expect(found.map((place) => place.replace(/:\d+$/, ''))).toEqual(['office-addin/taskpane.html']);
    expect(/innerHTML =\s*((?:'[^']*'[\s+]*)+);/.exec(text('office-addin/taskpane.html'))?.[1]).not.toMatch(/\$\{|\+\s*\w/);
  });

  it('show papers in frames without scripts', () => {
    const framed = sources.filter((path) => /srcdoc/.test(text(path)));
    expect(framed.sort()).toEqual(['panel/print-paper.ts', 'panel/screens/papers.tsx']);
    expect(text('panel/screens/papers.tsx')).toMatch(/<iframe [^>]*sandbox="" srcdoc=/);
    expect(text('panel/print-paper.ts')).toContain("setAttribute('sandbox', 'allow-same-origin allow-modals')");
  });

  it('open no page that could reach back', () => {
    const linked = sources.flatMap((path) => text(path).match(/<a\b[^>]*target="_blank"[^>]*>/g) ?? []);
    for (const link of linked) expect(link).toMatch(/rel="(?:noopener|noreferrer)/);
  });
});
