import { detectLanguage } from '../language/detect-language.ts';

/** Words that address the reader, or ask the reader to do something, and that mean nothing else in another language. */
const SURE =
  /(?<!\p{L})(?:you|your|please|bitte|deine?[nmrs]?|vous|votre|veuillez|usted|puedes|puoi|você|uw|jouw|ditt|możesz|prosimy|bạn|quý (?:khách|độc giả|vị)|twoj\p{L}*|cię|vás|vaš\p{L}*|вы|вас|вам|ваш\p{L}*|siz\p{L}*|lütfen|sinun)(?!\p{L})|-(?:vous|moi)(?!\p{L})|\p{L}(?:ijte|ejte|ajte)(?!\p{L})|\p{L}(?:йте|ьте|іть|айте)(?!\p{L})|\p{L}(?:ınız|iniz|unuz|ünüz|ınızı|in devam)|(?:ください|お願い|お待ち|お客様|あなた)|[您你]|(?<![申要邀聘提呼吁])[请請]|(?:세요|십시오|주세요|하시면|이용자|귀하)|(?:आप|कृपया)|(?:กรุณา|โปรด|ของคุณ|คุณ(?:ต้อง|สามารถ|ไม่|กำลัง|ได้))|(?<!\p{L})(?:silakan|mohon)(?!\p{L})|(?:يرجى|اختر|الرجاء|فعّ?ل)/iu;

/**
 * Words that address the reader in one language and are ordinary words in others, such as `has` in Spanish and
 * English, or in the same language, such as German `sie` without a capital.
 */
