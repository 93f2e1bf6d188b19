import { describe, expect, test } from 'vitest';
import { axeFindings, consoleInBrowser, executablePath, openPage } from '../support/browser.ts';
import { newsItem } from '../support/console-world.ts';

// Every page of the console in a real browser, with stories in eight languages that contain attacks.
const opened = consoleInBrowser();

const PAGES = [
  '/',
  '/?topic=chip_ban&state=unread&sort=score&since=30d',
  '/stories/1',
  '/alerts',
  '/search?q=customs',
  '/trends',
  '/topics',
  '/topics/chip-ban.yaml',
  '/feeds',
  '/routes',
  '/silences',
  '/silences/1',
  '/channels',
  '/deliveries',
  '/items',
  '/archive',
  '/system',
  '/people',
  '/audit',
  '/account',
  '/why?address=1',
  '/api',
  '/help',
  '/nowhere',
  '/queues/queue/articles',
];
const KINDS = [
  { name: 'desktop, light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone, dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const;

describe.skipIf(executablePath === undefined)('the console', () => {
  test.each(KINDS)(
    'every page, $name: nothing overflows, reports an error, or fails the accessibility checks',
    async ({ name: _name, ...options }) => {
      const { context, page, complaints } = await openPage(opened, options);
      const faults: string[] = [];
      for (const path of PAGES) {
        await page.goto(`${opened.world.web.url}${path}`);
        if (path.startsWith('/queues')) await page.getByText('Waiting').first().waitFor();
        const wide = await page.evaluate<string[]>(`document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((one) => one.outerHTML.slice(0, 120))
          .concat('wide ' + document.documentElement.scrollWidth)`);
        // A word that is broken after each letter is taller than three of its lines and narrower than four letters.
        const stacked = await page.evaluate<
          string[]
        >(`[...document.querySelectorAll('main td, main tbody th, main a, main button')]
        .filter((one) => one.innerText.trim().length > 6 && one.clientWidth > 0 && one.clientWidth < 26 && one.clientHeight > 60).map((one) => one.innerText)`);
        faults.push(
          ...[
            ...wide,
            ...stacked,
            ...(await axeFindings(
              page,
              // The dashboard is bull-board's page, which we correct when it is served.
              options.colorScheme === 'light' && !path.startsWith('/queues') ? ['color-contrast'] : undefined,
            )),
          ].map((fault) => `${path}: ${fault}`),
        );
        if ((await page.title()).includes('owned')) faults.push(`${path}: an attack has changed the title`);
      }
      await context.close();
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    },
    180_000,
  );

  test('stored attacks are text on every page of theirs', async () => {
    const { context, page, complaints } = await openPage(opened);
    const ids = await opened.world.db
      .selectFrom('stories')
      .select('id')
      .where('merged_into', 'is', null)
      .orderBy('id', 'desc')
      .limit(12)
      .execute();
    for (const path of [
      '/search?q=owned',
      '/search?q=constructor',
      ...ids.map(({ id }) => `/stories/${id}`),
    ]) {
      await page.goto(`${opened.world.web.url}${path}`);
      expect(
        await page.evaluate(
          `document.querySelectorAll('main script, main img, main svg[onload], a[href^="javascript:"], [onerror]').length`,
        ),
        path,
      ).toBe(0);
      expect(await page.title()).not.toMatch(/^owned$/);
    }
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('the whole menu is on the screen of a phone', async () => {
    const { context, page } = await openPage(opened, { viewport: { width: 390, height: 844 } });
    await page.goto(opened.world.web.url);
    await page.locator('.more summary').click();
    const entries = await page.locator('.menu a').all();
    expect(entries.length).toBeGreaterThan(8);
    for (const entry of entries) {
      const box = await entry.boundingBox();
      const name = await entry.innerText();
      expect(box?.x, name).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(390);
    }
    await context.close();
  });

  test('keys choose, mark, open and search', async () => {
    const { context, page, complaints } = await openPage(opened);
    await page.goto(opened.world.web.url);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const chosen = await page.locator('.here').getAttribute('data-story');
    expect(chosen).toBe(await page.locator('[data-story]').nth(1).getAttribute('data-story'));
    await page.keyboard.press('s');
    await page.locator('.here [data-key="star"][aria-pressed="true"]').waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('d');
    await page.locator('.here.seen').waitFor();
    await page.keyboard.press('o');
    await page.waitForURL(/\/stories\/\d+$/);
    await page.keyboard.press('/');
    await page.waitForURL(/\/search$/);
    await page.keyboard.press('?');
    await page.waitForURL(/\/help$/);
    await page.goto(`${opened.world.web.url}/?state=starred`);
    expect(await page.locator('[data-story]').count()).toBe(1);
    await context.close();
    expect(complaints).toEqual([]);
  });

  test('a new alert appears by itself', async () => {
    const { context, page } = await openPage(opened);
    await page.goto(opened.world.web.url);
    const item = newsItem();
    await opened.world.report(item);
    await page.getByText(item.title).first().waitFor({ timeout: 15_000 });
    await context.close();
  });

  test('the first page is light', async () => {
    const { context, page } = await openPage(opened);
    let bytes = 0;
    page.on('response', (response) => {
      void response
        .body()
        .then((body) => {
          bytes += body.length;
        })
        .catch(() => {});
    });
    await page.goto(opened.world.web.url);
    await page.waitForTimeout(500);
    expect(bytes).toBeGreaterThan(5_000);
    // With style sheet, script and icon; nothing is compressed.
    expect(bytes).toBeLessThanOrEqual(60_000);
    await context.close();
  });
});
