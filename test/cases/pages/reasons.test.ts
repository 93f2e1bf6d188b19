import { describe, expect, onTestFinished } from 'vitest';
import type { Refusal } from '../../../src/core/plausibility/refusal.ts';
import { refusalWords } from '../../../src/core/plausibility/refusal.ts';
import { pollBench } from '../../support/poll-step.ts';
import type { ScriptedAnswer } from '../../support/scripted-server.ts';
import { variantTest } from '../support/cases.ts';
import { feedOf, html, readOutlet, redirect } from '../support/page-outlet.ts';

const page = (heading: string, ...texts: string[]): ScriptedAnswer =>
  html(
    `<!doctype html><html><head><title>${heading}</title></head><body><main><h1>${heading}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`,
  );
const ELSE =
  'The choir of the harbour school sang in the market hall on Saturday, and the mayor thanked its conductor with flowers.';

/** For each reason to refuse a page: an entry and a page that is refused for it. */
const REASONS: Readonly<Record<Refusal, readonly [title: string, answer: ScriptedAnswer]>> = {
  consent: ['Tallinn audits permits for laser optics', page('Vos choix', 'Avec votre accord, nos 214 partenaires et nous utilisons des cookies pour mesurer l’audience.', 'Tout accepter. Continuer sans accepter.')],
  login: ['Quito raises duties on copper foil', page('Weiterlesen mit Abo', 'Melden Sie sich an oder schließen Sie ein Abonnement ab, um diesen Artikel zu lesen.')],
  'bot-check': ['Nairobi opens laboratory for wafers', page('Just a moment...', 'Verifying you are human. This may take a few seconds.')],
  javascript: ['Lisbon port delays scanners', html('<!doctype html><html><head><title>App</title></head><body><div id="app"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>')],
  hurdle: ['Accra licenses antenna makers', page('Salle d’attente', 'Vous êtes dans la file d’attente. Temps estimé : 4 minutes.')],
  error: ['Oslo fund leaves drone maker', page('Página no encontrada', 'La página que buscas no existe o ha sido eliminada.')],
  moved: ['Hanoi extends tax relief for assembly', page('We have moved', 'This page has moved. Please update your bookmarks.')],
  home: ['Riga inspectors seize microscopes', redirect('/')],
  shared: ['Cairo signs deal on satellites', page('Spring fair', ELSE.repeat(3))],
  unrelated: ['Bern court lifts ban on gauges', page('Choir sings', ELSE)],
}; // biome-ignore format: a table

describe('each reason for using the feed’s text instead of the page', () => {
  variantTest('is kept with the article, with the sentence that `why` tells', async () => {
    const bench = await pollBench();
    onTestFinished(() => bench[Symbol.asyncDispose]());
    const reasons = Object.entries(REASONS) as [Refusal, (typeof REASONS)[Refusal]][];
    const entries = reasons.map(([reason, [title]], i) => ({ title, path: `/2026/03/${reason}-47${i}` }));
    // A second entry gets the page of a shared one; a short headline alone is no reason to refuse it.
    const twin = { title: 'Gold', path: '/2026/03/shared-990' };
    const lone = { title: 'Silver', path: '/2026/03/shared-991' };
    const { articles, outcomes } = await readOutlet(
      bench,
      feedOf([...entries.filter(({ path }) => !path.includes('shared')), twin, lone]),
      (path) => {
        if (path === '/') return page('Outlet', ELSE);
        const found = reasons.find(([reason]) => path.includes(`/${reason}-`));
        return found?.[1][1];
      },
    );
    const told = articles.map(({ via, via_reason }) => `${via}: ${via_reason}`);
    expect([...new Set(told)].toSorted()).toEqual(
      reasons.map(([reason]) => `feed: ${refusalWords(reason)}`).toSorted(),
    );
    expect([...new Set(outcomes)].toSorted()).toEqual(
      reasons.map(([reason]) => `read from the feed: the page ${refusalWords(reason)}`).toSorted(),
    );
  });
});
