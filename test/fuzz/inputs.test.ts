import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { compileTemplate, TEMPLATE_VARIABLES, TemplateError } from '../../src/core/messages/template.ts';
import { canonicalUrl } from '../../src/core/urls/canonical-url.ts';
import { cleanUrl } from '../../src/core/urls/clean-url.ts';
import { targetWithin } from '../../src/core/urls/target-within.ts';

/** Inputs that broke something once, or were written to. None is ever removed; what fuzzing finds is added. */
function corpus(name: string): string[] {
  return JSON.parse(readFileSync(`fixtures/fuzz/${name}.json`, 'utf8')) as string[];
}

/** Texts of the corpus, cut, joined, and with special characters inserted. */
function near(known: readonly string[], special: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(...special),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  return fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
}

const RUNS = { numRuns: 400 };
const directory = mkdtempSync(path.join(os.tmpdir(), 'chipwatch-fuzz-'));
afterAll(() => rmSync(directory, { recursive: true }));

const urls = corpus('urls');
function checkUrl(url: string): void {
  const clean = cleanUrl(url);
  // A cleaned URL is a key, so cleaning it again must not change it.
  expect(cleanUrl(clean)).toBe(clean);
  const target = targetWithin(url);
  if (target !== undefined) expect(new URL(target).protocol).toMatch(/^https?:$/);
  if (URL.canParse(url) && /^https?:/i.test(url))
    expect(new URL(canonicalUrl(url, target ?? url)).protocol).toMatch(/^https?:$/);
}
test.each(urls)('the address %j', checkUrl);
test('addresses like these', () => {
  fc.assert(fc.property(near(urls, ['?', '&', '#', '%', '//', '@', ':', '..', '=']), checkUrl), RUNS);
});

const templates = corpus('templates');
const values = Object.fromEntries(Object.keys(TEMPLATE_VARIABLES).map((name) => [name, `<${name}>`]));
function checkTemplate(source: string): void {
  try {
    const rendered = compileTemplate(source).render(values as never, (value) => value.toUpperCase());
    // All text of the feed has passed the channel's escape function.
    for (const value of Object.values(values))
      expect(source.includes(value) || !rendered.includes(value)).toBe(true);
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateError);
  }
}
test.each(templates)('the template %j', checkTemplate);
test('templates like these', () => {
  const special = ['{{', '}}', '{{#', '{{/', 'title', 'link', ' '];
  fc.assert(fc.property(near(templates, special), checkTemplate), RUNS);
});

const configurations = corpus('configurations');
const file = path.join(directory, 'chipwatch.yaml');
function checkConfiguration(source: string): void {
  writeFileSync(file, source);
  try {
    loadConfig({}, file);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).not.toBe('');
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
}
test.each(configurations)('the configuration %j', checkConfiguration);
test('configurations like these', () => {
  const special = ['\n', ': ', '- ', '{', '}', '&a', '*a', '!!', 'channels', 'routes', '|', '  '];
  fc.assert(fc.property(near(configurations, special), checkConfiguration), RUNS);
});
