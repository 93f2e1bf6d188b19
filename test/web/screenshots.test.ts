import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { ALL_LANGUAGES, consoleWorld } from '../support/console-world.ts';

// Writes the pictures of README and docs: `npm run screenshots`.
const directory = process.env['CHIPWATCH_SCREENSHOTS'];

const DESKTOP = { viewport: { width: 1180, height: 820 }, colorScheme: 'light' } as const;
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'light' } as const;
const DARK = { colorScheme: 'dark' } as const;
const PAGES: Readonly<Record<string, string>> = {
  stories: '/',
  story: '/stories/1',
  'story-rtl': '/stories/12',
  alerts: '/alerts',
  search: '/search?q=customs',
  trends: '/trends',
  topics: '/topics',
  lab: '/topics/chip-ban.yaml',
  feeds: '/feeds',
  routes: '/routes',
  silences: '/silences',
  deliveries: '/deliveries',
  system: '/system',
  people: '/people',
  audit: '/audit',
  account: '/account',
  why: '/why?address=1',
  api: '/api',
  help: '/help',
  queues: '/queues/queue/articles',
};
/** Each page on a desktop and on a phone, one in light and one in dark, and some the other way round. */
const SHOTS = [
  ...Object.entries(PAGES).flatMap(([name, path]) => [
    { name, path, ...DESKTOP },
    { name: `${name}-phone`, path, ...PHONE, ...DARK },
  ]),
  ...['stories', 'story', 'lab', 'trends'].map((name) => ({
    name: `${name}-dark`,
    path: PAGES[name] as string,
    ...DESKTOP,
    ...DARK,
  })),
  ...['stories', 'search'].map((name) => ({
    name: `${name}-phone-light`,
    path: PAGES[name] as string,
    ...PHONE,
  })),
];

/** Letters of Asia, which not every machine has. The console itself loads no font. */
const FONTS = [
  { name: 'noto-sans-sc', family: 'Noto Sans SC Variable' },
  { name: 'noto-sans-kr', family: 'Noto Sans KR Variable' },
  { name: 'noto-sans-devanagari', family: 'Noto Sans Devanagari Variable' },
];
const FONT_FILES = path.resolve('node_modules/@fontsource-variable');

async function fontStyles(): Promise<string> {
  const styles = await Promise.all(
    FONTS.map(async ({ name }) =>
      (await readFile(path.join(FONT_FILES, name, 'index.css'), 'utf8')).replaceAll(
        './files/',
        `/fonts/${name}/files/`,
      ),
    ),
  );
  const families = FONTS.map(({ family }) => `'${family}'`).join(', ');
  return `${styles.join('\n')}\nbody, td, th, :lang(zh), :lang(ja), :lang(ko), :lang(hi) { font-family: system-ui, ${families}, sans-serif; }`;
}

test.skipIf(directory === undefined)(
  'pictures of the pages',
  async () => {
    await mkdir(directory as string, { recursive: true });
    await using world = await consoleWorld({}, { attacks: false, languages: ALL_LANGUAGES, hours: 9 });
    const styles = await fontStyles();
    const browser = await openBrowser();
    for (const { name, path: page, ...options } of SHOTS) {
      const context = await browser.newContext({
        ...options,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        // Only so that the fonts can be laid over the page.
        bypassCSP: true,
      });
      await context.route('**/fonts/**', (route) =>
        route.fulfill({
          path: path.join(FONT_FILES, new URL(route.request().url()).pathname.slice('/fonts/'.length)),
        }),
      );
      const shown = await context.newPage();
      await shown.goto(`${world.web.url}${page}`);
      // The dashboard of the queues fetches what it shows.
      if (page.startsWith('/queues')) await shown.getByText('Waiting').first().waitFor();
      await shown.addStyleTag({ content: styles });
      await shown.waitForTimeout(300);
      await shown.evaluate('document.fonts.ready');
      const picture = await shown.screenshot({ path: path.join(directory as string, `${name}.png`) });
      expect(picture.length, name).toBeGreaterThan(10_000);
      await context.close();
    }
    await browser.close();
  },
  300_000,
);
