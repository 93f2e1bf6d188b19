import { foldName } from './fold-name.ts';
import { ldText } from './json-ld.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { isMasthead, namesInAddress, withoutSite } from './site-name.ts';

/** Trust in each source. The trust of sources that agree adds up. */
const TRUST = {
  heading: 3.2,
  oneOfHeadings: 1.5,
  headline: 2.8,
  openGraph: 2,
  microdata: 2,
  meta: 0.3,
  titleTag: 0.6,
};

/**
 * The headline: the wording that most sources share, without the site's name.
 *
 * Sources: each `<h1>`, JSON-LD `headline`, microdata `headline`, `og:title`, `twitter:title` and the like, and the
 * `<title>` element, which supports a source that it begins or ends with. `lines` are the first short texts of the
 * page, for pages without `<h1>`.
 */
export function readTitle(facts: PageFacts, lines: () => readonly string[]): string {
  const site = foldName(firstMeta(facts, 'og:site_name', 'application-name') ?? '');
  const address = namesInAddress(facts.url);
  const tag = plainMetadata(facts.titleTag);
  const candidates: { text: string; key: string; trust: number }[] = [];
  const add = (text: string | undefined, trust: number, names: readonly string[]): void => {
    if (text === undefined) return;
    const clean = withoutSite(plainMetadata(text), names);
    const key = foldName(clean);
    if (key !== '' && key !== site && clean.length <= 400) candidates.push({ text: clean, key, trust });
  };
  const shared = [ldText(facts.article?.['headline']), firstMeta(facts, 'og:title')];
  const sharedKeys = shared.map((text) => foldName(text ?? ''));
  const [mastheads, headings] = partition(
    facts.headings.filter((heading) => heading !== ''),
    (heading) => !sharedKeys.includes(foldName(heading)) && isMasthead(foldName(heading), address, tag),
  );
  const names = [site, ...address, ...mastheads.map(foldName)];
  for (const heading of headings)
    add(heading, headings.length === 1 ? TRUST.heading : TRUST.oneOfHeadings, [site]);
  add(ldText(facts.article?.['headline']), TRUST.headline, names);
  add(facts.items.get('headline')?.[0], TRUST.microdata, names);
  add(firstMeta(facts, 'og:title'), TRUST.openGraph, names);
  add(
    firstMeta(facts, 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title'),
    TRUST.meta,
    names,
  );
  add(tag, TRUST.titleTag, names);
  const tagKey = foldName(tag);
  if (headings.length === 0)
    add(
      lines().find((line) => isPartOfTitle(foldName(line), tagKey)),
      TRUST.oneOfHeadings,
      [site],
    );
  const ranked = candidates.map(({ text, key }) => {
    let score = 0;
    for (const other of candidates) if (other.key === key) score += other.trust;
    if (key.length > 8 && tagKey !== key && (tagKey.startsWith(key) || tagKey.endsWith(key)))
      score += TRUST.titleTag;
    return { text, key, score };
  });
  ranked.sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (best === undefined) return tag;
  return ranked.find(({ key }) => isWithoutKicker(best.key, key))?.text ?? best.text;
}

/** The headline as the page gives it to search engines, for sharing and to the window. */
export function sharedTitles(facts: PageFacts): string[] {
  const said = [ldText(facts.article?.['headline']), firstMeta(facts, 'og:title', 'twitter:title')];
  return [...said, facts.titleTag].flatMap((title) => (title === undefined ? [] : [plainMetadata(title)]));
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

/** Whether a line of the page is at the beginning or end of the `<title>`: the headline of a page without `<h1>`. */
function isPartOfTitle(line: string, title: string): boolean {
  return (
    line.length >= 10 && line.length >= 0.5 * title.length && (title.startsWith(line) || title.endsWith(line))
  );
}

/** The longest kicker (`Minderheit in Syrien: `), in letters. */
const MAX_KICKER = 45;

/** Whether `part` is `whole` without its kicker; both folded. */
function isWithoutKicker(whole: string, part: string): boolean {
  const cut = whole.length - part.length;
  return part.length >= 15 && cut > 0 && cut <= MAX_KICKER && whole.endsWith(part);
}

/** Folds white space and removes markup and soft hyphens: `og:title` often contains `<i>` and entities. */
export function plainMetadata(text: string): string {
  let plain = text;
  if (/[<&\u00ad\u200b\ufeff]/.test(plain)) {
    plain = plain
      .replace(/<\/?[a-z][^<>]{0,60}>/gi, '')
      .replace(
        /&(amp|quot|#0?39|apos|lt|gt|nbsp|#8217|#8211|#8220|#8221);/g,
        (_, name: string) => ENTITIES[name] ?? ' ',
      )
      .replace(/[\u00ad\u200b\ufeff]/g, '');
  }
  return plain.replace(/[^\S ]\s*| \s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  '#39': "'",
  '#039': "'",
  apos: "'",
  lt: '<',
  gt: '>',
  '#8217': '’',
  '#8211': '–',
  '#8220': '“',
  '#8221': '”',
};
