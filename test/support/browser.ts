import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
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

/** A console and a browser for all tests of a file. Neither is opened on a machine without a browser. */
export function consoleInBrowser(...options: Parameters<typeof consoleWorld>): {
  readonly world: ConsoleWorld;
  readonly browser: Browser;
} {
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
