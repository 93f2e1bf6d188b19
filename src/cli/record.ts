import { Command } from 'commander';
import type { Config } from '../config/load-config.ts';
import { count } from '../core/messages/phrases.ts';
import { createRecorder } from '../io/http/recorder.ts';
import { createDocumentReader } from '../pipeline/threads/document-reader.ts';
import { createUrlRecorder, type RecordedUrl } from '../pipeline/feeds/record-feed.ts';
import { openSource } from '../service/open-source.ts';
import { configOf } from './context.ts';
import { requireWebAddress, wholeOption } from './option-values.ts';
import { plain, print, printJson } from './output.ts';
import { type Progress, startProgress } from './progress.ts';

/** `chipwatch record URL… --out DIR`: records what the web answers, for `replay`. */
export function recordCommand(): Command {
  return new Command('record')
    .description('fetch feeds with their articles’ pages and write every answer to a directory for replay')
    .argument('<url...>', 'feeds, or pages')
    .requiredOption('--out <dir>', 'directory, which must not hold a recording yet')
    .option('--pages <n>', 'articles’ pages for each feed', wholeOption(0, 1_000), 20)
    .option('--json', 'print JSON')
    .action(
      async (urls: string[], options: { out: string; pages: number; json?: boolean }, command: Command) => {
        urls.forEach(requireWebAddress);
        const clock = new Date();
        const { answers, recorded } = await recordAll(configOf(command), urls, { ...options, clock });
        if (options.json) printJson({ directory: options.out, clock, answers, recorded });
        else printRecorded(recorded, answers, options.out);
        if (recorded.some((one) => one.status === 'failed')) process.exitCode = 1;
      },
    );
}

async function recordAll(
  config: Config,
  urls: readonly string[],
  { out, pages, clock }: { out: string; pages: number; clock: Date },
): Promise<{ answers: number; recorded: RecordedUrl[] }> {
  // Only after reading a URL is it known whether it is a feed.
  const feeds: string[] = [];
  const live = await openSource(config);
  const reader = createDocumentReader({ threads: 1, topics: config.topics, entities: config.entities });
  let progress: Progress | undefined;
  try {
    const source = await createRecorder(live, { dir: out, clock, feeds });
    const record = createUrlRecorder({
      source,
      reader,
      pages,
      spacing: config.http.perHost.spacing,
      robots: config.http.robots,
      now: clock,
      onPage(url, of) {
        progress ??= startProgress(of, 'pages');
        progress.step(url);
      },
    });
    const recorded: RecordedUrl[] = [];
    for (const url of urls) {
      const result = await record(url);
      progress?.stop();
      progress = undefined;
      recorded.push(result);
      if (result.status === 'feed') feeds.push(result.url);
    }
    return { answers: await source.finish(), recorded };
  } finally {
    progress?.stop();
    await reader.close();
    await live.close();
  }
}

function printRecorded(recorded: readonly RecordedUrl[], answers: number, directory: string): void {
  for (const one of recorded) {
    print(`${plain(one.url)}: ${describe(one)}`);
    if (one.status === 'feed')
      for (const { url, reason } of one.failed) print(`  ${plain(url)}: ${plain(reason)}`);
    if (one.status === 'page')
      for (const url of one.announced) print(`  it announces the feed ${plain(url)}`);
  }
  print(`${count(answers, 'answer')} recorded in ${directory}.`);
  if (recorded.some((one) => one.status === 'feed')) print(`Run it: npx chipwatch replay ${directory}`);
}

function describe(one: RecordedUrl): string {
  switch (one.status) {
    case 'feed': {
      const kept = one.disallowed === 0 ? '' : `, ${one.disallowed} kept from us by robots.txt`;
      const failed = one.failed.length === 0 ? '' : `, ${one.failed.length} failed`;
      return `a feed of ${count(one.entries, 'entry')}; ${count(one.pages, 'page')}${kept}${failed}`;
    }
    case 'page':
      return 'a page, no feed';
    case 'failed':
      return `failed: ${plain(one.reason)}`;
  }
}
