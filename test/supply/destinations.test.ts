// Where the product can send anything, and what it may do: every address in what is shipped, and every right it asks for, each with its reason.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { freshDist } from '../kept.ts';
import { filesUnder, ROOT, twoBuilds } from './two-builds.ts';

let dist = '';
beforeAll(async () => {
  dist = freshDist() ?? join(await twoBuilds(), 'one');
});
const text = (file: string) => readFileSync(join(dist, file), 'utf8');

/** Names that look like addresses and are never asked for: they say which language of XML a text is in. */
const NAMES =
  /^(?:www\.w3\.org|schemas\.openxmlformats\.org|sheetjs\.openxmlformats\.org|schemas\.microsoft\.com|purl\.(?:org|oclc\.org)|docs\.oasis-open\.org|openoffice\.org|relaxng\.org)$/;
/** Addresses that stand in a text for people to read, or in a comment, and are asked for by nobody. */
const READ: Readonly<Record<string, string>> = {
  'kossnocorp.mit-license.org': 'a copyright line',
  'aka.ms': 'Microsoft’s sign-in library names the page that explains an error',
  'bugs.documentfoundation.org': 'a comment of the reader of old workbooks',
  'support.microsoft.com': 'the grid’s help on a formula names the page that explains it',
  'support.google.com': 'the same',
  'www.wps.cn': 'the same',
  'univer.ai': 'the example in the grid’s help on HYPERLINK',
  'react.dev': 'React’s errors name the page that explains them',
  'mozilla.github.io': 'an error of a library of the grid names the page that explains it',
  'redi.wendell.fun': 'the same',
  'universheet.net': 'the same',
  'github.com': 'the name of a kind of edit in the grid',
  'sharejs.org': 'the same',
};
/** What Microsoft's sign-in library knows of Microsoft's clouds. The page lets it reach one of them; see its security policy below. */
const CLOUDS =
  /^(?:login\.(?:microsoftonline\.(?:com|de|us)|chinacloudapi\.cn|windows\.net|partner\.microsoftonline\.cn|sovcloud-identity\.\w+)|169\.254\.169\.254|sts\.windows\.net|login-us\.microsoftonline\.com)$/;

/** Every host that stands in a part of the product and is asked for, or opened, by it: where, and why. */
const DESTINATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  appsscript: {
    'mail.google.com': 'a reminder opens in Gmail, in a window of its own, on a click',
    'outlook.office.com': 'the same in Outlook on the web, for who has chosen it',
    'www.googleapis.com': 'the names of the rights asked for',
  },
  'appsscript-no-mail': {
    'mail.google.com': 'a reminder opens in Gmail, in a window of its own, on a click',
    'outlook.office.com': 'the same in Outlook on the web, for who has chosen it',
    'www.googleapis.com': 'the names of the rights asked for',
  },
  'office-addin': {
    'appsforoffice.microsoft.com': 'Office’s own library, which every add-in must load from there',
    'login.microsoftonline.com': 'signing in to Outlook, only with an application id',
    'graph.microsoft.com': 'laying a draft down in the user’s mailbox, only with an application id',
    'mail.google.com': 'a reminder opens in Gmail, in a window of its own, on a click',
    'outlook.office.com': 'the same in Outlook on the web',
    localhost: 'where the add-in is served unless a build says otherwise',
  },
  local: {
    'mail.google.com': 'a reminder opens in Gmail, in a window of its own, on a click',
    'outlook.office.com': 'the same in Outlook on the web',
    localhost: 'the grid asks itself whether a text is such a link; nothing is asked there',
  },
  cli: { localhost: 'the page is served to this machine only' },
};

/** Hosts that stand in a text, but for names and pieces of templates. */
function hostsIn(content: string): string[] {
  const found = [...content.matchAll(/\b(?:https?|wss?):\/\/(\[?[\w.-]+\]?)/gi)].map(([, host = '']) =>
    host.toLowerCase().replace(/\.$/, ''),
  );
  return [...new Set(found)].filter(
    (host) => (host.includes('.') || host === 'localhost') && !NAMES.test(host) && !(host in READ) && !CLOUDS.test(host),
  );
}

