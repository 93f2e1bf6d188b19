import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, executablePath, openBrowser } from '../support/browser.ts';
import { sampleConfig, type ServiceProcess, startService } from '../support/service-process.ts';

// The pages in a real browser, served by the real service.
let browser: Browser;
let service: ServiceProcess;
let config: Awaited<ReturnType<typeof sampleConfig>>;
let url: string;

beforeAll(async () => {
  if (executablePath === undefined) return;
  config = await sampleConfig();
  service = startService('main', { CHIPWATCH_CONFIG: config.file });
  url = /"web":"([^"]+)"/.exec(await service.seen('stderr', /"event":"service\.started".*/))![1]!;
  await service.seen('stderr', /alert\.delivered[^]*alert\.delivered/);
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop('SIGTERM');
  await config?.[Symbol.asyncDispose]();
});

test.skipIf(executablePath === undefined)(
  'a reader goes from the alerts to a story, and nothing is loaded from elsewhere',
  async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    expect(await page.locator('article').count()).toBe(2);
    expect(await page.locator('article blockquote mark').first().isVisible()).toBe(true);
    // A phone shows it without scrolling sideways.
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('article a[href^="/stories/"]').first().click();
    expect(await page.locator('h1').innerText()).toMatch(/NVIDIA/);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'Feeds' }).click();
    expect(await page.locator('tbody').innerText()).toContain('sample-outlet.example');
    expect(requests.filter((request) => !request.startsWith(url))).toEqual([]);
    expect(complaints).toEqual([]);
  },
);
