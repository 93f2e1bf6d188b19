/**
 * Compares language detection on the labelled set, without hints, with bare franc in the same run: accuracy on
 * bodies, titles and short excerpts, microseconds per text, and how well `confidence` agrees with accuracy.
 */
import { readFileSync } from 'node:fs';
import { franc } from 'franc';
import { detectLanguage } from '../src/core/language/detect-language.ts';

interface Item {
  readonly lang: string;
  readonly title: string;
  readonly body: string;
}
interface Sample {
  readonly want: string;
  readonly text: string;
}
type Detector = (text: string) => { readonly language: string; readonly confidence: number };

const file = process.argv[2] ?? new URL('../fixtures/labelled.jsonl', import.meta.url);
const items = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Item);
const languages = [...new Set(items.map((item) => item.lang))];

/**
 * Excerpts of bodies of this many letters, cut between words where the script separates them; a third as long for
 * East Asian scripts.
 */
function cuttings(letters: number): Sample[] {
  return items.flatMap(({ lang, body }) => {
    const text = body.replace(/\s+/g, ' ');
    const size = ['cmn', 'jpn', 'kor'].includes(lang) ? Math.ceil(letters / 3) : letters;
    const samples: Sample[] = [];
    for (let at = 0; at + size < text.length; at += size * 3) {
      const cut = text.slice(at, at + size);
      samples.push({
        want: lang,
        text: lang === 'cmn' || lang === 'jpn' ? cut : cut.replace(/^\S*\s|\s\S*$/g, ''),
      });
    }
    return samples;
  });
}

const DETECTORS: readonly (readonly [string, Detector])[] = [
  ['chipwatch', (text) => detectLanguage(text)],
  ['franc', (text) => ({ language: franc(text), confidence: 1 })],
  [
    `franc, told the ${languages.length}`,
    (text) => ({ language: franc(text, { only: languages }), confidence: 1 }),
  ],
];
const SETS: readonly (readonly [string, readonly Sample[]])[] = [
  ['bodies', items.map((item) => ({ want: item.lang, text: item.body }))],
  ['titles', items.map((item) => ({ want: item.lang, text: item.title }))],
  ['50 letters', cuttings(50)],
  ['25 letters', cuttings(25)],
];

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1).padStart(6);

console.log(`${items.length} items, ${languages.length} languages, no hints\n`);
console.log('text          detector                right %   und %   µs/text   against franc');
for (const [set, samples] of SETS) {
  let francTime = 0;
  const rows = DETECTORS.map(([name, detect]) => {
    for (const { text } of samples.slice(0, 100)) detect(text);
    const start = performance.now();
    const found = samples.map(({ text }) => detect(text).language);
    const time = ((performance.now() - start) * 1000) / samples.length;
    if (name === 'franc') francTime = time;
    return { name, found, time };
  });
  for (const { name, found, time } of rows) {
    const right = found.filter((language, index) => language === samples[index]!.want).length;
    const und = found.filter((language) => language === 'und').length;
    console.log(
      `${set.padEnd(13)} ${name.padEnd(22)} ${percent(right, found.length)}  ${percent(und, found.length)}  ` +
        `${time.toFixed(0).padStart(7)}  ${(time / francTime).toFixed(2).padStart(8)} ×`,
    );
  }
}

console.log('\nconfidence     texts   right %      (titles and cuttings; und left out)');
const bands = [0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];
const tested = SETS.slice(1)
  .flatMap(([, samples]) => samples)
  .map(({ want, text }) => ({ want, ...detectLanguage(text) }))
  .filter(({ language }) => language !== 'und');
for (const [index, from] of bands.entries()) {
  const to = bands[index + 1] ?? Infinity;
  const band = tested.filter(({ confidence }) => confidence >= from && confidence < to);
  const right = band.filter(({ want, language }) => want === language).length;
  console.log(
    `from ${from.toFixed(2)} ${String(band.length).padStart(10)}   ${band.length ? percent(right, band.length) : '     –'}`,
  );
}
const low = tested.filter(({ confidence }) => confidence < bands[0]!).length;
if (low > 0) console.log(`below ${bands[0]} ${low}`);
