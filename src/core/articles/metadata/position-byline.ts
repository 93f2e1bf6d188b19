/** Longer lines are no bylines. Characters. */
const MAX_LINE = 120;

/** What may begin such a line: `by` and `from`. */
const BY =
  'by|from|von|vom|par|de(?: la)?|del?|por|da|do|dal(?:la)?|di|door|van|av|af|fra|från|przez|od|από|του|της|от|від|oleh|من|द्वारा';
/** `Our` and `the`. With it the words of the newsroom follow. */
const OUR =
  'our|the|unsere[mnrs]?|notre|nos|nuestr[oa]s?|nostr[oaie]|noss[oa]s?|onze|ons|vår[at]?|våre|vores|nasze(?:go|j)|nasz(?:a|ych)?|naš(?:eho|e|í|i)|náš|наш(?:его|ей|ого|ої|а)?|हमारे|हमारी';
/** Words before a position: `special`, `Business`. None of them joins two names. */
const KIND = '(?!(?:and|und|et|y|e|og|och|en|i|a|и|та|with|mit|avec)\\s)[\\p{L}\\p{M}’-]{2,24}';
/** A position in a newsroom, in its forms. */
const POSITION = [
  '(?:\\p{L}{2,20}-?)?(?:reporter(?:in|s)?|correspondents?|corresponde?nte?|korrespondent(?:en|in)?|redakt(?:eur(?:in|s)?|ør|ör)|journalist(?:en|in)?|berichterstatter(?:in|s)?)',
  'editors?|staff writers?|columnists?|mitarbeiter(?:in)?|correspondant(?:e|s|es)?|envoyée?|spécial|spéciale|journalistes?|rédact(?:eur|rice)|corresponsal|enviad[oa]|especial|periodista|redactora?',
  'corrispondente|inviat[oa]|speciale|giornalista|jornalista|repórter|\\p{L}{0,20}redact(?:eur|rice)|\\p{L}{0,20}verslag(?:gever|geefster)|medarbei?[dj]er(?:e)?',
  'korespondent(?:a|ka|ki)?|dziennikar(?:za|z|ki|ka)|wysłannik(?:a)?|zpravodaj(?:e|ky|ka)?|redaktor(?:a|ky|ka)?|corespondentul(?:ui)?|trimisul',
  'корреспондент(?:а|ки|ка)?|обозревател[ья]|кореспондент(?:а|ки|ка)?|журналист(?:а|ки|ка)?|ανταποκριτ(?:ή|ής|ριας)|δημοσιογράφου',
].join('|');
const NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const PERSON = `${NAME_WORD}(?:\\s(?:(?:von|van|de|der|den|da|di|dos|del|el|al|bin|le|la)\\s){0,2}${NAME_WORD}){1,3}`;
/** A place before the name, after a preposition. */
const PLACE = `(?:\\s(?:in|à|au|en|em|a|aus|aan|te|i|ve?|we?|στ\\S{1,3}|в|у)\\s${NAME_WORD},?)?`;
const AND_WORD = '(?:and|und|et|y|e|og|och|en|i|a|и|та|&)';
/** Between names. A comma alone is, only if `and` follows before the last name: otherwise a place comes after it. */
const AND = `(?:,\\s(?=[^|]*\\s${AND_WORD}\\s\\p{Lu})|,?\\s${AND_WORD}\\s)(?=\\p{Lu})`;
/**
 * What may follow the name: the end, a mark, or a place. A small word behind a comma continues a sentence about a
 * journalist: `The journalist Ann Hall, held since March`.
 */
const END = `(?=$|,\\s(?!\\p{Ll})|\\s?[|(·•–—/]|,?\\s(?:in|aus|à|en|em|a|i|v|w|в|у)\\s${NAME_WORD}$)`;

/** `Von unserem Korrespondenten Max Huber`, `De notre envoyé spécial à Pékin, Paul Martin`. */
const WESTERN = new RegExp(
  `^(?:(?:${BY})\\s(?:(?:${OUR})\\s)?|(?:${OUR})\\s)(?:${KIND}\\s){0,2}?(?:${POSITION})(?:\\s(?:${POSITION}|${OUR}|μας|nostru))?${PLACE}[,:]?\\s(?=\\p{Lu})`,
  'iu',
);
/** Languages in which `our` is an ending or follows, or in which the position alone is a label. */
const POSITION_FIRST =
  /^(?:oleh\s)?(?:(?:\p{L}+\s){0,2}muhabir(?:imiz|i)|toimittajamme|kirjeenvaihtajamme|tudósítónk(?:tól)?|munkatársunk(?:tól)?|(?:phóng viên|PV|biên tập viên)(?:\s\p{Ll}+){0,3}|(?:собственный|специальный|власний|спеціальний)\s(?:корреспондент|кореспондент)|(?:wartawan|jurnalis|koresponden)(?:\s\p{Ll}+){0,2})[,:]?\s(?=\p{Lu})/u;
const FIRST = new RegExp(`^(${PERSON})(?=${END}|${AND})`, 'u');
const FURTHER = new RegExp(`^${AND}(${PERSON})(?=${END}|${AND})`, 'u');

const OTHER_SCRIPTS = [
  /^[\p{sc=Han}\p{sc=Katakana}ー・]{0,10}(?:记者|記者|特派員|編集委員|支局長)[\s：:]{1,2}([\p{sc=Han}々]{2,5})$/u,
  /^[\p{sc=Han}\p{sc=Katakana}ー・]{0,10}(?:特派員|編集委員|支局長)\s([\p{sc=Han}々]{1,3} [\p{sc=Han}々]{1,3})$/u,
  /(?:특파원|기자|논설위원)\s(\p{sc=Hangul}{2,4})$/u,
  /^(?:من |بقلم )?(?:مراسل(?:نا|تنا|ة|ي)?|موفد(?:نا|تنا))(?: الخاص(?:ة)?)?(?: (?:في|إلى) \p{sc=Arabic}+| ب\p{sc=Arabic}{3,})?[،:]? (\p{sc=Arabic}{2,}(?: \p{sc=Arabic}{2,}){1,2})$/u,
  /^(?:(?:हमारे|हमारी|विशेष|वरिष्ठ) ){0,2}(?:संवाददाता|रिपोर्टर|पत्रकार)[,:]? ([\p{sc=Devanagari}]{2,}(?: [\p{sc=Devanagari}]{2,}){1,2})$/u,
];

/**
 * The persons after a position in a byline: `Door onze redacteur Pieter de Vries`. Empty where there is none.
 * `经济记者 王小明` is read by `asian-bylines.ts`.
 */
export function personsAfterPosition(line: string): string[] {
  if (line.length > MAX_LINE) return [];
  const text = line.replace(/\s+/g, ' ').trim();
  const before = (WESTERN.exec(text) ?? POSITION_FIRST.exec(firstSmall(text)))?.[0];
  if (before !== undefined) return personsIn(text.slice(before.length));
  for (const form of OTHER_SCRIPTS) {
    const name = form.exec(text)?.[1];
    if (name !== undefined) return [name];
  }
  return [];
}

function personsIn(text: string): string[] {
  const names: string[] = [];
  let rest = text;
  for (let found = FIRST.exec(rest); found !== null && names.length < 6; found = FURTHER.exec(rest)) {
    names.push(found[1]!);
    rest = rest.slice(found[0].length);
  }
  return names;
}

/** With a small first letter, because the rest of the pattern tells names by their capitals. */
function firstSmall(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
