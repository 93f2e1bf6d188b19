import type { StoryFacts } from '../../../src/core/messages/compose-message.ts';
import { snippet } from '../../../src/core/search/snippet.ts';
import type { ListedReport, ListedStory } from '../../../src/io/store/stories/story-list.ts';
import { html } from '../../../src/web/html.ts';
import { marked } from '../../../src/web/views/marked.ts';
import { reportText, reportTitle } from '../../../src/web/views/report-text.ts';
import { storyRow } from '../../../src/web/views/story-row.ts';

const AT = new Date('2026-11-20T22:06:00Z');
const VISITOR = { id: 'local', name: '', role: 'owner', via: 'loopback', csrf: 'x' } as const;

/** The markup that each view of the console makes of a story whose stored text is hostile, by the view's name. */
export function consoleViews(facts: StoryFacts): Readonly<Record<string, string>> {
  const matches = facts.topics.map((topic) => ({
    topic: topic.id,
    label: topic.label,
    level: topic.level,
    confidence: topic.confidence,
    stance: topic.stance ?? null,
    rules: topic.rules.map((id) => ({ id, weight: 1 })),
    passages: [
      {
        rule: 'r',
        field: 'text' as const,
        text: topic.sentence,
        start: 0,
        end: topic.sentence.length,
        terms: topic.terms.map((term) => ({ ...term, text: topic.sentence.slice(term.start, term.end) })),
      },
    ],
    grounds: topic.grounds ?? [],
  }));
  const report: ListedReport = {
    id: '1',
    story_id: '1',
    title: facts.title,
    url: facts.link ?? '',
    outlet: facts.outlet,
    language_tag: facts.language,
    reported_at: AT,
    entities: [],
    matches,
  };
  const story: ListedStory = {
    id: '1',
    title: facts.title,
    link: facts.link ?? '',
    sample: facts.sample,
    outlets: [facts.outlet],
    languages: [facts.language],
    article_count: 1,
    state: { topics: [], possible: [], stances: [] } as unknown as ListedStory['state'],
    first_report_at: AT,
    last_report_at: AT,
    alerted_at: AT,
    read_at: null,
    starred_at: null,
    score: null,
    key: '',
  };
  const full = {
    ...report,
    lead: facts.title,
    text: facts.topics[0]?.sentence ?? '',
    authors: [],
    via: 'dom',
    matches: matches.map((match) => ({ ...match, version: '', matched_at: AT })),
  } as unknown as Parameters<typeof reportText>[0];
  return {
    'list of stories': storyRow({
      story,
      reports: [report],
      visitor: VISITOR,
      languages: [],
      labels: new Map(),
      judged: [],
    }).markup,
    'list of stories, without a report': storyRow({
      story,
      reports: [],
      visitor: VISITOR,
      languages: [],
      labels: new Map(),
      judged: [],
    }).markup,
    'story, headline': reportTitle(full).markup,
    'story, text': reportText(full).markup,
    search: html`${snippet(facts.title, ['chip'], 600).map(marked)}`.markup,
  };
}
