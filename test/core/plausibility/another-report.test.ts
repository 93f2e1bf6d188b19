import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgePage } from '../../../src/core/plausibility/judge-page.ts';

interface Report {
  readonly event: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
}

const reports = ['stories', 'stories-own', 'stories-briefs', 'stories-follow-ups'].flatMap((set) =>
  readFileSync(new URL(`../../../fixtures/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ set, ...(JSON.parse(line) as Report) })),
);

/** The first sentence, as a feed has it. */
function leadOf(text: string): string {
  return /^[\s\S]{40,260}?[.!?。！？؟।](?=\s|$|[^\s.])/.exec(text)?.[0] ?? text.slice(0, 160);
}

function isAccepted(entry: Report, { title, text }: Report): boolean {
  const url = 'https://courier.example/a/1';
  const page = { requested: url, url, title, lead: undefined, text, visible: text };
  return judgePage(page, { title: entry.title, text: leadOf(entry.text) }).refusal === undefined;
}

/** How many pairs of reports in one language are taken for one article, by whether they are about one event. */
function accepted(isSameEvent: boolean): { of: number; accepted: number } {
  const pairs = reports.flatMap((one, i) =>
    reports
      .filter(
        (other, k) =>
          other !== one &&
          other.set === one.set &&
          other.lang === one.lang &&
          (other.event === one.event) === isSameEvent &&
          // All pairs would take half a minute.
          (isSameEvent || (i + k) % 7 === 0),
      )
      .map((other) => isAccepted(one, other)),
  );
  return { of: pairs.length, accepted: pairs.filter(Boolean).length };
}

describe('a page with another report on the same subject', () => {
  test('is mostly refused: reports of other events about chips, customs and bans', () => {
    const other = accepted(false);
    expect(other.of).toBeGreaterThan(3_000);
    expect(other.accepted / other.of).toBeLessThan(0.13);
  });

  test('is accepted where it is about the same event, though in other words', () => {
    const same = accepted(true);
    expect(same.of).toBeGreaterThan(200);
    expect(same.accepted / same.of).toBeGreaterThan(0.92);
  });
});