const BY_LANGUAGE: ReadonlyMap<string, RegExp> = new Map([
  ['arb', /ك(?:\s|$)/u],
  ['ces', /\p{L}(?:aste)(?!\p{L})/u],
  ['dan', /(?<!\p{L})(?:du|din|dit)(?!\p{L})/iu],
  [
    'deu',
    /(?<=[\p{Ll},] )(?:Sie|Ihre?[nmrs]?)(?!\p{L})|\p{L}en Sie(?!\p{L})|(?<!\p{L})(?:du|dein)(?!\p{L})/u,
  ],
  ['spa', /(?<!\p{L})(?:tus?|has|ti)(?!\p{L})/iu],
  ['fra', /(?<!\p{L})(?:vos|tu|je)(?!\p{L})/iu],
  ['ind', /(?<!\p{L})anda(?!\p{L})/iu],
  ['ita', /(?<!\p{L})(?:tu[oa]?|ti)(?!\p{L})|\p{L}(?:ate|ete|ite)(?=[.!]|$)/iu],
  ['nob', /(?<!\p{L})(?:du|din|ditt)(?!\p{L})/iu],
  ['nld', /(?<!\p{L})(?:u|je|jij)(?!\p{L})/iu],
  ['por', /(?<!\p{L})(?:tua?|ti)(?!\p{L})/iu],
  ['rus', /\p{L}ите(?!\p{L})/iu],
  ['swe', /(?<!\p{L})(?:du|din|ditt|ni)(?!\p{L})/iu],
  ['tur', /\p{L}(?:yın|yin)(?!\p{L})/iu],
  // Imperatives and forms of “your” in languages beyond the sixteen.
  [
    'fin',
    /\p{L}(?:llesi|ssasi|ksesi|stäsi|stasi)(?!\p{L})|(?<!\p{L})(?:ota|kirjaudu|hyväksy|yritä|sinut|sinä|teidän)(?!\p{L})/iu,
  ],
  [
    'hun',
    /(?<!\p{L})(?:[Kk]érjük|[Öö]nnek|[Öö]ntől|[Pp]róbálja|Ön)(?!\p{L})|\p{L}(?:ljon|zzen|ssen|zzon|sson|ljen)(?!\p{L})/u,
  ],
  ['ron', /dumneavoastră|(?<!\p{L})vă(?!\p{L})|\p{L}(?:ați|eți|iți)(?:-vă)?(?!\p{L})/iu],
  ['ell', /(?<!\p{L})(?:σας|παρακαλούμε)(?!\p{L})|\p{L}(?:στε|είτε)(?!\p{L})/iu],
  ['bul', /(?<!\p{L})(?:моля|ви)(?!\p{L})|\p{L}(?:ете|ите)(?!\p{L})/iu],
  ['heb', /(?<!\p{L})(?:שלך|שלכם|אנא|שאינך|נסו|בחרו|אשרו|לחצו|הירשמו|התחברו|אתם)(?!\p{L})|יש ל/u],
  ['pes', /(?<!\p{L})(?:شما|لطفا|لطفاً)(?!\p{L})|\p{L}(?:کنید|شوید|هستید)/u],
  ['hrv', /(?<!\p{L})(?:molimo|niste)(?!\p{L})|\p{L}(?:ite|jte)(?!\p{L})/iu],
  ['slk', /(?<!\p{L})(?:prosím|ste)(?!\p{L})|\p{L}(?:nite|pte|ste)(?!\p{L})/iu],
  ['cat', /(?<!\p{L})(?:vostr\p{L}+|si us plau)(?!\p{L})|\p{L}-(?:vos|ho)(?!\p{L})/iu],
  [
    'ekk',
    /(?<!\p{L})(?:palun|logi|logige|vormista|telli|tellige|sinu|teie|tühista|vajutage|sisestage|proovige|valige)(?!\p{L})/iu,
  ],
  ['lvs', /(?<!\p{L})(?:lūdzu|jūs|jums|jūsu|ienāciet)(?!\p{L})|\p{L}(?:ējiet|ājiet|ieties)(?!\p{L})/iu],
  ['lit', /(?<!\p{L})(?:prašome|jūs|jums|jūsų)(?!\p{L})|\p{L}(?:kite|kitės)(?!\p{L})/iu],
  ['slv', /(?<!\p{L})(?:prosimo|vas|vam|vaš\p{L}*)(?!\p{L})|\p{L}(?:ite|jte)(?!\p{L})/iu],
  [
    'isl',
    /(?<!\p{L})(?:þú|þig|þér|þinn|þín|vinsamlega\p{L}*|skráðu|kauptu|smelltu|veldu|prófaðu)(?!\p{L})/iu,
  ],
  ['als', /(?<!\p{L})(?:ju|juaj|tuaj|lutem|hyni)(?!\p{L})|\p{L}(?:huni)(?!\p{L})/iu],
  [
    'mkd',
    /(?<!\p{L})(?:ве молиме|вие|ваш\p{L}*|најавете|продолжите|претплатете|кликнете|внесете)(?!\p{L})|\p{L}јте(?!\p{L})/iu,
  ],
  [
    'srp',
    /(?<!\p{L})(?:молимо|ваш\p{L}*|најавете|продолжите|претплатите|претплатете|кликните|унесите|пријавите)(?!\p{L})|\p{L}јте(?!\p{L})/iu,
  ],
  ['kat', /(?<!\p{L})(?:გთხოვთ|თქვენ\p{L}*|გაიარეთ|გამოიწერეთ|შედით)(?!\p{L})/u],
  ['hye', /(?<!\p{L})(?:խնդրում|ձեր|դուք|գործեք)(?!\p{L})|\p{L}(?:վեք|եցեք)(?!\p{L})/iu],
  ['azj', /(?<!\p{L})(?:zəhmət|sizin|siz|olun|edin|basın)(?!\p{L})/iu],
  ['kaz', /(?<!\p{L})(?:сіз|сіздің)(?!\p{L})|\p{L}(?:ңыз|ңіз)(?!\p{L})/iu],
  ['eus', /(?<!\p{L})(?:zure|mesedez|hasi saioa|egin (?:klik|harpidetza))(?!\p{L})|zaitez(?!\p{L})/iu],
  ['swh', /(?<!\p{L})(?:tafadhali|wewe|yako|lako|ingia|jisajili)(?!\p{L})/iu],
  ['ben', /(?<![\p{L}\p{M}])(?:আপনি|আপনার|অনুগ্রহ|দয়া)(?![\p{L}\p{M}])|করুন/u],
  ['urd', /(?<!\p{L})(?:آپ|براہ)(?!\p{L})|(?:لاگ ?اِ?ن|سبسکرائب|رجسٹر) کریں/u],
  ['amh', /(?<!\p{L})(?:እባክዎ\p{L}*|ይግቡ|ይመዝገቡ)(?!\p{L})|\p{L}ዎን(?!\p{L})/u],
  ['cym', /(?<!\p{L})(?:chi|eich|os gwelwch)(?!\p{L})|\p{L}(?:wch)(?!\p{L})/iu],
  ['ukr', /(?<!\p{L})ви(?!\p{L})|\p{L}ите(?!\p{L})/iu],
]);

/** Whether a text speaks to the reader, in the languages of the walls. */
export function addressesReader(text: string): boolean {
  if (SURE.test(text)) return true;
  const asks = BY_LANGUAGE.get(detectLanguage(text).language);
  return asks !== undefined && asks.test(text);
}
