import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { ALL_LANGUAGES, type ConsoleWorld, consoleWorld, newsItem } from '../support/console-world.ts';
import type { Somebody } from '../support/web-console.ts';

// Writes the pictures of the README and the docs: `npm run screenshots`.
const directory = process.env['CHIPWATCH_SCREENSHOTS'];

const DESKTOP = { viewport: { width: 1180, height: 820 }, colorScheme: 'light' } as const;
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'light' } as const;
const DARK = { colorScheme: 'dark' } as const;
/** A page, and what is done on it before the picture is taken. */
interface Scene {
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
}

const SCENES: Readonly<Record<string, Scene>> = {
  stories: { path: '/' },
  story: { path: '/stories/1' },
  'story-cjk': { path: '/stories/12' },
  'search-rtl': { path: '/search?language=ar' },
  alerts: { path: '/alerts' },
  search: { path: '/search?q=customs' },
  trends: { path: '/trends' },
  topics: {
    path: '/topics',
    act: async (page) => {
      await page.getByLabel(/A text/).fill(`${newsItem().title}\n\n${newsItem().body}`);
      await page.getByRole('button', { name: 'Explain it' }).click();
      await page.getByText('near miss').first().waitFor();
    },
  },
  lab: { path: '/topics/chip-ban.yaml' },
  'lab-tried': {
    path: '/topics/chip-ban.yaml',
    act: async (page) => {
      const field = page.locator('textarea[name="source"]');
      await field.fill((await field.inputValue()).replace(/^ {2}- \[hardware, .*\]$/m, '  - [chip-maker]'));
      await page.getByRole('button', { name: 'Try it' }).click();
      await page.locator('section[role="status"]').waitFor({ timeout: 120_000 });
      await page.locator('section[role="status"]').evaluate('(one) => one.scrollIntoView()');
    },
  },
  feeds: { path: '/feeds' },
  routes: {
    path: '/routes',
    act: async (page) => {
      await page.getByRole('button', { name: 'What would it have sent?' }).click();
      await page
        .getByText(/would have sent/)
        .first()
        .waitFor();
    },
  },
  silences: { path: '/silences' },
  channels: { path: '/channels' },
  deliveries: { path: '/deliveries' },
  items: { path: '/items' },
  archive: { path: '/archive' },
  'archive-changes': {
    path: '/archive',
    act: async (page) => {
      await page.getByRole('button', { name: 'What would change?' }).click();
      await page.getByText('Under way').waitFor({ state: 'detached' });
    },
  },
  system: { path: '/system' },
  people: { path: '/people' },
  audit: { path: '/audit' },
  account: { path: '/account' },
  why: { path: '/why?address=1' },
  api: { path: '/api' },
  help: { path: '/help' },
  // The dashboard fetches what it shows.
  queues: { path: '/queues/', act: (page) => page.getByText('deliveries').first().waitFor() },
};
/** Each page on a desktop and on a phone, in light or dark; some in both. */
const SHOTS = [
  ...Object.entries(SCENES).flatMap(([name, scene]) => [
    { name, scene, ...DESKTOP },
    { name: `${name}-phone`, scene, ...PHONE, ...DARK },
  ]),
  ...['stories', 'story', 'lab', 'trends', 'queues'].map((name) => ({
    name: `${name}-dark`,
    scene: SCENES[name] as Scene,
    ...DESKTOP,
    ...DARK,
  })),
  ...['stories', 'search', 'queues'].map((name) => ({
    name: `${name}-phone-light`,
    scene: SCENES[name] as Scene,
    ...PHONE,
  })),
];

/** Fonts for Asian scripts, which not every machine has. The console itself loads no font. */
const FONTS = [
  { name: 'noto-sans-sc', family: 'Noto Sans SC Variable' },
  { name: 'noto-sans-kr', family: 'Noto Sans KR Variable' },
  { name: 'noto-sans-devanagari', family: 'Noto Sans Devanagari Variable' },
];
const FONT_FILES = path.resolve('node_modules/@fontsource-variable');

async function fontFaces(): Promise<string> {
  const styles = await Promise.all(
    FONTS.map(async ({ name }) =>
      (await readFile(path.join(FONT_FILES, name, 'index.css'), 'utf8')).replaceAll(
        './files/',
        `/fonts/${name}/files/`,
      ),
    ),
  );
  return styles.join('\n');
}

/** Chromium keeps the layout of words that it drew before their font was loaded, until their style changes. */
async function layFonts(page: Page, faces: string): Promise<void> {
  const families = FONTS.map(({ family }) => `'${family}'`).join(', ');
  await page.addStyleTag({
    content: `${faces}\nbody, td, th, :lang(zh), :lang(ja), :lang(ko), :lang(hi) { font-family: system-ui, ${families}, sans-serif; }`,
  });
  await page.waitForTimeout(300);
  await page.evaluate('document.fonts.ready');
  await page.addStyleTag({ content: '* { letter-spacing: 0.01px; }' });
  await page.waitForTimeout(100);
}

/** Three users, some of whom have made changes. */
async function people(world: ConsoleWorld): Promise<Somebody> {
  const owner = await world.somebody('owner', 'Olga Brandt');
  await world.somebody('analyst', 'Ahmed Kaya');
  await world.somebody('reader', 'Rin Sato');
  const act = (path: string, fields: Record<string, string>) =>
    fetch(`${world.web.url}${path}`, {
      method: 'POST',
      headers: { cookie: owner.cookie },
      body: new URLSearchParams({ csrf: owner.csrf, ...fields }),
    });
  await act('/stories/3/marks', { starred: 'yes' });
  await act('/silences', { of: 'story:4', for: '3d', reason: 'seen, no more of it' });
  await act('/feeds/3', { action: 'pause' });
  await act('/people', { role: 'analyst' });
  return owner;
}

test.skipIf(directory === undefined)(
  'pictures of the pages',
  async () => {
    await mkdir(directory as string, { recursive: true });
    await using world = await consoleWorld(
      { auth: 'accounts' },
      { attacks: false, languages: ALL_LANGUAGES, hours: 9 },
    );
    const { cookie } = await people(world);
    const [cookieName = '', value = ''] = cookie.split('=');
    const faces = await fontFaces();
    const browser = await openBrowser();
    for (const { name, scene, ...options } of SHOTS) {
      const context = await browser.newContext({
        ...options,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        // Only so that the fonts can be injected into the page.
        bypassCSP: true,
      });
      await context.addCookies([{ name: cookieName, value, url: world.web.url }]);
      await context.route('**/fonts/**', (route) =>
        route.fulfill({
          path: path.join(FONT_FILES, new URL(route.request().url()).pathname.slice('/fonts/'.length)),
        }),
      );
      // The first search reads all lexicons.
      context.setDefaultTimeout(120_000);
      const shown = await context.newPage();
      await shown.goto(`${world.web.url}${scene.path}`);
      await scene.act?.(shown);
      await layFonts(shown, faces);
      const picture = await shown.screenshot({ path: path.join(directory as string, `${name}.png`) });
      expect(picture.length, name).toBeGreaterThan(10_000);
      await context.close();
    }
    await browser.close();
  },
  600_000,
);
