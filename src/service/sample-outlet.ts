import { ConfigError } from '../config/config-error.ts';
import type { Config } from '../config/load-config.ts';
import { shownPath } from '../config/shown-path.ts';
import type { PageSource } from '../io/http/page-source.ts';
import type { Recording } from '../io/http/recorded-source.ts';
import { RecordingError } from '../io/http/recording-format.ts';
import { readRecording } from './read-recording.ts';

/** Opens the recorded outlet that the configuration names. @throws ConfigError that names the setting */
export async function openSample(
  directory: string,
  { file, lineOf }: Pick<Config, 'file' | 'lineOf'>,
): Promise<Recording> {
  try {
    return await readRecording(directory);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    const place = { file: shownPath(file), line: lineOf?.(['sample']), field: 'sample' };
    const problems = error.message.split('\n').map((message) => ({ ...place, message }));
    throw new ConfigError(problems, { cause: error });
  }
}

/** A source in which the sample's hosts answer from the recording, and all others live. */
export function withSample(live: PageSource, sample: Recording): PageSource {
  const hosts = new Set(sample.feeds.map((url) => new URL(url).host));
  return {
    get(request) {
      const host = URL.canParse(request.url) ? new URL(request.url).host : '';
      return hosts.has(host) ? sample.get(request) : live.get(request);
    },
  };
}
