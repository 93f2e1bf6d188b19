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
const SHOTS = [
  { name: 'stories', path: '/', ...DESKTOP },
  { name: 'stories-dark', path: '/', ...DESKTOP, ...DARK },
  { name: 'stories-phone', path: '/', ...PHONE },
  { name: 'story', path: '/stories/1', ...DESKTOP },
  { name: 'story-phone', path: '/stories/4', ...PHONE, ...DARK },
  { name: 'search', path: '/search?q=customs', ...DESKTOP },
  { name: 'search-phone', path: '/search?q=customs', ...PHONE, ...DARK },
  { name: 'trends', path: '/trends', ...DESKTOP },
  { name: 'trends-phone', path: '/trends', ...PHONE, ...DARK },
  { name: 'topics', path: '/topics', ...DESKTOP },
  { name: 'lab', path: '/topics/chip-ban.yaml', ...DESKTOP, ...DARK },
  { name: 'feeds', path: '/feeds', ...DESKTOP },
  { name: 'feeds-phone', path: '/feeds', ...PHONE },
  { name: 'alerts', path: '/alerts', ...DESKTOP },
  { name: 'deliveries', path: '/deliveries', ...DESKTOP },
  { name: 'deliveries-phone', path: '/deliveries', ...PHONE, ...DARK },
  { name: 'silences', path: '/silences', ...DESKTOP },
  { name: 'routes', path: '/routes', ...DESKTOP },
  { name: 'system', path: '/system', ...DESKTOP },
  { name: 'why', path: '/why?address=1', ...DESKTOP },
  { name: 'api', path: '/api', ...DESKTOP },
  { name: 'help', path: '/help', ...PHONE, ...DARK },
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
  return `${styles.join('\n')}\nbody, :lang(zh), :lang(ja), :lang(ko), :lang(hi) { font-family: system-ui, ${families}, sans-serif; }`;
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
