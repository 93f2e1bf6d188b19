import { foldLetters } from '../fold-text.ts';
import type { PageFacts } from '../metadata/page-facts.ts';
import type { Metadata } from '../metadata/read-metadata.ts';
import type { PageTree } from '../page/page-tree.ts';
import { parsePage } from '../page/parse-page.ts';
import { noscriptContent } from '../page/noscript-content.ts';
import { weigh } from '../weigh-text.ts';
import { isConsentNotice } from './consent-notice.ts';
import { type BodyReading, readBody, readWholeBody } from './read-body.ts';
import { bodyFromJsonLd } from './json-ld-body.ts';
import { bodyFromData, type PageData } from '../data/data-body.ts';
import { scriptValues } from '../data/script-values.ts';

/** A text shorter than this, in letters, sends the page on to the next stage of the cascade. */
const THIN = 250;
/** If our text has less than this share of the JSON-LD body, we read the wrong part of the page. */
const MIN_COVERAGE = 0.15;
/** Sentences of the JSON-LD body that are searched for. */
const MAX_SAMPLES = 100;

/** A body, with the metadata that came with it when it was read from the page's data. */
export interface ReadingWithData extends BodyReading {
  readonly data?: PageData | undefined;
}

/** Reads the body of a page. Tries the later stages where the first found little, or the wrong part of the page. */
export function readWithFallbacks(
  tree: PageTree,
  facts: PageFacts,
  metadata: Metadata,
  html: string,
): ReadingWithData {
  const strict = readBody(tree, metadata, { trustsNames: true });
  const declared = bodyFromJsonLd(facts);
  const isWrong = (text: string): boolean =>
    declared !== undefined && coverage(declared, text) < MIN_COVERAGE;
  if (weigh(strict.text) >= THIN && !isWrong(strict.text)) return strict;
  const loose = readBody(tree, metadata, { trustsNames: false });
  const best = weigh(loose.text) > 2 * weigh(strict.text) ? { ...loose, via: 'dom-unnamed' } : strict;
  if (declared !== undefined && (weigh(declared) > weigh(best.text) || isWrong(best.text))) {
    const text = withoutNotices(declared, metadata.title);
    if (text !== undefined) return { ...best, text, via: 'json-ld', blocks: [] };
  }
  if (weigh(best.text) >= THIN) return best;
  const richest = heaviest([
    best,
    ...[...facts.templates, ...noscriptContent(html)]
      .filter((template) => !PLACEHOLDER.test(template))
      .map((template) => readTemplate(template, metadata)),
    ...readPageData(html, metadata, best),
  ]);
  if (weigh(richest.text) >= THIN) return richest;
  const whole = readWholeBody(tree, metadata.title);
  return whole !== undefined && weigh(whole.text) > 2 * weigh(richest.text) ? whole : richest;
}

/**
 * The longest body in what the page does not show: its JSON-LD and the data of its scripts. For pages whose visible text is
 * shorter than the feed's; undefined where there is none.
 */
export function readUnshown(
  tree: PageTree,
  facts: PageFacts,
  metadata: Metadata,
  html: string,
): ReadingWithData | undefined {
  const none = { text: '', via: 'dom', tree, body: tree.root, blocks: [] };
  const declared = withoutNotices(bodyFromJsonLd(facts), metadata.title);
  const found = heaviest([
    declared === undefined ? undefined : { ...none, text: declared, via: 'json-ld' },
    ...readPageData(html, metadata, none),
    none,
  ]);
  return found.text === '' ? undefined : found;
}

/** A template with placeholders is a form, not the article. */
const PLACEHOLDER = /\{\{|<%|\$\{/;

/** The text in a `<template>` or script that the page's program would insert. */
function readTemplate(template: string, metadata: Metadata): ReadingWithData {
  return { ...readBody(parsePage(template).tree, metadata, { trustsNames: true }), via: 'template' };
}

/** The text in the data of a page that is rendered in the browser. */
function readPageData(html: string, metadata: Metadata, best: BodyReading): ReadingWithData[] {
  const { values, html: elements } = scriptValues(html);
  const found: ReadingWithData[] = [];
  const data = bodyFromData(values, metadata.title);
  const text = withoutNotices(data?.text, metadata.title);
  if (data !== undefined && text !== undefined)
    found.push({ ...best, text, via: 'page-data', data, blocks: [] });
  if (elements !== '') {
    const { tree } = parsePage(elements);
    found.push({ ...readBody(tree, metadata, { trustsNames: true }), via: 'page-data' });
  }
  return found;
}

function withoutNotices(text: string | undefined, title: string): string | undefined {
  if (text === undefined) return undefined;
  const kept = text.split('\n\n').filter((paragraph) => !isConsentNotice(paragraph, title));
  return kept.length === 0 ? undefined : kept.join('\n\n');
}

/** The reading with the most text; of equal ones the first. */
function heaviest(readings: readonly (ReadingWithData | undefined)[]): ReadingWithData {
  const found = readings.filter((reading) => reading !== undefined);
  return found.reduce((best, reading) => (weigh(reading.text) > weigh(best.text) ? reading : best));
}

/** The share of the sentences of `declared` that are in `text`, compared by their beginnings. */
function coverage(declared: string, text: string): number {
  const all = declared.split(/[.!?。！？\n]+/).filter((sentence) => sentence.length >= 12);
  if (all.length === 0) return 1;
  // Samples are spread over the whole text, because each is searched for in all of `text`.
  const every = Math.ceil(all.length / MAX_SAMPLES);
  const sentences = all.filter((_, i) => i % every === 0);
  // Most pages write both in the same way; the others differ in quotes, spaces and entities.
  const verbatim = sentences.filter((sentence) => text.includes(sentence.slice(0, 50).trim())).length;
  if (verbatim >= sentences.length / 2) return verbatim / sentences.length;
  const hay = foldLetters(text);
  const samples = sentences.map(foldLetters).filter((sample) => sample.length >= 12);
  if (samples.length === 0) return 1;
  return samples.filter((sample) => hay.includes(sample.slice(0, 40))).length / samples.length;
}
