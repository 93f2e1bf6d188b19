import type { StoryArticle, StoryEntity } from './story.ts';

const MOST = 4;
/** Characters of a text in which its authority is named first. */
const OPENING = 250;
/** Characters before and after a country's name that are searched for its role. */
const AROUND = 26;

/** Words right before the name of a destination. */
const TOWARDS =
  /(?:(?<!\p{L})(?:bound for|destined for|headed (?:for|to)|on (?:its|their) way to|en route to|(?:ship|send|export|smuggle|divert|sell|deliver|re-?export|transship|route|supply|forward)(?:s|ped|ed|led|ted|ing)?(?: \p{L}+){0,3} (?:in)?to|sent to|sold to|(?:shipments?|exports?|sales|deliveries|smuggling|supplies) to|à destination d(?:e la|e l[’']|e|u|es)|destinée?s? (?:à la|à l[’']|à|au|aux)|vers (?:la|le|l[’']|les)?|nach|richtung|(?:con )?destino an?|rumbo an?|hacia|destinad[oa]s? an?|verso (?:la|il|l[’'])?|dirett[oiae] (?:in|a|alla)|destinat[oiae] (?:in|a|alla|al)|com destino (?:à|ao|a)|destinad[oa]s? (?:à|ao|a)|rumo (?:à|ao|a)|do|w drodze do|trafi(?:ć|ły|ło) do|bestemd voor|op weg naar|naar|doel:|eksport(?:u|owane)? do|ke|menuju|dihantar ke|dikirim ke|sang|đi|xuất sang)|发往|發往|运往|運往|输往|輸往|销往|銷往|出口到|走私到|转运到|转往|轉往|轉運至|运至|運至|流入|流向|送往|对|對)\s*$/iu;
/** Words right after it. */
const TARGET =
  /^\s?(?:向け|行き|への(?:輸出|密輸|出荷)|に(?:輸出|密輸|送|運|出荷|流)|へ(?:輸出|密輸|送|運|出荷|流)|(?:으로|로|행|행으로|향)(?!\p{L})|행(?:으로|이었|이라|인|발)|에\s(?:수출|밀수|밀반출|넘기|보내))/u;
/** In Russian the ending distinguishes a destination from a place: в Россию, but в России. */
const RUSSIAN_INTO = /(?<!\p{L})(?:в|для|на экспорт в)\s$/iu;
const RUSSIAN_GOAL = /(?:ию|ай|ан|ну|ран|аиланд|рею)$/iu;

/** What stands between two countries that are named together: `China and Macau`, `中国・マカオ`. */
const TOGETHER =
  /^(?:\s?[,、·・／/]\s?|\s?(?:and|or|und|oder|et|ou|y|o|e|и|或|及|和|与|與|や|と|와|과)\s?)(?:to |nach |vers |à |au |aux |la |le |l[’']|los |el )*$/iu;

/** The countries that goods go to or are meant for, by the words around their names. */
export function destinationsIn({ title, lead, text, entities }: StoryArticle): string[] {
  const fields = { title, lead: lead ?? '', text };
  const countries = entities
    .filter(({ kind }) => kind === 'country')
    .flatMap(({ id, places = [] }) => places.map((place) => ({ id, ...place })))
    .sort((a, b) => a.start - b.start);
  const found = new Set<string>();
  for (const field of ['title', 'lead', 'text'] as const) {
    const whole = fields[field];
    for (const group of namedTogether(
      countries.filter((country) => country.field === field),
      whole,
    )) {
      const { start, end } = { start: group[0]!.start, end: group.at(-1)!.end };
      const before = whole.slice(Math.max(0, start - 2 * AROUND), start);
      const russian = RUSSIAN_INTO.test(before) && RUSSIAN_GOAL.test(whole.slice(start, group[0]!.end));
      if (russian || TOWARDS.test(before) || TARGET.test(whole.slice(end, end + AROUND)))
        for (const { id } of group) found.add(id);
    }
  }
  return [...found].slice(0, MOST);
}

/** Countries in the order of the text, those of one enumeration in one group. */
function namedTogether<Named extends { readonly start: number; readonly end: number }>(
  countries: readonly Named[],
  text: string,
): Named[][] {
  const groups: Named[][] = [];
  for (const country of countries) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && country.start >= last.end && TOGETHER.test(text.slice(last.end, country.start)))
      groups.at(-1)!.push(country);
    else groups.push([country]);
  }
  return groups;
}

/**
 * The state that acts, by its code: the one whose authority the title names first, else the text's first sentences, else the
 * first country of the title. Undefined where none is named there.
 */
export function actingState({ title, lead, entities }: StoryArticle): string | undefined {
  const opening = lead !== undefined && lead !== '' ? ('lead' as const) : ('text' as const);
  const first = (field: 'title' | 'lead' | 'text', kind: StoryEntity['kind'], within: number) =>
    entities
      .filter((entity) => entity.kind === kind)
      .flatMap(({ id, places = [] }) =>
        places
          .filter((place) => place.field === field && place.start < within)
          .map(({ start }) => ({ id, start })),
      )
      .sort((a, b) => a.start - b.start)[0]?.id;
  const authority = first('title', 'agency', title.length) ?? first(opening, 'agency', OPENING);
  const country = first('title', 'country', title.length);
  return authority?.split('-')[0] ?? country?.slice('country:'.length);
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
