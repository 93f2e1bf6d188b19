import { LABELLED_ITEM, type LabelledItem } from '../../core/topics/fit/labelled-item.ts';
import { count } from '../../core/messages/phrases.ts';
import { didYouMean } from '../../core/words/nearest-word.ts';
import { explainLines } from '../../core/yaml/explain-issues.ts';
import { explainJsonError } from '../../core/yaml/explain-json-error.ts';
import { CommandFailure } from '../failure.ts';
import { readGivenFile, refuseBinary } from '../given-file.ts';
import { plain } from '../output.ts';

/** An item with its line in the file, counted from 1. */
export interface LabelledLine {
  readonly line: number;
  readonly item: LabelledItem;
}

/** The labelled items of a JSONL file with their lines. @throws CommandFailure naming an invalid line */
export async function readLabelled(file: string): Promise<LabelledLine[]> {
  const bytes = await readGivenFile(file);
  refuseBinary(file, bytes, 'labelled items, one JSON object a line');
  const content = bytes.toString('utf8');
  const items = content.split('\n').flatMap((text, index) => {
    if (text.trim() === '') return [];
    return [{ line: index + 1, item: parseItem(text, `${file}:${index + 1}`) }];
  });
  if (items.length === 0)
    throw new CommandFailure(`${file}: expected labelled items, one JSON object a line, found none`, 2);
  return items;
}

function parseItem(text: string, place: string): LabelledItem {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = LABELLED_ITEM.safeParse(value);
    if (parsed.success) return parsed.data;
    const faults = explainLines(parsed.error.issues, value, LABELLED_ITEM).split('\n');
    throw new CommandFailure(faults.map((fault) => `${place}: ${fault}`).join('\n'), 2);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CommandFailure(`${place}: ${plain(explainJsonError(text, error))}`, 2);
  }
}

/**
 * Says which topics of labelled items do not exist: a misspelt one counts as never found. It is no error, because items
 * may be labelled for more topics than are tried.
 * @param labels `place` is the file, with its line where that is known
 */
export function warnOfUnknownTopics(
  labels: readonly { readonly place: string; readonly topics: readonly string[] }[],
  known: readonly string[],
): void {
  const named = labels.flatMap(({ place, topics }) => topics.map((topic) => ({ place, topic })));
  for (const [topic, items] of Map.groupBy(named, (one) => one.topic)) {
    if (known.includes(topic)) continue;
    const more = items.length > 1 ? ` (${count(items.length, 'item')} so labelled)` : '';
    process.stderr.write(
      `${items[0]!.place}: topics: there is no topic "${plain(topic)}"${more}; known: ${known.join(', ')}${didYouMean(topic, known)}\n`,
    );
  }
}
