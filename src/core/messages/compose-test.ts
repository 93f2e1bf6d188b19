import { composeMessage } from './compose-message.ts';
import type { ReaderLanguage } from './gist-labels.ts';
import type { AlertMessage } from './message.ts';

const SENTENCE =
  'Das Ministerium verschärft ab Montag die Exportkontrollen für KI-Chips & verlangt „Lizenzen“ für jede <Lieferung>.';

/**
 * The message for testing a channel: invented news, marked as such, with everything that a real update has. Its
 * sentence contains the characters that wrong escaping would reveal.
 */
export function composeTestMessage(facts: {
  readonly idempotencyKey: string;
  readonly now: Date;
  /** `web.publicUrl` */
  readonly publicUrl?: string | undefined;
  /** `web.language` */
  readonly language?: ReaderLanguage | undefined;
}): AlertMessage {
  const { idempotencyKey, now, publicUrl, language } = facts;
  const term = (text: string, concept: string) => {
    const start = SENTENCE.indexOf(text);
    return { start, end: start + text.length, concept };
  };
  return composeMessage({
    idempotencyKey,
    kind: 'test',
    createdAt: now,
    route: 'test',
    language,
    note: 'This is a test of the channel. The story is made up.',
    stories: [
      {
        alertId: 'test',
        storyId: 'test',
        storyUrl: publicUrl,
        title: 'Berlin verschärft Exportkontrollen für KI-Chips',
        link: 'https://example.org/chipwatch-test?a=1&b=2',
        outlet: 'Example Outlet',
        published: now,
        language: 'de',
        topics: [
          {
            id: 'chip_ban',
            label: 'Chip ban',
            level: 'sure',
            confidence: 97,
            together: 'sentence',
            stance: 'in force',
            sentence: SENTENCE,
            terms: [term('Exportkontrollen', 'export-control'), term('KI-Chips', 'chip')],
            rules: ['example-rule'],
          },
        ],
        entities: [],
        named: [{ id: 'country:de', name: 'Germany', kind: 'country' }],
        outletCount: 7,
        languages: ['de', 'en', 'fr'],
        development: 'now in force (was proposed)',
        sample: true,
      },
    ],
  });
}
