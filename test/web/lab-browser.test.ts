import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { consoleInBrowser, executablePath } from '../support/browser.ts';
import { newsItem } from '../support/console-world.ts';

// Reading, judging and changing rules in a real browser without scripts, with a copy of the topics.
const opened = consoleInBrowser({}, { attacks: false, languages: ['eng', 'fra'] });

const text = (page: Page) => page.locator('main').innerText();

/** Filters and reads stories, judges two of them, and returns the last. */
async function readAndJudge(page: Page): Promise<string> {
  await page.goto(opened.world.web.url);
  await page.getByText('Filter and sort').click();
  await page
    .getByLabel('Topic')
    .selectOption({ label: await page.locator('select[name="topic"] option').nth(1).innerText() });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  expect(await page.locator('[data-open]').count()).toBeGreaterThan(0);
  for (const judged of [0, 1]) {
    await page.goto(opened.world.web.url);
    await page.locator('[data-open]').nth(judged).click();
    await page.getByRole('button', { name: '✓ Read' }).click();
    await page.getByText('Is it relevant?').click();
    if (judged === 1) await page.getByLabel('Because').fill('a rumour');
    await page.getByRole('button', { name: judged === 0 ? 'Relevant' : 'Not relevant', exact: true }).click();
    expect(await text(page)).toContain(judged === 0 ? 'relevant' : 'because a rumour');
  }
  return page.url();
}

/**
 * Changes a rule. An error is shown at its line, the effect is shown before saving, and the roll-back restores the
 * old version.
 */
async function changeRule(page: Page): Promise<void> {
  const item = newsItem();
  await page.goto(`${opened.world.web.url}/topics`);
  await page.getByLabel(/A text/).fill(`${item.title}\n\n${item.body}`);
  await page.getByRole('button', { name: 'Explain it' }).click();
  expect(await text(page)).toMatch(/sure match[^]*near miss/);

  await page.goto(`${opened.world.web.url}/topics/chip-ban.yaml`);
  const field = page.locator('textarea[name="source"]');
  const source = await field.inputValue();
  await field.fill(source.replace(/^topic: /m, 'tipic: '));
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.locator('[role="alert"]').waitFor({ timeout: 60_000 });
  expect(await page.locator('[role="alert"]').innerText()).toMatch(/Line \d+/);

  // Few texts meet this guard, so the topic loses the matches that it had.
  await page.goto(`${opened.world.web.url}/topics/chip-ban.yaml`);
  await field.fill(source.replace(/^ {2}- \[hardware, .*\]$/m, '  - [patent]'));
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.locator('section[role="status"]').waitFor({ timeout: 120_000 });
  const effect = await page.locator('section[role="status"]').innerText();
  expect(effect).toMatch(/0 stories gained, [1-9]\d* stor(?:y|ies) lost/);
  expect(effect).toMatch(/On the labelled texts[^]*chip_ban[^]*On what people judged[^]*chip_ban/);
  await page.getByLabel('What was changed').fill('nobody meets it');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor({ timeout: 60_000 });
  expect(await text(page)).toMatch(/Saved\.[^]*nobody meets it/);
  expect(await field.inputValue()).toContain('  - [patent]');
  await page.getByRole('button', { name: /Back to before/ }).click();
  await page.getByText('before going back to version').waitFor({ timeout: 60_000 });
  expect(await field.inputValue()).toBe(source);
}

test.skipIf(executablePath === undefined)(
  'filtering, reading, judging, why, a silence, a rule changed and rolled back',
  async () => {
    const page = await opened.browser.newPage({ javaScriptEnabled: false });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const story = await readAndJudge(page);
    await page.getByRole('link', { name: /every decision/ }).click();
    expect(await text(page)).toMatch(/route all/);
    await page.goto(story);
    await page.getByText('Silence it').click();
    await page.getByRole('button', { name: 'Make the silence' }).click();
    expect(await text(page)).toContain('seen, no more of it');
    await changeRule(page);
    expect(errors).toEqual([]);
  },
  300_000,
);
