import type { PageSource } from '../io/http/page-source.ts';
import { openRecording, type Recording } from '../io/http/recorded-source.ts';

/** Opens the recorded outlet that ships with chipwatch. @throws RecordingError */
export async function openSample(directory: string): Promise<Recording> {
  return openRecording(directory);
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
