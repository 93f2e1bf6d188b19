import { reportsOfEvent } from '../support/story-outlets.ts';
import { everydayNews } from './everyday-news.ts';

/** Something that an outlet puts into its feed. */
export interface Report {
  readonly id: string;
  readonly kind: 'news' | 'archive' | 'other';
  readonly title: string;
  readonly text: string;
  /** When the outlet published it, and when it added it to the feed; epoch milliseconds. */
  readonly published: number;
  readonly appears: number;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Events in several languages, different enough to be separate stories. */
const NEWS = ['e09', 'e12', 'e46', 'e47', 'e40', 'e48', 'e50', 'e34'];
const ARCHIVE = ['e11', 'e42', 'e39'];

/**
 * What an outlet publishes in so many days: news worth an alert, other news, and an archive of last year's news. The
 * archive is in the feed from the start, unless it `returns` later with new dates.
 */
export function reportsOf(begin: number, days: number, returns: boolean): Report[] {
  const count = Math.min(NEWS.length, Math.max(3, Math.floor(days * 1.5)));
  const step = (days * DAY - 12 * HOUR) / count;
  const news = NEWS.slice(0, count).map((event, i) => {
    const at = begin + 4 * HOUR + i * step;
    return { ...wordsOf(event), id: event, kind: 'news' as const, published: at - HOUR / 4, appears: at };
  });
  const archive = ARCHIVE.map((event, i) => ({
    ...wordsOf(event),
    id: event,
    kind: 'archive' as const,
    published: begin - (300 + i) * DAY,
    appears: returns ? begin + 7 * HOUR + i * step : 0,
  }));
  const other = Array.from({ length: days * 2 + 6 }, (_, i) => {
    const { subject, event } = everydayNews(i);
    const at = begin + (i - 5) * 12 * HOUR - HOUR;
    return {
      id: `other-${i}`,
      kind: 'other' as const,
      title: `The ${subject} of quarter ${i + 1} ${event}`,
      text: `The ${subject} in quarter ${i + 1} ${event}, its neighbours were told at the weekly meeting. Nobody in the hall had a question, and coffee was served until the band of the fire brigade began to play.`,
      published: at,
      appears: at,
    };
  });
  return [...news, ...archive, ...other];
}

function wordsOf(event: string): { readonly title: string; readonly text: string } {
  const [report] = reportsOfEvent(event);
  if (report === undefined) throw new Error(`no reports of ${event}`);
  return { title: report.title, text: report.text };
}
