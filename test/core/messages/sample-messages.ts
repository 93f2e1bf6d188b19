import {
  composeMessage,
  type MessageFacts,
  type StoryFacts,
} from '../../../src/core/messages/compose-message.ts';
import type { AlertMessage } from '../../../src/core/messages/message.ts';

const SENTENCE =
  '商務省は金曜日、先端AI半導体の対中輸出規制を強化し、H20の出荷に許可を義務付けると発表した。';

/** The fields of a story that one outlet has reported. */
export const FIRST_REPORT = {
  entities: [],
  outletCount: 1,
  languages: ['en'],
  development: undefined,
  sample: false,
} as const satisfies Partial<StoryFacts>;

/** A story as the database returns it; a test overrides the fields that it is about. */
export function storyFacts(over: Partial<StoryFacts> = {}): StoryFacts {
  const start = SENTENCE.indexOf('輸出規制');
  return {
    alertId: 'alert-1',
    storyId: 'story-1',
    storyUrl: 'https://watch.example.org/stories/story-1',
    title: '米、先端AI半導体の対中輸出規制を強化',
    link: 'https://news.example.jp/2026/11/ban?id=1&lang=ja',
    outlet: 'Denshi Shimbun',
    published: new Date('2026-11-20T22:05:00Z'),
    language: 'ja',
    topics: [
      {
        id: 'chip_ban',
        label: 'Chip ban',
        level: 'sure',
        confidence: 92,
        together: 'sentence',
        stance: 'in force',
        sentence: SENTENCE,
        terms: [
          { start, end: start + 4, concept: 'export-control' },
          { start: SENTENCE.indexOf('H20'), end: SENTENCE.indexOf('H20') + 3, concept: 'chip-model' },
        ],
        rules: ['chip-export-control'],
      },
    ],
    entities: ['US Commerce Department', 'H20'],
    outletCount: 1,
    languages: ['ja'],
    development: undefined,
    sample: false,
    ...over,
  };
}

export function message(over: Partial<MessageFacts> = {}): AlertMessage {
  return composeMessage({
    idempotencyKey: 'dlv_01JD8Z',
    kind: 'alert',
    createdAt: new Date('2026-11-20T22:06:00Z'),
    route: 'compliance',
    stories: [storyFacts()],
    ...over,
  });
}
