import { escape, goTo, type Habit, html, pageOf } from '../habit.ts';

const CONSENT = pageOf(
  'We value your privacy',
  'We and our 214 partners store and access information on your device, such as cookies, to show personalised ads and to measure audiences. You can withdraw your consent at any time.\n\nAccept all\n\nReject all\n\nManage preferences',
);
const LOGIN = pageOf(
  'Anmelden',
  'Dieser Artikel ist nur für Abonnenten. Bitte melden Sie sich an, um weiterzulesen.\n\nPasswort vergessen?\n\nNoch kein Konto? Jetzt registrieren.',
);
const CHECK = `<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><p>Verify you are human by completing the action below. This may take a few seconds.</p><noscript>Enable JavaScript and cookies to continue</noscript></body></html>`;
const SCRIPT = `<!doctype html><html><head><title>Outlet</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`;
const SHELL = `<!doctype html><html><head><title>Outlet</title></head><body><header>Outlet</header><main><p>Loading …</p></main></body></html>`;
const ERROR = pageOf(
  'Page not found',
  'Sorry, the page you are looking for could not be found. Go back to the home page, or try again later.',
);
const OFFER = pageOf(
  'A word before you read on',
  'Our spring wardrobe has arrived, with linen trousers and straw hats in every colour of the season. Visitors of this week receive a tote bag while stocks last, and shipping is free above forty euros.',
);

const notTaken = (reason: string) => new RegExp(`not taken for their entries.*${reason}`);

export const WALLS: readonly Habit[] = [
  {
    name: 'consent page in the article’s place',
    told: notTaken('consent'),
    page: () => html(CONSENT),
  },
  {
    name: 'consent page behind a redirect',
    told: notTaken('consent'),
    page: (_report, { base }, { path }) =>
      path.startsWith('/consent') ? html(CONSENT) : goTo(`${base}/consent?back=${encodeURIComponent(path)}`),
  },
  {
    name: 'bot check under 200',
    told: notTaken('person'),
    page: () => html(CHECK),
  },
  {
    name: 'nothing without JavaScript',
    told: notTaken('JavaScript'),
    page: () => html(SCRIPT),
  },
  {
    name: 'login for subscribers',
    told: notTaken('login'),
    page: () => html(LOGIN),
  },
  {
    name: 'error page under 200',
    told: notTaken('error page'),
    page: () => html(ERROR),
  },
  {
    name: 'redirect to the home page',
    told: notTaken('home page'),
    page: (_report, { base }, { path }) =>
      path === '/'
        ? html(
            `<html><head><title>Outlet</title></head><body><main>${['Weather', 'Sports', 'Culture', 'Letters'].map((title) => `<h2><a href="/${title}">${title}</a></h2><p>What there is to say of it today, in a sentence of some length for all who come by.</p>`).join('')}</main></body></html>`,
          )
        : goTo(`${base}/`),
  },
  {
    name: 'one empty shell for all articles',
    told: notTaken('(?:other entries|JavaScript|none of)'),
    page: () => html(SHELL),
  },
  {
    name: 'advertisement in the article’s place',
    told: notTaken('(?:none of the entry’s words|other entries)'),
    page: () => html(OFFER),
  },
  {
    name: 'page that refreshes to the article',
    told: /only lead on to the article/,
    page: (report, { base }, { path }) => {
      if (report === undefined) return undefined;
      return path.startsWith('/real/')
        ? html(pageOf(report.title, report.text, report.published))
        : html(
            `<html><head><meta http-equiv="refresh" content="0; url=${base}/real/${report.id}"><title>Redirecting</title></head><body>You are being redirected.</body></html>`,
          );
    },
  },
  {
    name: 'links through an aggregator',
    told: /lead through an aggregator/,
    entry: (entry) => ({
      ...entry,
      link: `https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=${encodeURIComponent(entry.link)}&c=${entry.guid.length}`,
    }),
  },
  {
    name: 'canonical link to another article for all',
    told: /another article’s address/,
    page: (report, { base }) =>
      report === undefined
        ? undefined
        : html(
            pageOf(report.title, report.text, report.published).replace(
              '</head>',
              `<link rel="canonical" href="${escape(base)}/a/e09"></head>`,
            ),
          ),
  },
];
