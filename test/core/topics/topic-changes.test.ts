import { describe, expect, test } from 'vitest';
import type { Match, Stance } from '../../../src/core/topics/match.ts';
import { topicChanges } from '../../../src/core/topics/topic-changes.ts';

function match(topic: string, confidence: number, rules: readonly string[], stance?: Stance): Match {
  return {
    topic,
    level: confidence < 75 ? 'possible' : 'sure',
    confidence,
    stance,
    rules: rules.map((id) => ({ id, weight: 5 })),
    passages: rules.map((rule) => ({
      rule,
      field: 'text' as const,
      start: 0,
      end: 9,
      text: `By ${rule}.`,
      terms: [],
    })),
    version: 'v',
  };
}

const one = match('bans', 92, ['old', 'kept']);

describe('topicChanges', () => {
  test.each([
    { name: 'the same', before: [one], after: [one], changes: [] },
    {
      name: 'a new topic',
      before: [one],
      after: [one, match('checks', 80, ['seen'])],
      changes: [{ kind: 'gained', topic: 'checks', began: ['seen'], stopped: [], says: 'By seen.' }],
    },
    {
      name: 'a topic that is gone',
      before: [one],
      after: [],
      changes: [{ kind: 'lost', topic: 'bans', began: [], stopped: ['old', 'kept'], says: 'By old.' }],
    },
    {
      name: 'another stance, and another rule',
      before: [one],
      after: [match('bans', 94, ['kept', 'new'], 'eased')],
      changes: [{ kind: 'stance', topic: 'bans', began: ['new'], stopped: ['old'], says: 'By new.' }],
    },
    {
      name: 'another confidence for want of a rule',
      before: [one],
      after: [match('bans', 91, ['kept'])],
      changes: [{ kind: 'confidence', topic: 'bans', began: [], stopped: ['old'], says: 'By old.' }],
    },
  ])('$name', ({ before, after, changes }) => {
    const found = topicChanges(before, after);
    expect(
      found.map(({ kind, topic, began, stopped, passage }) => ({
        kind,
        topic,
        began,
        stopped,
        says: passage?.text,
      })),
    ).toEqual(changes);
  });
});
