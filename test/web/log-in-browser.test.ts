import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, consoleInBrowser, executablePath, openPage, pageFaults } from '../support/browser.ts';

// Log-in, roles and log-out in a real browser.
const opened = consoleInBrowser({ auth: 'accounts' }, { attacks: false, languages: ['eng'] });

const PASSWORD = 'correct horse battery';
const ATTACK = '<img src=x onerror="document.title=\'owned\'"><script>alert(1)</script>';
const PHONE = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } as const;
const text = (page: Page) => page.locator('main').innerText();

async function fill(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel(/^Password/).fill(password);
}

async function faultsOf(page: Page): Promise<string[]> {
  return [...(await pageFaults(page)), ...(await axeFindings(page))];
}

/** Makes an account by a link, on a phone, and returns its page. */
async function join(link: string, name: string, looked = false) {
  const joined = await openPage(opened, PHONE);
  joined.context.setDefaultTimeout(20_000);
  await joined.page.goto(`${opened.world.web.url}${link}`);
  if (looked) expect(await faultsOf(joined.page)).toEqual([]);
  await fill(joined.page, name, PASSWORD);
  await joined.page.getByRole('button', { name: 'Go on' }).click();
  await joined.page.getByRole('heading', { name: 'Stories' }).waitFor();
  return joined;
}

/** What the role lets its user do: buttons of the lab, and the page of an owner. */
async function mayDo(page: Page) {
  await page.goto(`${opened.world.web.url}/topics/chip-ban.yaml`);
  const tries = await page.getByRole('button', { name: 'Try it' }).count();
  const saves = await page.getByRole('button', { name: 'Save', exact: true }).count();
  const people = await page.goto(`${opened.world.web.url}/people`);
  return { tries: tries > 0, saves: saves > 0, people: people?.status() };
}

describe.skipIf(executablePath === undefined)('log-in', () => {
  test('the owner joins by the link of the terminal and invites others, who see what their roles may do', async () => {
    const { page: owner, context } = await join(
      new URL(opened.world.web.ownerLink ?? '').pathname,
      'Olga',
      true,
    );
    expect(await mayDo(owner)).toEqual({ tries: true, saves: true, people: 200 });
    for (const [role, name, may] of [
      ['analyst', 'Ahmed', { tries: true, saves: false, people: 403 }],
      ['reader', 'Rin', { tries: false, saves: false, people: 403 }],
    ] as const) {
      await owner.goto(`${opened.world.web.url}/people`);
      await owner.getByRole('combobox', { name: 'Role', exact: true }).selectOption(role);
      await owner.getByRole('button', { name: 'Make a link' }).click();
      const [link] = /\/invitations\/[\w-]+/.exec(await text(owner)) ?? [];
      const invited = await join(link ?? '', name);
      expect(await mayDo(invited.page)).toEqual(may);
      expect(await text(invited.page)).toContain('Your role may not do this');
      await invited.context.close();
    }
    await context.close();
  }, 180_000);

  test('log-out ends the session, and log-in leads to the page that was asked for', async () => {
    const { page, context, complaints } = await openPage(opened, PHONE);
    const { url } = opened.world.web;
    await page.goto(`${url}/feeds`);
    expect(new URL(page.url()).pathname).toBe('/login');
    expect(await faultsOf(page)).toEqual([]);
    await fill(page, ATTACK, 'not this one');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('do not fit together').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await fill(page, 'olga', PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL(`${url}/feeds`);
    const session = async () => (await context.cookies()).find(({ name }) => name === 'chipwatch_session');
    const cookie = await session();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL(/\/login$/);
    expect(await session()).toBeUndefined();
    // A copy of the old cookie is refused, too.
    await context.addCookies([{ name: 'chipwatch_session', value: cookie?.value ?? '', url }]);
    await page.goto(`${url}/feeds`);
    expect(new URL(page.url()).pathname).toBe('/login');
    await context.close();
    // The browser reports each answer of 401.
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  }, 120_000);

  test('an address that is an attack is not followed, and an expired session leads to the log-in', async () => {
    const { page, context } = await openPage(opened);
    const { url } = opened.world.web;
    await page.goto(
      `${url}/login?to=${encodeURIComponent(`javascript:document.title='owned'//">${ATTACK}`)}`,
    );
    expect(await pageFaults(page)).toEqual([]);
    await fill(page, 'rin', PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL(`${url}/`);
    await opened.world.db
      .updateTable('sessions')
      .set({ expires_at: new Date(0) })
      .execute();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByText('Your session has ended. Nothing was changed.').waitFor();
    for (const path of ['/invitations/expired', '/login/oidc/callback?state=wrong&code=1']) {
      await page.getByRole('link', { name: 'To the log-in' }).click();
      expect(new URL(page.url()).pathname).toBe('/login');
      await page.goto(`${url}${path}`);
    }
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${url}/trends`);
    expect(new URL(page.url()).pathname).toBe('/login');
    await context.close();
  }, 120_000);
});
