import type { Match } from '../topics/match.ts';
import { once } from '../words/once.ts';
import { termInWords } from './concept-words.ts';
import { groundsInWords } from './grounds-in-words.ts';
import type { AlertMessage, StoryMessage, TopicMessage } from './message.ts';

const languageNames = once(() => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));

/** The names of tags so far: a look-up by Intl takes longer than the rest of a message's wording. */
const known = new Map<string, string>();
/** Pages may claim any tag. */
const MOST_KNOWN = 500;

/** The English name of a BCP 47 tag: `Japanese`, `Simplified Chinese`; `unknown language` for `und` and nonsense. */
export function languageName(tag: string): string {
  const name = known.get(tag) ?? lookUp(tag);
  if (known.size < MOST_KNOWN) known.set(tag, name);
  return name;
}

function lookUp(tag: string): string {
  try {
    return (tag === 'und' ? undefined : languageNames().of(tag)) ?? 'unknown language';
  } catch {
    return 'unknown language';
  }
}

/** `1 outlet`, `7 outlets, 3 languages`; with `now` in front when the story has grown since its alert. */
export function reach(
  story: { readonly outletCount: number; readonly languages: readonly string[] },
  grown: boolean,
): string {
  const outlets = count(story.outletCount, 'outlet');
  const text =
    story.languages.length > 1 ? `${outlets}, ${count(story.languages.length, 'language')}` : outlets;
  return grown ? `now ${text}` : text;
}

/** `1 story`, `12 stories`. */
export function count(n: number, noun: string): string {
  if (n === 1) return `1 ${noun}`;
  const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}${noun.endsWith('s') ? 'es' : 's'}`;
  return `${n} ${plural}`;
}

/**
 * Why a topic matched: `export control “出口管制” + chip “芯片” in one sentence; confidence 92 of 100`. Concepts explain the
 * terms to a reader who does not know the language.
 */
export function whyMatched(
  topic: Omit<TopicMessage, 'why'> & { readonly grounds?: Match['grounds'] },
): string {
  const doubt = topic.level === 'possible' ? 'only possible, ' : '';
  const found = groundsInWords(topic.grounds ?? []) || termsFound(topic);
  return [found, `${doubt}confidence ${topic.confidence} of 100`].filter(Boolean).join('; ');
}

/** The terms of a sentence with their meaning: `export control “出口管制” + chip “芯片” in one sentence`. */
export function termsFound(topic: Pick<TopicMessage, 'sentence' | 'terms' | 'together'>): string {
  const terms = new Map<string, string>();
  for (const { start, end, concept } of topic.terms) {
    const text = topic.sentence.slice(start, end).trim();
    if (text === '' || terms.has(text.toLowerCase())) continue;
    terms.set(text.toLowerCase(), termInWords([concept], text));
  }
  const found = [...terms.values()].join(' + ');
  return `${found}${terms.size < 2 ? '' : TOGETHER[topic.together ?? 'unknown']}`;
}

const TOGETHER = { sentence: ' in one sentence', nearby: ' close together', unknown: '' } as const;

/** `Chip ban`, `Chip ban (possible)`: readers must see when a match is uncertain. */
export function topicName({ label, level }: Pick<TopicMessage, 'label' | 'level'>): string {
  return level === 'possible' ? `${label} (possible)` : label;
}

/** The whole message in one line, for a mail's subject or a notification's title. */
export function subject(
  kind: AlertMessage['kind'],
  stories: readonly StoryMessage[],
  title: string | undefined,
): string {
  const sample = stories.length > 0 && stories.every((story) => story.sample) ? '[SAMPLE] ' : '';
  if (kind === 'digest') return `${sample}${title ?? 'Digest'}: ${tally(stories)}`;
  if (kind === 'overflow') return `${sample}${title ?? 'Held back by the hourly cap'}: ${tally(stories)}`;
  const first = stories[0];
  const what = first === undefined ? 'chipwatch' : `${topicInShort(first)}: ${first.title}`;
  if (kind === 'test') return `[TEST] ${sample}${what}`;
  if (kind === 'update' && first !== undefined) {
    return `${sample}Update (${first.development ?? first.reach}): ${what}`;
  }
  return `${sample}${what}`;
}

/** `Chip ban, in force +2`: the strongest topic and the number of others, so that a phone still shows the title. */
function topicInShort(story: StoryMessage): string {
  const [first, ...others] = story.topics;
  if (first === undefined) return 'Story';
  const label = first.stance === undefined ? first.label : `${first.label}, ${first.stance}`;
  return others.length === 0 ? label : `${label} +${others.length}`;
}

/** `12 stories (7 Chip ban, 5 Customs check)`; a story of two topics counts for both. */
function tally(stories: readonly StoryMessage[]): string {
  const labels = new Map<string, number>();
  for (const story of stories) {
    for (const label of new Set(story.topics.map((topic) => topic.label))) {
      labels.set(label, (labels.get(label) ?? 0) + 1);
    }
  }
  const each = [...labels].sort((a, b) => b[1] - a[1]).map(([label, n]) => `${n} ${label}`);
  return `${count(stories.length, 'story')}${each.length === 0 ? '' : ` (${each.join(', ')})`}`;
}
