import { isEnglish, isFiller, isWeekday, monthNamed } from '../../dates/date-words.ts';

/** `View all posts by Ann Lee →`. */
const ALL_OF =
  /^(?:(?:view|see|show|read|browse)\s+)?(?:(?:all|more)\s+(?:posts|articles|stories|entries)\s+(?:by|from)|(?:zeige\s+)?(?:alle|weitere|mehr)\s+(?:beiträge|artikel|berichte)\s+von|(?:voir\s+|lire\s+)?(?:tous\s+les\s+articles\s+de|plus\s+d[’']articles\s+de)|(?:ver\s+)?(?:todas\s+las\s+entradas\s+de|todos\s+(?:los\s+artículos|os\s+(?:posts|artigos))\s+de)|(?:vedi\s+|leggi\s+)?tutti\s+gli\s+articoli\s+di|(?:bekijk\s+)?alle\s+(?:berichten|artikelen)\s+van|(?:zobacz\s+)?wszystkie\s+(?:wpisy|artykuły)(?:\s+autora)?|все\s+(?:записи|статьи)(?:\s+автора)?|усі\s+(?:записи|статті)(?:\s+автора)?)\s+/iu;
const ALL_OF_END = /\s{1,5}(?:anzeigen|ansehen|→|»|›|>)$/u;

/** `Posted on March 2, 2026 by Ann Lee`. */
const POSTED =
  /^(?:posted|published|written|veröffentlicht|publié|publicado|pubblicato|geplaatst|gepubliceerd|опубликовано)\s.{0,60}?\d.{0,30}?\s(?:by|von|par|por|da|di|door)\s(?=\p{L})/iu;

/** What stands between the date and the name: `Monday, March 2, 2026 by Ann Lee`. */
const BEHIND_DATE = /^(.{4,60}?)[\s,•·|–—-]+(?:by|von|par|por|da|di|door|przez|av|af)\s(?=\p{L})/iu;

/** A byline without links to the author's other articles and without its date. */
export function stripByline(byline: string): string {
  const bare = withoutDate(byline.replace(ALL_OF, '').replace(POSTED, ''));
  return bare === byline ? byline : bare.replace(ALL_OF_END, '');
}

function withoutDate(byline: string): string {
  const [whole = '', date = ''] = BEHIND_DATE.exec(byline) ?? [];
  return /\d/.test(date) && isDateText(date) ? byline.slice(whole.length) : byline;
}

/** Whether all words belong to dates: numbers, months, days of the week and what stands between them. */
function isDateText(text: string): boolean {
  return text
    .split(/[\s,•·|–—-]+/)
    .every(
      (word) => word === '' || /^\d[\d.:/]{0,9}(?:st|nd|rd|th|h|am|pm)?$/i.test(word) || isDateWord(word),
    );
}

function isDateWord(word: string): boolean {
  return isWeekday(word) || monthNamed(word) !== undefined || isFiller(word) || isEnglish(word);
}

/** Whether the text is what is left of a date, such as `Monday March`. Short words and two months may be names: `Thu Mai`. */
export function isLeftOfDate(text: string): boolean {
  const words = text.split(/\s+/);
  const isDay = (word: string) => word.length > 3 && isWeekday(word);
  if (words.length === 1) return text.length > 3 && isDateWord(text);
  return words.some(isDay) && words.every((word) => isWeekday(word) || monthNamed(word) !== undefined);
}

/** What follows a name: `Ann Lee, Senior Reporter`. */
const OFFICE =
  /^(?:[\p{L}-]{1,30}\s){0,3}(?:reporters?|correspondents?|editors?|writers?|columnist|contributor|bureau chief|redakteur(?:in)?|korrespondent(?:in)?|redaktionsleiter(?:in)?|journaliste|correspondante?|periodista|corresponsal|redactora?|giornalista|corrispondente|verslaggever|redacteur|dziennikar(?:z|ka)|korespondent(?:ka)?|корреспондент|обозреватель|кореспондент|muhabiri?)(?:\s(?:in|à|en|em|a|i|w|v|в|у)\s\p{L}[\p{L}-]{1,30})?$/iu;

/** Whether a part of a byline names a position and no person. */
export function isJobTitle(name: string): boolean {
  return OFFICE.test(name);
}
