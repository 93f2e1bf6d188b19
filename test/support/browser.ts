import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type ConsoleWorld, consoleWorld } from './console-world.ts';

const FILES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; undefined where there is none, which is a failure in CI. */
export const executablePath: string | undefined = FILES.find((file) => existsSync(file));
if (executablePath === undefined && process.env['CI'] === 'true') throw new Error('CI wants chromium');
if (executablePath === undefined)
  process.stderr.write('\n*** No Chromium: THE TESTS IN A BROWSER ARE LEFT OUT.\n\n');

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

interface OpenConsole {
  readonly world: ConsoleWorld;
  readonly browser: Browser;
}

/** A console and a browser for all tests of a file. Neither is opened on a machine without a browser. */
export function consoleInBrowser(...options: Parameters<typeof consoleWorld>): OpenConsole {
  let world: ConsoleWorld | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executablePath === undefined) return;
    world = await consoleWorld(...options);
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await world?.[Symbol.asyncDispose]();
  });
  return {
    get world() {
      return world as ConsoleWorld;
    },
    get browser() {
      return browser as Browser;
    },
  };
}

/** A page of the browser, and the errors that it reports. */
export async function openPage(
  opened: OpenConsole,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await opened.browser.newContext(options);
  // The first search of a process reads all lexicons.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A missing page is answered with 404, which the browser reports as an error.
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(opened.world.web.url)) complaints.push(`asked for ${request.url()}`);
  });
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  return { context, page, complaints };
}

/**
 * What is wrong with the layout or safety of the page: parts beyond the edge of the screen, words that are broken after
 * each letter, labels in pieces, markup from outside.
 */
export async function pageFaults(page: Page): Promise<string[]> {
  const wide = await page.evaluate<string[]>(`document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((one) => one.outerHTML.slice(0, 120))
      .concat('wide ' + document.documentElement.scrollWidth)`);
  // A word that is broken after each letter is taller than three of its lines and narrower than four letters.
  const stacked = await page.evaluate<
    string[]
  >(`[...document.querySelectorAll('main td, main tbody th, main a, main button')]
    .filter((one) => one.innerText.trim().length > 6 && one.clientWidth > 0 && one.clientWidth < 26 && one.clientHeight > 60).map((one) => 'stacked: ' + one.innerText)`);
  // In a grid each piece of text between two elements takes a row of its own.
  const divided = await page.evaluate<string[]>(`[...document.querySelectorAll('main label')]
    .filter((one) => getComputedStyle(one).display === 'grid' && [...one.childNodes].filter(({ nodeType, data }) => nodeType === 3 && data.trim() !== '').length > 1).map((one) => 'divided: ' + one.innerText.slice(0, 120))`);
  const foreign = await page.evaluate<string[]>(
    `[...document.querySelectorAll('main script, main img, main iframe, main svg[onload], [href^="javascript:" i], [onerror], [onload]')].map((one) => 'markup from outside: ' + one.outerHTML.slice(0, 120))`,
  );
  const title = await page.title();
  return [
    ...wide,
    ...stacked,
    ...divided,
    ...foreign,
    ...(/^(?:owned|1)$/.test(title) ? ['an attack has changed the title'] : []),
  ];
}

/**
 * Serious findings of axe-core, by all its rules or some. Our pages allow no foreign script, so the debugger injects
 * it.
 */
export async function axeFindings(page: Page, only?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run({ resultTypes: ['violations'], ${only === undefined ? '' : `runOnly: ${JSON.stringify(only)}`} }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`);
}
