import { Command } from 'commander';
import { loadTopics } from '../../pipeline/models/load-topics.ts';
import { type LanguageSuggestions, suggestTerms } from '../../pipeline/topics/suggest-terms.ts';
import { count } from '../../core/messages/phrases.ts';
import { configOf, withStore } from '../context.ts';
import { lexiconOption } from '../feeds/language-options.ts';
import { durationOption, wholeOption } from '../option-values.ts';
import { plain, print, printJson } from '../output.ts';
import { requireTopicsAmong } from '../require-topic.ts';
import { withProgress } from './archive-tools.ts';

interface SuggestOptions {
  readonly since?: number;
  readonly topic?: string;
  readonly language?: string;
  readonly least: number;
  readonly limit: number;
  readonly json?: boolean;
}

/** `chipwatch topics suggest`: suggests terms that the lexicons may lack. */
export function topicsSuggestCommand(): Command {
  return new Command('suggest')
    .description('words that occur with near misses more than elsewhere in the archive, by language')
    .option('--since <duration>', 'only articles read in the last 24h, 30d … (default: all)', durationOption)
    .option('--topic <id>', 'only near misses of this topic')
    .option('--language <tag>', 'only this language: en, zh, deu …', lexiconOption)
    .option('--least <n>', 'only words of at least so many near misses', wholeOption(2, 10_000), 3)
    .option('--limit <n>', 'at most so many words for each language', wholeOption(1, 1_000), 20)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nA near miss is an article on which a topic is possible and none is sure. Words that the lexicons have are left out.',
    )
    .action(async (options: SuggestOptions, command: Command) => {
      const config = configOf(command);
      const topics = await loadTopics(config.topics, config.entities);
      const known = topics.topics.map(({ id }) => id);
      requireTopicsAmong(options.topic === undefined ? [] : [options.topic], known);
      const since = options.since === undefined ? undefined : new Date(Date.now() - options.since * 1_000);
      await withStore(config, async ({ db }) => {
        const { topic, language, least, limit: terms } = options;
        const found = await withProgress((progress) =>
          suggestTerms({ db, topics }, { since, topic, language, least, terms }, progress),
        );
        if (options.json) printJson(found);
        else printSuggestions(found);
      });
    });
}

function printSuggestions(found: readonly LanguageSuggestions[]): void {
  if (found.length === 0) print('There are no near misses in the archive.');
  for (const { language, nearMisses, others, terms } of found) {
    print(
      `${language}: ${count(nearMisses, 'near miss')}, ${count(others, 'other article')}${terms.length === 0 ? '; no word stands out' : ''}`,
    );
    for (const { term, strength, near, other, examples } of terms) {
      print(
        `  ${plain(term)}  in ${near} of ${nearMisses} and ${other} of ${others}; strength ${strength.toFixed(1)}`,
      );
      for (const { title } of examples.slice(0, 2)) print(`      ${plain(title)}`);
    }
    print();
  }
}
