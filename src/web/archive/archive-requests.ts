import { z } from 'zod';
import { didYouMean } from '../../core/words/nearest-word.ts';
import { lexiconKey } from '../../service/lexicon-key.ts';
import type { Service } from '../../service/open-service.ts';
import { readLabelledLines } from './labelled-texts.ts';
import { startFitting, startSuggesting } from './archive-work.ts';
import { WORK_DAYS } from './work-outcome.ts';
import type { Answer } from '../route.ts';
import { topicFiles } from './topic-files.ts';

/** The largest import in bytes, some thousand articles; `chipwatch import` takes more. */
export const IMPORT_BYTES = 4 * 2 ** 20;

const named = z
  .string()
  .trim()
  .max(64)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** Which articles to look for words in. */
export const suggesting = z.object({
  days: z.enum(WORK_DAYS).default('30').describe('Days of the archive'),
  topic: named.describe('Only near misses of this topic'),
  language: named.describe('Only this language: en, zh, deu …'),
});

/** Which topic to fit. */
export const fitting = z.object({
  topic: z.string().trim().min(1).max(64).describe('Its id'),
  labelled: z
    .string()
    .optional()
    .describe(
      'Labelled items beside those of the project: JSON Lines with `title`, `body`, `topics`, `lang`',
    ),
});

export const taskParams = z.object({
  id: z.string().regex(/^[0-9a-z]{24,32}$/, 'expected the id of a task'),
});

/** Begins to look for words, or refuses a topic or language that does not exist. `started` answers with the id. */
export async function suggestFor(
  service: Service,
  { days, topic, language }: z.output<typeof suggesting>,
  { who, started }: Beginner,
): Promise<Answer> {
  const refused = topic === undefined ? undefined : await unknownTopic(service, topic);
  if (refused !== undefined) return refused;
  const lexicon = language === undefined ? undefined : lexiconKey(language);
  if (lexicon !== undefined && 'fault' in lexicon)
    return { kind: 'problem', status: 422, title: 'There is no such language', detail: lexicon.fault };
  const scope = { days, topic, language: lexicon?.key };
  return taskAnswer(await startSuggesting(service, scope, who), started);
}

/** Begins to fit a topic, or refuses one that does not exist, and labelled items that cannot be read. */
export async function fitFor(
  service: Service,
  { topic, labelled = '' }: z.output<typeof fitting>,
  { who, started }: Beginner,
): Promise<Answer> {
  const own = readLabelledLines(labelled);
  if ('refused' in own)
    return {
      kind: 'problem',
      status: 422,
      title: 'These labelled items cannot be used',
      detail: own.refused,
    };
  const refused = await unknownTopic(service, topic);
  return refused ?? taskAnswer(await startFitting(service, { topic, own }, who), started);
}

/** Who begins work, and the answer with its id. */
interface Beginner {
  readonly who: string;
  readonly started: (id: string) => Answer;
}

/** The answer to a request for work: 409 where other work is under way. */
export function taskAnswer(id: string | undefined, started: (id: string) => Answer): Answer {
  if (id !== undefined) return started(id);
  return {
    kind: 'problem',
    status: 409,
    title: 'Other work on the archive is under way',
    detail: 'Wait for it to end: each piece reads the archive or takes a processor.',
  };
}

export const NO_TASK: Answer = {
  kind: 'problem',
  status: 404,
  title: 'There is no such task',
  detail: 'The latest two hundred are kept. Begin it again.',
};

async function unknownTopic(service: Service, topic: string): Promise<Answer | undefined> {
  const known = (await topicFiles(service)).flatMap((file) => file.topic ?? []);
  if (known.includes(topic)) return undefined;
  return {
    kind: 'problem',
    status: 422,
    title: 'That does not fit',
    detail: `topic: there is no topic "${topic}"; known: ${known.join(', ')}${didYouMean(topic, known)}`,
  };
}
