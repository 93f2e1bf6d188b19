/**
 * The number words of one language. `words` gives their values, `hundred` multiplies the number before it by 100,
 * `between` is what may separate two of them.
 */
interface Numerals {
  readonly words: Readonly<Record<string, number>>;
  readonly hundred?: string;
  readonly between: string;
  /** `zweiunddreißig`: the ones stand before the tens. */
  readonly onesFirst?: true;
}

const list = (first: number, step: number, words: string): Record<string, number> =>
  Object.fromEntries(
    words
      .split(' ')
      .flatMap((forms, index) => forms.split('/').map((form) => [form, first + index * step] as const)),
  );

/** By ISO 639-3. Forms of one number are separated by a slash, a space inside a form is an underscore. */
const NUMERALS: Readonly<Record<string, Numerals>> = {
  eng: {
    words: {
      ...list(
        1,
        1,
        'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
      ),
      ...list(16, 1, 'sixteen seventeen eighteen nineteen'),
      ...list(20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'),
    },
    hundred: 'hundred',
    between: '[- ]| and ',
  },
  fra: {
    words: {
      ...list(
        1,
        1,
        'un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
      ),
      ...list(
        20,
        10,
        'vingt trente quarante cinquante soixante septante huitante/quatre-vingt/quatre-vingts nonante',
      ),
    },
    hundred: 'cents?',
    between: '[- ]| et |-et-',
  },
  deu: {
    words: {
      ...list(
        1,
        1,
        'ein/eins/eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn',
      ),
      ...list(15, 1, 'fünfzehn sechzehn siebzehn achtzehn neunzehn'),
      ...list(20, 10, 'zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig'),
    },
    hundred: 'hundert',
    between: '(?:und)?',
    onesFirst: true,
  },
  nld: {
    words: {
      ...list(
        1,
        1,
        'een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien',
      ),
      ...list(16, 1, 'zestien zeventien achttien negentien'),
      ...list(20, 10, 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'),
    },
    hundred: 'honderd',
    between: '(?:en|ën)?',
    onesFirst: true,
  },
  spa: {
    words: {
      ...list(
        1,
        1,
        'un/uno/una/ún dos/dós tres/trés cuatro cinco seis/séis siete ocho nueve diez/dieci once doce',
      ),
      ...list(13, 1, 'trece catorce quince'),
      ...list(20, 10, 'veinte/veinti treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento'),
      ...list(
        200,
        100,
        'doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas',
      ),
      ...list(
        600,
        100,
        'seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas',
      ),
    },
    between: '(?: y | )?',
  },
  por: {
    words: {
      ...list(
        1,
        1,
        'um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze',
      ),
      ...list(16, 1, 'dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove'),
      ...list(20, 10, 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem/cento'),
      ...list(
        200,
        100,
        'duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas',
      ),
      ...list(
        600,
        100,
        'seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas',
      ),
    },
    between: ' e ',
  },
  ita: {
    words: {
      ...list(1, 1, 'un/uno/una due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici'),
      ...list(14, 1, 'quattordici quindici sedici diciassette diciotto diciannove'),
      ...list(
        20,
        10,
        'venti/vent trenta/trent quaranta/quarant cinquanta/cinquant sessanta/sessant settanta/settant',
      ),
      ...list(80, 10, 'ottanta/ottant novanta/novant'),
    },
    hundred: 'cento',
    between: '',
  },
  pol: {
    words: {
      ...list(
        1,
        1,
        'jeden dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście',
      ),
      ...list(13, 1, 'trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście'),
      ...list(
        20,
        10,
        'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt',
      ),
      ...list(90, 10, 'dziewięćdziesiąt sto'),
      ...list(200, 100, 'dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset'),
    },
    between: ' ',
  },
  rus: {
    words: {
      ...list(
        1,
        1,
        'один/одна/одного два/две/двух три/трех/трёх четыре/четырех пять/пяти шесть/шести семь/семи восемь/восьми',
      ),
      ...list(9, 1, 'девять/девяти десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать'),
      ...list(16, 1, 'шестнадцать семнадцать восемнадцать девятнадцать'),
      ...list(
        20,
        10,
        'двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти',
      ),
      ...list(70, 10, 'семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста сто/ста'),
      ...list(200, 100, 'двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'),
    },
    between: ' ',
  },
  tur: {
    words: {
      ...list(1, 1, 'bir iki üç dört beş altı yedi sekiz dokuz'),
      ...list(10, 10, 'on yirmi otuz kırk elli altmış yetmiş seksen doksan'),
    },
    hundred: 'yüz',
    between: ' ?',
  },
};

/**
 * The most words in a number below a thousand, as in `neuf cent quatre-vingt-dix-neuf`. The limit keeps the search
 * linear, because some words are made of others (`dreizehn`, `quatre-vingt`).
 */
const MOST_WORDS = 6;

const longestFirst = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');

const READERS = new Map(
  Object.entries(NUMERALS).map(([language, { words, hundred, between, onesFirst }]) => {
    const word = longestFirst([...Object.keys(words), ...(hundred === undefined ? [] : [hundred])]);
    return [
      language,
      {
        // In `per cent` and `por ciento` the word for hundred is no number.
        whole: new RegExp(
          `(?<![\\p{L}\\p{N}])(?<!(?:per|pour|por)[ -])(?:${word})(?:(?:${between})(?:${word})){0,${MOST_WORDS - 1}}(?![\\p{L}])`,
          'gu',
        ),
        word: new RegExp(word, 'gu'),
        words,
        onesFirst: onesFirst === true,
      },
    ] as const;
  }),
);

/** Digits instead of the numbers that a text writes out: `eighty percent`, `ochenta por ciento`, `八成`, `四十八万`. */
export function withDigits(folded: string, language: string): string {
  const reader = READERS.get(language);
  const written =
    reader === undefined
      ? folded
      : folded.replace(reader.whole, (found) => {
          const value = valueOf(found.match(reader.word) ?? [], reader.words, reader.onesFirst);
          return value === undefined ? found : String(value);
        });
  return HAN_LANGUAGES.has(language) ? withHanDigits(written) : written;
}

/** The value of a number's words; undefined where they do not make one number: `ten twenty`. */
function valueOf(
  parts: readonly string[],
  words: Readonly<Record<string, number>>,
  onesFirst: boolean,
): number | undefined {
  let total = 0;
  let room = Infinity;
  for (const part of parts) {
    const worth = words[part];
    if (worth === undefined) {
      total = Math.max(1, total) * 100;
      room = 100;
      continue;
    }
    const after = onesFirst && room === 10 && worth >= 20 && worth < 100;
    if (worth >= room && !after) return undefined;
    total += worth;
    room = after ? 1 : roomAfter(worth, onesFirst);
  }
  return total;
}

/** The value that the next word must be below: after `twenty` only 1 to 9 may follow. */
function roomAfter(worth: number, onesFirst: boolean): number {
  if (worth >= 100) return 100;
  // In `soixante-dix-huit` and `quatre-vingt-dix` a word up to 19 follows 60 or 80.
  if (worth >= 60 && worth % 20 === 0) return 20;
  return worth >= 10 || onesFirst ? 10 : 1;
}

const HAN_LANGUAGES: ReadonlySet<string> = new Set(['cmn', 'jpn', 'kor']);
const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_WORTH: Readonly<Record<string, number>> = { 零: 0, 两: 2, 兩: 2, 十: 10, 百: 100, 千: 1000 };
/** Han numerals before a scale, a counter or tenths. Elsewhere they may be part of a word: `三星`, `成功`. */
const HAN_NUMBER =
  /(?<![\p{N}第])(?!百分之)[〇零一二两兩三四五六七八九十百千]{1,9}(?=(?:余|多|餘)?(?:万|萬|亿|億|兆|名|人|家|块|塊|颗|顆|张|張|台|臺|箱|辆|輛|个|個|件|片|枚|社|か所|カ所|成|割|分之|分の))|(?<=分[之の])[〇零一二两兩三四五六七八九十百]{1,5}/gu;
/** 八成, 8割, 8할: tenths. */
const TENTHS =
  /(?<![\d.])(\d)(?:成(?!立|功|都|为|為|本|员|員|果|交|长|長|就|分|品|熟|型|绩|績)(半)?|割(?!当|り)|할(?=[이가을를은는의로에도\s,.]|$))/gu;
const SHARE = /(?<!\d)(\d{1,2})(?:分之|分の|분의 ?)(\d{1,2})(?!\d)/gu;

function withHanDigits(folded: string): string {
  return folded
    .replace(HAN_NUMBER, (digits) => String(hanValue(digits)))
    .replace(TENTHS, (_, tenths: string, half?: string) => `${Number(tenths) * 10 + (half ? 5 : 0)}%`)
    .replace(SHARE, (whole, of: string, parts: string) =>
      Number(parts) < Number(of) ? `${Math.round((Number(parts) / Number(of)) * 100)}%` : whole,
    );
}

/** 四十八, 一百二十, 二〇二六. */
function hanValue(numeral: string): number {
  let total = 0;
  let digits = 0;
  for (const character of numeral) {
    const worth = HAN_WORTH[character] ?? HAN_DIGITS.indexOf(character);
    if (worth < 10) digits = digits * 10 + worth;
    else {
      total += Math.max(1, digits) * worth;
      digits = 0;
    }
  }
  return total + digits;
}
