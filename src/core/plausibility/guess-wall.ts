import { addressesReader } from './addressed-reader.ts';
import type { Refusal } from './refusal.ts';
import { ERROR_STEMS, HURDLE_STEMS } from './walls/stems-errors.ts';
import {
  FURTHER_BOT,
  FURTHER_CONSENT,
  FURTHER_ERRORS,
  FURTHER_HURDLES,
  FURTHER_LOGIN,
  FURTHER_MOVED,
} from './walls/stems-further.ts';
import { SMALL_LOGIN } from './walls/stems-small-languages.ts';
import {
  MORE_BOT,
  MORE_CONSENT,
  MORE_ERRORS,
  MORE_HURDLES,
  MORE_LOGIN,
  MORE_MOVED,
} from './walls/stems-south-asia.ts';
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

const LOGIN = anyOf(LOGIN_STEMS + MORE_LOGIN + FURTHER_LOGIN + SMALL_LOGIN);

/**
 * Words of each kind of wall, by their beginnings. Single words prove little, so they are used only for short pages.
 */
const MATTERS: readonly (readonly [Refusal, RegExp])[] = [
  [
    'javascript',
    /javascript|java-script|\bscripts? (?:is|are)|\bscripting|scripts? (?:im|nel|in de|dans le|en el|no) (?:browser|navig)|(?:aktivier|einschalt|attiv|activ|ativ|habilit)\S{0,6} (?:gli |les |los |os )?scripts?|جافا ?سكريبت|جافاسكربت|джаваскрипт|자바스크립트|जावास्क्रिप्ट|จาวาสคริปต์/giu,
  ],
  ['bot-check', anyOf(BOT_STEMS + MORE_BOT + FURTHER_BOT)],
  ['hurdle', anyOf(HURDLE_STEMS + MORE_HURDLES + FURTHER_HURDLES)],
  ['login', LOGIN],
  ['consent', anyOf(CONSENT_STEMS + MORE_CONSENT + FURTHER_CONSENT)],
  [
    'moved',
    anyOf(
      `moved|new (?:home|address|site)|umgezogen|neue[nr]? (?:adresse|seite)|déménag|(?:nouvelle|autre) adresse|nouveau site|mudamos|nueva (?:web|dirección)|cambiado de dirección|nuovo (?:indirizzo|sito)|novo endereço|verhuisd|nieuwe (?:adres|site)|flyttat|ny adress|przen[io]|nowy adres|přestěhov|nov[áé] adres|переехал|новому адресу|переїхал|новою адресою|taşındı|yeni adres|انتقل|العنوان الجديد|移転|移動しました|新しい(?:サイト|アドレス)|已(?:搬|迁|遷)|新网址|新網址|이전(?:했|되|하였)|새 주소|bookmark|changé d[’']adresse|redirigé|weitergeleitet|weiterleitung|redirigid|reindirizz|redirecionad|doorgestuurd|omdirigera|przekierow|přesměrov|перенаправ|перенаправл|yönlendiril|adresimize|تحويلك|موقع جديد|自動的に移動|新しいurl|新域名|自动跳转|自動跳轉|跳转到|주소가 변경|자동으로 이동|redirected|find us at|packed our|${MORE_MOVED}|${FURTHER_MOVED}`,
    ),
  ],
  ['error', anyOf(ERROR_STEMS + MORE_ERRORS + FURTHER_ERRORS)],
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
  return mostWords(text, least, isAsking);
}

/**
 * The kind of wall of which a text has most words, and `least` or more. One word is enough for kinds that ask for
 * nothing, or if the text addresses the reader.
 */
export function mostWords(text: string, least: number, isAsking: boolean): Refusal | undefined {
  let best: Refusal | undefined;
  let most = 0;
  for (const [kind, matter] of MATTERS) {
    const count = countOf(text, matter);
    if (count < Math.max(least, isAsking || !ASKS.has(kind) ? 1 : 2)) continue;
    if (count > most) [best, most] = [kind, count];
  }
  return best;
}

/** How many different words of a kind a text has. */
function countOf(text: string, matter: RegExp): number {
  return new Set((text.match(matter) ?? []).map((stem) => stem.toLowerCase())).size;
}

/** Whether a text has several words that ask for a log-in or a subscription. */
export function offersSubscription(text: string): boolean {
  return countOf(text, LOGIN) > 1;
}

/** Whether a text has a word that asks for a log-in or a subscription. */
export function hasLoginWord(text: string): boolean {
  return text.search(LOGIN) >= 0;
}

/** One expression for all lines of a list. */
function anyOf(list: string): RegExp {
  return new RegExp(list.trim().replaceAll(/\n+/g, '|'), 'giu');
}
