import { escape, type Habit, html, pageOf } from '../habit.ts';

export const CHANGES: readonly Habit[] = [
  {
    name: 'Atom that calls all updated at each poll',
    told: /calls every entry updated at each poll/,
    document: (entries, { base, now }) =>
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet</title><id>${base}/</id><updated>${new Date(now).toISOString()}</updated>${entries
        .map(
          ({ title, link, guid, date, text }) =>
            `<entry><title>${escape(title)}</title><id>${guid}</id><link href="${escape(link)}"/><published>${new Date(date).toISOString()}</published><updated>${new Date(now).toISOString()}</updated><summary>${escape(text)}</summary></entry>`,
        )
        .join('')}</feed>`,
  },
  {
    name: 'titles edited a day later',
    told: /are edited after they have appeared/,
    entry: (entry, report, { now }) =>
      now - report.appears > 86_400_000 ? { ...entry, title: `Update: ${entry.title}` } : entry,
  },
  {
    name: 'comments counted in titles',
    told: /count comments or readers in their titles/,
    entry: (entry, _report, { poll }) => ({ ...entry, title: `${entry.title} (${poll} comments)` }),
  },
  {
    name: 'views counted in the text',
    told: /count comments or readers in their texts/,
    entry: (entry, _report, { poll }) => ({ ...entry, text: `${entry.text} ${poll * 31} views` }),
  },
  {
    name: 'no titles',
    told: /entries have no title/,
    entry: (entry) => ({ ...entry, title: '' }),
  },
  {
    name: 'markup packed twice, in CDATA',
    told: /CDATA marks are in the texts/,
    document: (entries, { base }) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet</title><link>${base}/</link>${entries
        .map(
          ({ title, link, guid, date, text }) =>
            `<item><title>&lt;![CDATA[${escape(escape(title))}]]&gt;</title><link>${escape(link)}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate><description>&lt;![CDATA[${escape(escape(text))}]]&gt;</description></item>`,
        )
        .join('')}</channel></rss>`,
  },
  {
    name: 'old articles under new dates',
    told: /far older than the feed says/,
    returns: true,
    entry: (entry, report) =>
      report.kind === 'archive' ? { ...entry, date: new Date(report.appears).toUTCString() } : entry,
  },
  {
    name: 'an archive without dates that comes back',
    told: /entries have no date/,
    returns: true,
    entry: (entry) => ({ ...entry, date: '' }),
  },
  {
    name: 'page without a date',
    told: /bear no date/,
    page: (report) => (report === undefined ? undefined : html(pageOf(report.title, report.text))),
  },
];
