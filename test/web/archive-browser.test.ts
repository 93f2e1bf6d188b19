import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, consoleInBrowser, executablePath, openPage, pageFaults } from '../support/browser.ts';

// What comes of work on the archive, in a real browser, where stored articles and an imported one contain attacks.
const opened = consoleInBrowser();

const ATTACK = '<img src=x onerror="document.title=\'owned\'"> <script>alert(1)</script> \u202Egnp';

/** Goes to the archive, does one piece of work, and waits for what comes of it. */
async function work(page: Page, button: string, before?: () => Promise<void>): Promise<string> {
  await page.goto(`${opened.world.web.url}/archive`);
  await before?.();
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('link', { name: 'To the archive' }).waitFor();
  await page.getByText('Under way').waitFor({ state: 'detached', timeout: 120_000 });
  return page.locator('main').innerText();
}

const KINDS = [
  { name: 'desktop, dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'phone, light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
] as const;

describe.skipIf(executablePath === undefined)('work on the archive', () => {
  test.each(KINDS)(
    '$name: words, reapplied topics and an import; nothing overflows, runs or fails the accessibility checks',
    async ({ name, ...options }) => {
      const { context, page, complaints } = await openPage(opened, options);
      const faults: string[] = [];
      const look = async (what: string) => {
        const found = [...(await pageFaults(page)), ...(await axeFindings(page))];
        faults.push(...found.map((fault) => `${what}: ${fault}`));
      };
      expect(await work(page, 'Look for words')).toMatch(/near miss/);
      await look('words');
      expect(await work(page, 'What would change?')).toMatch(/articles? /);
      await look('what would change');
      const line = JSON.stringify({
        url: `https://attack.example/${encodeURIComponent(name)}`,
        title: `Customs seize smuggled Nvidia chips ${ATTACK}`,
        text: `Customs officers seized smuggled Nvidia H100 chips at the port. ${ATTACK}`,
        outlet: 'attack.example',
        published: '2025-11-20T10:00:00Z',
      });
      const imported = await work(page, 'Import', () =>
        page.locator('#lines').fill(`${line}\nno JSON ${ATTACK}`),
      );
      expect(imported).toMatch(/1 article/);
      await look('import');
      await context.close();
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    },
    180_000,
  );
});
