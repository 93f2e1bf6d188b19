import { expect, test } from 'vitest';
import { consoleInBrowser, executablePath } from '../support/browser.ts';
import { newsItem } from '../support/console-world.ts';

// The rule lab in a real browser, over a copy of the topics.
const opened = consoleInBrowser({}, { attacks: false, languages: ['eng', 'fra'] });

test.skipIf(executablePath === undefined)(
  'the rule lab: a text explained, a fault at its line, an effect seen, saved and taken back',
  async () => {
    const page = await opened.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const item = newsItem();
    await page.goto(`${opened.world.web.url}/topics`);
    await page.getByLabel(/A text/).fill(`${item.title}\n\n${item.body}`);
    await page.getByRole('button', { name: 'Explain it' }).click();
    expect(await page.locator('main').innerText()).toMatch(/sure match[^]*near miss/);

    await page.goto(`${opened.world.web.url}/topics/chip-ban.yaml`);
    const field = page.locator('textarea[name="source"]');
    const source = await field.inputValue();
    await field.fill(source.replace(/^topic: /m, 'tipic: '));
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.locator('[role="alert"]').waitFor({ timeout: 60_000 });
    expect(await page.locator('[role="alert"]').innerText()).toMatch(/Line \d+/);

    // A guard that hardly any text meets: what the topic had is lost.
    await page.goto(`${opened.world.web.url}/topics/chip-ban.yaml`);
    await field.fill(source.replace(/^ {2}- \[hardware, .*\]$/m, '  - [patent]'));
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.locator('section[role="status"]').waitFor({ timeout: 120_000 });
    expect(await page.locator('section[role="status"]').innerText()).toMatch(
      /0 stories gained, [1-9]\d* stor(?:y|ies) lost/,
    );
    await page.getByLabel('What was changed').fill('nobody meets it');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor({ timeout: 60_000 });
    expect(await page.locator('main').innerText()).toMatch(/Saved\.[^]*nobody meets it/);
    expect(await field.inputValue()).toContain('  - [patent]');
    await page.getByRole('button', { name: /Back to before/ }).click();
    await page.getByText('before going back to version').waitFor({ timeout: 60_000 });
    expect(await field.inputValue()).toBe(source);
    expect(errors).toEqual([]);
  },
  300_000,
);
