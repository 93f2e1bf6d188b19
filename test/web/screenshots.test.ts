import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { consoleWorld } from '../support/console-world.ts';

// Writes the pictures of README and docs: `npm run screenshots`.
const directory = process.env['CHIPWATCH_SCREENSHOTS'];

const DESKTOP = { viewport: { width: 1180, height: 820 }, colorScheme: 'light' } as const;
const SHOTS = [
  { name: 'stories', path: '/', ...DESKTOP },
  { name: 'story', path: '/stories/1', ...DESKTOP },
  { name: 'search', path: '/search?q=customs', ...DESKTOP },
  { name: 'trends', path: '/trends', ...DESKTOP },
  { name: 'feeds', path: '/feeds', ...DESKTOP },
  { name: 'lab', path: '/topics/chip-ban.yaml', ...DESKTOP },
  { name: 'deliveries', path: '/deliveries', ...DESKTOP },
  { name: 'silences', path: '/silences', ...DESKTOP },
  { name: 'routes', path: '/routes', ...DESKTOP },
  { name: 'system', path: '/system', ...DESKTOP },
  { name: 'api', path: '/api', ...DESKTOP },
  { name: 'why', path: '/why?address=1', ...DESKTOP },
  { name: 'stories-dark', path: '/', viewport: DESKTOP.viewport, colorScheme: 'dark' as const },
  { name: 'stories-phone', path: '/', viewport: { width: 390, height: 844 }, colorScheme: 'light' as const },
  {
    name: 'story-phone',
    path: '/stories/4',
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark' as const,
  },
  {
    name: 'feeds-phone',
    path: '/feeds',
    viewport: { width: 390, height: 844 },
    colorScheme: 'light' as const,
  },
];

/** Not every machine that makes pictures has the letters of the others. */
const LANGUAGES = ['eng', 'fra', 'deu', 'spa'];

test.skipIf(directory === undefined)(
  'pictures of the pages',
  async () => {
    await mkdir(directory as string, { recursive: true });
    await using world = await consoleWorld({}, { attacks: false, languages: LANGUAGES });
    const browser = await openBrowser();
    for (const { name, path: page, ...options } of SHOTS) {
      const context = await browser.newContext({ ...options, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
      const shown = await context.newPage();
      await shown.goto(`${world.web.url}${page}`);
      const picture = await shown.screenshot({ path: path.join(directory as string, `${name}.png`) });
      expect(picture.length, name).toBeGreaterThan(10_000);
      await context.close();
    }
    await browser.close();
  },
  300_000,
);
