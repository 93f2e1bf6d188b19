import { addressesReader } from './addressed-reader.ts';
import type { Refusal } from './refusal.ts';
import { ERROR_STEMS, HURDLE_STEMS } from './walls/stems-errors.ts';
import { BOT_STEMS, CONSENT_STEMS, LOGIN_STEMS } from './walls/stems-requests.ts';

/** Longer texts need more words than one to count as a wall. UTF-16 units. */
const MAX_TEXT = 450;
/** Beyond `MAX_TEXT` one more word is needed for each `FOR_EACH` units. Texts of `MAX_LONG` or more are no walls. */
const MAX_LONG = 1_500;
const FOR_EACH = 150;
/**
 * How many different words of one kind are needed where there are few other signs of a wall. The reader must be
 * addressed too.
 */
const STRONG = 3;

const LOGIN = anyOf(LOGIN_STEMS);

/**
 * Words of each kind of wall, by their beginnings. Single words prove little, so they are used only for short pages.
 */
const MATTERS: readonly (readonly [Refusal, RegExp])[] = [
  [
    'javascript',
    /javascript|java-script|\bscripts? (?:is|are)|\bscripting|جافا ?سكريبت|جافاسكربت|джаваскрипт|자바스크립트/giu,
  ],
  ['bot-check', anyOf(BOT_STEMS)],
  ['hurdle', anyOf(HURDLE_STEMS)],
  ['login', LOGIN],
  ['consent', anyOf(CONSENT_STEMS)],
  [
    'moved',
    /moved|new (?:home|address|site)|umgezogen|neue[nr]? (?:adresse|seite)|déménag|nouvelle adresse|nouveau site|mudamos|nueva (?:web|dirección)|cambiado de dirección|nuovo (?:indirizzo|sito)|novo endereço|verhuisd|nieuwe (?:adres|site)|flyttat|ny adress|przen[io]|nowy adres|přestěhov|nov[áé] adres|переехал|новому адресу|переїхал|новою адресою|taşındı|yeni adres|انتقل|العنوان الجديد|移転|移動しました|新しい(?:サイト|アドレス)|已(?:搬|迁|遷)|新网址|新網址|이전(?:했|되|하였)|새 주소|bookmark|changé d[’']adresse|redirigé|weitergeleitet|weiterleitung|redirigid|reindirizz|redirecionad|doorgestuurd|omdirigera|przekierow|přesměrov|перенаправ|перенаправл|yönlendiril|adresimize|تحويلك|موقع جديد|自動的に移動|新しいurl|新域名|自动跳转|自動跳轉|跳转到|주소가 변경|자동으로 이동|redirected|find us at|packed our/giu,
  ],
  ['error', anyOf(ERROR_STEMS)],
];

/** Walls that ask for something. If the text does not address the reader, one word is too little for them. */
const ASKS: ReadonlySet<Refusal> = new Set<Refusal>(['consent', 'login', 'bot-check', 'hurdle']);

/**
 * The kind of wall that a short text seems to be by single words, where `findWall` knows none of its phrases. Only
 * for pages with other signs that they are not about their entry; `isWeak` says that these signs are few.
 */
export function guessWall(text: string, isWeak = false): Refusal | undefined {
  if (text.length >= MAX_LONG) return undefined;
  const isAsking = addressesReader(text);
  const more = Math.ceil(Math.max(0, text.length - MAX_TEXT) / FOR_EACH);
  const least = Math.max(isWeak ? STRONG : 1, more === 0 ? 1 : 1 + more);
  if (least > 1 && !isAsking) return undefined;
  let best: Refusal | undefined;
  let most = 0;
  for (const [kind, matter] of MATTERS) {
    const stems = new Set((text.match(matter) ?? []).map((stem) => stem.toLowerCase()));
    if (stems.size < Math.max(least, isAsking || !ASKS.has(kind) ? 1 : 2)) continue;
    if (stems.size > most) [best, most] = [kind, stems.size];
  }
  return best;
}

/** Whether a text has a word that asks for a log-in or a subscription. */
export function hasLoginWord(text: string): boolean {
  return text.search(LOGIN) >= 0;
}

/** One expression for all lines of a list. */
function anyOf(list: string): RegExp {
  return new RegExp(list.trim().split('\n').join('|'), 'giu');
}
