import type { StoryArticle } from './story.ts';

const MOST = 4;
/** Characters before and after a country's name that are searched for its role. */
const AROUND = 26;

/** Words right before the name of a destination. */
const TOWARDS =
  /(?:(?<!\p{L})(?:bound for|destined for|headed (?:for|to)|on (?:its|their) way to|en route to|(?:ship|send|export|smuggle|divert|sell|deliver|re-?export|transship|route|supply|forward)(?:s|ped|ed|led|ted|ing)?(?: \p{L}+){0,3} (?:in)?to|sent to|sold to|(?:shipments?|exports?|sales|deliveries|smuggling|supplies) to|à destination d(?:e la|e l[’']|e|u|es)|destinée?s? (?:à la|à l[’']|à|au|aux)|vers (?:la|le|l[’']|les)?|nach|richtung|(?:con )?destino an?|rumbo an?|hacia|destinad[oa]s? an?|verso (?:la|il|l[’'])?|dirett[oiae] (?:in|a|alla)|destinat[oiae] (?:in|a|alla|al)|com destino (?:à|ao|a)|destinad[oa]s? (?:à|ao|a)|rumo (?:à|ao|a))|发往|發往|运往|運往|输往|輸往|销往|銷往|出口到|走私到|转运到|转往|轉往|轉運至|运至|運至|流入|流向|送往|对|對)\s*$/iu;
/** Words right after it. */
const TARGET =
  /^\s?(?:向け|行き|への(?:輸出|密輸|出荷)|に(?:輸出|密輸|送|運|出荷|流)|へ(?:輸出|密輸|送|運|出荷|流)|으로|로\s|행\s|행으로|향\s|에\s(?:수출|밀수|밀반출|넘기|보내))/u;
/** In Russian the ending distinguishes a destination from a place: в Россию, but в России. */
const RUSSIAN_INTO = /(?<!\p{L})(?:в|для|на экспорт в)\s$/iu;
const RUSSIAN_GOAL = /(?:ию|ай|ан|ну|ран|аиланд|рею)$/iu;

/** The countries that goods go to or are meant for, by the words around their names. */
export function destinationsIn({ title, lead, text, entities }: StoryArticle): string[] {
  const fields = { title, lead: lead ?? '', text };
  const found = new Set<string>();
  for (const { id, kind, places = [] } of entities) {
    if (kind !== 'country') continue;
    for (const { field, start, end } of places) {
      const whole = fields[field];
      const before = whole.slice(Math.max(0, start - 2 * AROUND), start);
      const after = whole.slice(end, end + AROUND);
      const russian = RUSSIAN_INTO.test(before) && RUSSIAN_GOAL.test(whole.slice(start, end));
      if (!russian && !TOWARDS.test(before) && !TARGET.test(after)) continue;
      found.add(id);
      break;
    }
  }
  return [...found].slice(0, MOST);
}

/** The largest distance between a court and its place, in characters. */
const BESIDE_COURT = 24;

interface Stretch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The courts, judges and juries of a text, and its places and countries, with offsets into the same text. */
export interface LegalText {
  readonly legal: readonly Stretch[];
  readonly places: readonly Stretch[];
  readonly countries: readonly Stretch[];
}

/**
 * Where the courts that a report names are. Courts are named after their town, or after their country where the
 * report names no town.
 */
export function courtsIn(texts: readonly LegalText[]): string[] {
  const beside = (kind: 'places' | 'countries') =>
    texts.flatMap((text) =>
      text[kind].filter(({ start, end }) =>
        text.legal.some((legal) => start - legal.end <= BESIDE_COURT && legal.start - end <= BESIDE_COURT),
      ),
    );
  const towns = beside('places');
  return [...new Set((towns.length > 0 ? towns : beside('countries')).map(({ id }) => id))].slice(0, MOST);
}