describe('every address in what is shipped', () => {
  it.each(Object.entries(DESTINATIONS))('%s reaches these and no other', (part, allowed) => {
    const shipped = filesUnder(join(dist, part)).filter(
      (file) => /\.(?:m?js|html|css|json|xml)$/.test(file) && !file.startsWith('samples/'),
    );
    const hosts = new Set(shipped.flatMap((file) => hostsIn(text(join(part, file)))));
    if (part === 'office-addin') hosts.add('login.microsoftonline.com');
    expect([...hosts].sort()).toEqual(Object.keys(allowed).sort());
  });

  it('those that are only read are there to be read', () => {
    const all = Object.keys(DESTINATIONS).flatMap((part) => filesUnder(join(dist, part)).map((file) => text(join(part, file))));
    for (const host of Object.keys(READ)) expect([host, all.some((content) => content.includes(`//${host}`))]).toEqual([host, true]);
  });

  it('stands in the privacy page, where it is reached', () => {
    const privacy = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
    for (const host of ['appsforoffice.microsoft.com', 'login.microsoftonline.com', 'graph.microsoft.com'])
      expect([host, privacy.includes(host)]).toEqual([host, true]);
  });
});

/** The directives of a page's own security policy. */
const policyOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    (/Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(' ')];
    }),
  );

describe('what the browser itself forbids', () => {
  it('the page may ask its own address and no other', () => {
    expect(policyOf(text('local/index.html'))).toMatchObject({
      'default-src': "'self'",
      'connect-src': "'self'",
      'script-src': "'self'",
      'form-action': "'none'",
      'object-src': "'none'",
    });
  });

  it('the pane may ask its own server, Office’s library, and Outlook', () => {
    expect(policyOf(text('office-addin/taskpane.html'))).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self' https://appsforoffice.microsoft.com",
      'connect-src': "'self' https://login.microsoftonline.com https://graph.microsoft.com",
      'form-action': "'none'",
    });
  });

  it('the sidebar has nothing to ask with: no address is loaded, no call of the network is made', () => {
    const sidebar = text('appsscript/sidebar.html');
    expect(sidebar).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?:https?:)?\/\//i);
    expect(sidebar).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\bimport\(/);
  });

  it('the script in Google Sheets asks no address: UrlFetchApp is not in it, nor anything that sends mail', () => {
    expect(text('appsscript/relance.js')).not.toMatch(/UrlFetchApp|MailApp|sendEmail|\.Drafts\.send\b|Messages\.send\b|GmailApp/);
  });
});

describe('the rights asked for', () => {
  const scopes = (file: string) =>
    (JSON.parse(text(file)) as { oauthScopes: string[] }).oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
  const BASE = ['spreadsheets.currentonly', 'script.container.ui', 'script.scriptapp', 'userinfo.email'];

  it('of Google: five, or four without mail', () => {
    expect(scopes('appsscript/appsscript.json').sort()).toEqual([...BASE, 'gmail.compose'].sort());
    expect(scopes('appsscript-no-mail/appsscript.json').sort()).toEqual([...BASE].sort());
    expect(JSON.parse(text('appsscript/appsscript.json'))).toMatchObject({ exceptionLogging: 'NONE' });
    expect(JSON.parse(text('appsscript-no-mail/appsscript.json')).dependencies ?? {}).toEqual({});
    expect(JSON.parse(text('appsscript/appsscript.json')).urlFetchWhitelist).toBeUndefined();
  });

  it('of Excel: the open document; of Outlook: drafts', () => {
    expect([...text('office-addin/manifest.xml').matchAll(/<Permissions>(\w+)<\/Permissions>/g)].map(([, right]) => right)).toEqual([
      'ReadWriteDocument',
    ]);
    expect(text('office-addin/manifest.xml')).not.toMatch(/WebApplicationInfo|AppDomain/);
    const asked = filesUnder(join(dist, 'office-addin')).flatMap((file) =>
      file.endsWith('.js')
        ? [
            ...text(join('office-addin', file)).matchAll(
              /["'`](?:https:\/\/graph\.microsoft\.com\/)?((?:Mail|User|Files|Calendars|Contacts|Sites|Directory|Group)\.[A-Z]\w+(?:\.\w+)*)["'`]/g,
            ),
          ].map(([, right]) => right)
        : [],
    );
    expect([...new Set(asked)]).toEqual(['Mail.ReadWrite']);
  });
});
