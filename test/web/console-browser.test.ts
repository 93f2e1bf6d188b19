import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/web/routes.ts';
import { axeFindings, consoleInBrowser, executablePath, openPage, pageFaults } from '../support/browser.ts';
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
/** Pages that other tests open in a browser, and answers that are no pages. */
const ELSEWHERE = [
  /^\/api\/v1\//,
  /\.(?:css|js|svg|csv|opml|jsonl)$/,
  // archive-browser.test.ts, lab-browser.test.ts
  '/archive/tasks/:id',
  '/topics/tries/:id',
  // log-in.test.ts and hostile-forms.test.ts, without a browser.
  '/login',
  '/invitations/:secret',
  // oidc.test.ts: they lead to a provider and back.
  '/login/oidc',
  '/login/oidc/callback',
];
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
const KINDS = [
  { name: 'desktop, light', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'desktop, dark', viewport: DESKTOP, colorScheme: 'dark' },
  // As wide as a desktop's window at 400 %.
  { name: 'narrow phone, light', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: 'phone, dark', viewport: PHONE, colorScheme: 'dark' },
] as const;

test('every page of the table of routes is opened in a browser', () => {
  const opened = (path: string) =>
    PAGES.some((page) =>
      new RegExp(`^${path.replace('*', '.+').replaceAll(/:\w+/g, '[^/]+')}$`).test(
        page.split('?')[0] as string,
      ),
    );
  const missing = ROUTES.filter(({ method }) => method === 'GET')
    .map(({ path }) => path)
    .filter((path) => !ELSEWHERE.some((one) => (typeof one === 'string' ? one === path : one.test(path))))
    .filter((path) => !opened(path));
  expect(missing).toEqual([]);
});

describe.skipIf(executablePath === undefined)('the console', () => {
  test.each(KINDS)(
    'every page, $name: nothing overflows, reports an error, or fails the accessibility checks',
    async ({ name: _name, ...options }) => {
      const { context, page, complaints } = await openPage(opened, options);
      const faults: string[] = [];
      for (const path of PAGES) {
        await page.goto(`${opened.world.web.url}${path}`);
        if (path.startsWith('/queues')) await page.getByText('Waiting').first().waitFor();
        // Colours are all that differs between light and dark.
        const isWhole = options.colorScheme === 'dark' || path.startsWith('/queues');
        const found = [
          ...(await pageFaults(page)),
          ...(await axeFindings(page, isWhole ? undefined : ['color-contrast'])),
        ];
        faults.push(...found.map((fault) => `${path}: ${fault}`));
      }
      await context.close();
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    },
    300_000,
  );

  test('every page but the dashboard of the queues is whole without scripts', async () => {
    const { context, page } = await openPage(opened, { javaScriptEnabled: false });
    for (const path of PAGES.filter((one) => !one.startsWith('/queues'))) {
      await page.goto(`${opened.world.web.url}${path}`);
      expect((await page.locator('main h1').first().innerText()).trim(), path).not.toBe('');
      // Times are readable before the script puts them into the reader's zone.
      for (const time of await page.locator('main time:visible').all())
        expect(await time.innerText(), path).toMatch(/\d{4}, \d\d:\d\d UTC|\d{4}/);
      expect(await page.locator('main [hidden]:not(table):not(textarea)').count(), path).toBe(0);
    }
    await context.close();
  }, 180_000);

  test('stored markup and scripts are shown as text on every page', async () => {
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
      expect(await pageFaults(page), path).toEqual([]);
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

  test('a story is judged in the list, and its outlets are named there', async () => {
    const { context, page, complaints } = await openPage(opened);
    await page.goto(opened.world.web.url);
    const row = page.locator('[data-story]').first();
    const id = await row.getAttribute('data-story');
    await row.getByText('Relevant?').click();
    await row.getByRole('button', { name: 'Not relevant' }).click();
    // The reason is missing, so the browser sends nothing.
    expect(await opened.world.db.selectFrom('judgements').select('id').execute()).toEqual([]);
    await row.getByLabel('Not relevant, because').fill('a rumour');
    await row.getByRole('button', { name: 'Not relevant' }).click();
    await row.locator('summary', { hasText: 'not relevant' }).waitFor();
    await page.reload();
    expect(await page.locator(`[data-story="${id}"] details summary`).innerText()).toContain('not relevant');
    const [judged] = await opened.world.db.selectFrom('judgements').selectAll().execute();
    expect(judged).toMatchObject({ story_id: id, relevant: false, because: 'a rumour' });
    const several = await opened.world.db
      .selectFrom('stories')
      .select(['id', 'outlets'])
      .where('merged_into', 'is', null)
      .orderBy(sql`cardinality(outlets)`, 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(several.outlets.length).toBeGreaterThan(1);
    const text = await page.locator(`[data-story="${several.id}"]`).innerText();
    expect(several.outlets.filter((outlet) => text.includes(outlet)).length).toBeGreaterThan(1);
    await context.close();
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a text is explained while it is typed, and an address is not fetched', async () => {
    const { context, page, complaints } = await openPage(opened);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.url());
    });
    await page.goto(`${opened.world.web.url}/topics`);
    const item = newsItem();
    await page.getByLabel(/A text/).fill(`${item.title}\n\n${item.body}`);
    await page.getByText('sure match').first().waitFor({ timeout: 60_000 });
    expect(new URL(page.url()).pathname).toBe('/topics');
    expect(await pageFaults(page)).toEqual([]);
    expect(asked).toHaveLength(1);
    await page.getByLabel(/A text/).fill('https://outlet.example/1');
    await page.getByText('sure match').first().waitFor({ state: 'detached' });
    expect(asked).toHaveLength(1);
    // It changes nothing, so nobody has to read of it in the audit log.
    const audited = await opened.world.db.selectFrom('audit').select('did').execute();
    expect(audited.map(({ did }) => did)).not.toContain('POST /topics/explain');
    await context.close();
    expect(complaints).toEqual([]);
  }, 120_000);

  test('an alert that comes before the page listens appears as well', async () => {
    const { context, page } = await openPage(opened);
    const { promise: told, resolve: listen } = Promise.withResolvers<void>();
    await page.route('**/events**', async (route) => {
      await told;
      await route.continue();
    });
    await page.goto(opened.world.web.url);
    const item = newsItem();
    await opened.world.report(item);
    listen();
    await page.getByText(item.title).first().waitFor({ timeout: 15_000 });
    await context.close();
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
        .request()
        .sizes()
        .then(({ responseBodySize }) => {
          bytes += responseBodySize;
        })
        .catch(() => {});
    });
    await page.goto(opened.world.web.url);
    await page.waitForTimeout(500);
    expect(bytes).toBeGreaterThan(5_000);
    // With style sheet, script and icon, as they are transferred.
    expect(bytes).toBeLessThanOrEqual(60_000);
    await context.close();
  });
});
