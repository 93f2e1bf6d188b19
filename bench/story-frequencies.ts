import { readFileSync } from 'node:fs';
import { readReport } from '../src/core/stories/read-report.ts';
import { loadGazetteer } from '../src/pipeline/models/load-gazetteer.ts';
import { loadTopics } from '../src/pipeline/models/load-topics.ts';

interface Frequencies {
  readonly usual: Readonly<Record<string, number>>;
  readonly frequent: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Features of fewer articles are not listed: two may share one by chance. */
const LEAST = 3;
const root = new URL('../', import.meta.url);

/** Counts for each feature the classifier's labelled articles that match a topic and have it. */
export async function countFrequencies({ usual }: Frequencies): Promise<Frequencies> {
  const topics = await loadTopics(new URL('config/topics', root).pathname);
  const gazetteer = await loadGazetteer(new URL('config/entities.yaml', root).pathname);
  const counts = new Map<string, Map<string, number>>();
  let matched = 0;
  for (const line of readFileSync(new URL('fixtures/labelled.jsonl', root), 'utf8').trim().split('\n')) {
    const { title, body, lang } = JSON.parse(line) as { title: string; body: string; lang: string };
    const report = {
      title,
      text: body,
      language: lang,
      published: new Date(0),
      outlet: '',
      url: 'https://a.example/',
    };
    const { story, matches } = readReport(report, { topics, gazetteer }, true);
    if (matches.length === 0) continue;
    matched += 1;
    const { entities, places, names, actions, ideas = [], models, concepts } = story.features;
    const weighted = { entity: entities, place: places, name: names, action: actions, idea: ideas };
    for (const [kind, found] of Object.entries(weighted))
      count(
        kind,
        found.map(([id]) => id),
      );
    count('model', models);
    count('concept', concepts);
    count(
      'topic',
      story.features.topics.map(({ topic }) => topic),
    );
  }
  const frequent = [...counts].map(([kind, found]) => {
    const listed = [...found]
      .filter(([, number]) => number >= LEAST)
      .map(([id, number]) => [id, Number((number / matched).toPrecision(2))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return [kind, Object.fromEntries(listed)] as const;
  });
  return { usual, frequent: Object.fromEntries(frequent) };

  function count(kind: string, ids: readonly string[]): void {
    const known = counts.get(kind) ?? new Map<string, number>();
    for (const id of new Set(ids)) known.set(id, (known.get(id) ?? 0) + 1);
    counts.set(kind, known);
  }
}
