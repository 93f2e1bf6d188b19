import type { Refusal } from './refusal.ts';

/** A wall without a known phrase is short, and longer texts are not judged by single words. UTF-16 units. */
const MAX_TEXT = 450;

/**
 * Words of each kind of wall, by their beginnings. Single words prove little, so they are used only for short pages.
 */
const MATTERS: readonly (readonly [Refusal, RegExp])[] = [
  [
    'javascript',
    /javascript|java-script|\bscripts? (?:is|are)|\bscripting|جافا ?سكريبت|جافاسكربت|джаваскрипт|자바스크립트/gi,
  ],
  [
    'bot-check',
    /captcha|(?<!\p{L})robot|robô|\bbots?\b|\bhuman\b|mensch\b|humain|\bhumano|\bumano|menneske|människa|\bmens bent|człowiek|člověk|человек|людин|\binsan\b|ロボット|自動アクセス|机器人|機器人|人机|로봇|자동화|verif|vérif|überprüf|wir prüfen|провер|перевір|doğrula|ověř|sprawdz|kontroller|验证|驗證|アクセスの確認|確認して|확인하|تحقق|التحقق|unusual (?:traffic|activity)|ungewöhnlich|inhabituel|inusual|insolito|too many requests|слишком много|异常|異常|비정상|connection is (?:safe|secure)|ihre verbindung|votre navigateur|your browser/giu,
  ],
  [
    'login',
    /subscri|abonn|abbona|suscri|assina|prenumer|předpl|передплат|підписк|подписк|\babone|اشتراك|مشترك|会員|會員|会员|購読|订阅|訂閱|구독|회원|log ?in\b|sign (?:in|up)|anmeld|einlogg|connectez|inici[ae] sesión|accedi\b|cadastr|inlogg|logga in|zaloguj|přihlas|войти|войдите|увійд|giriş yap|تسجيل الدخول|سجل|ログイン|登录|登入|로그인|\baccount|\bkonto|\bcompte|\bcuenta|\bconta\b|\btili\b|free (?:article|read)|members?\b|mitglied|membre|socio|gratuit|kostenlos|exklusiv|exclusi|digitalabo|\babo\b|réserv|offert|angebot/giu,
  ],
  [
    'consent',
    /cookie|consent|einwillig|gdpr|dsgvo|rgpd|privacy|privat?sphäre|datenschutz|vie privée|privacid|prywatno|soukrom|gizlilik|خصوصي|隐私|隱私|tracking|tracker|traceur|rastre|profilazion|tracciament|spårning|personali[sz]|publicidad|pubblicit|publicit|werbung|advert|\bads\b|annons|reklam|реклам|广告|廣告|広告|광고|إعلان|your data|your device|(?:ihre|deine) (?:daten|wahl)|votre (?:accord|choix)|ciastecz|zgod[ęyz]|souhlas|согласи|згод[аиу]|çerez|ملفات تعريف|クッキー|閲覧情報|データ利用|个人信息|쿠키|개인정보|toestemming|samtyck|små filer|small files/giu,
  ],
  [
    'moved',
    /moved|new (?:home|address|site)|umgezogen|neue[nr]? (?:adresse|seite)|déménag|nouvelle adresse|nouveau site|mudamos|nueva (?:web|dirección)|cambiado de dirección|nuovo (?:indirizzo|sito)|novo endereço|verhuisd|nieuwe (?:adres|site)|flyttat|ny adress|przen[io]|nowy adres|přestěhov|nov[áé] adres|переехал|новому адресу|переїхал|новою адресою|taşındı|yeni adres|انتقل|العنوان الجديد|移転|移動しました|新しい(?:サイト|アドレス)|已(?:搬|迁|遷)|新网址|新網址|이전(?:했|되|하였)|새 주소|bookmark/giu,
  ],
  [
    'error',
    /\b(?:404|410|500|503)\b|not found|no longer (?:exists|available)|gone missing|does ?n[o’']t exist|went wrong|schiefgelaufen|nicht (?:gefunden|mehr)|gibt es (?:hier )?(?:leider )?nicht|introuvable|n[’']existe (?:plus|pas)|no existe|ya no|aquí no hay|non (?:esiste|trovat)|não (?:existe|encontrad)|niet (?:gevonden|meer|bestaat)|er niet|finns inte|hittade(?:s)? inte|nie (?:istnieje|znalezion)|neexistuje|nenalezen|не (?:найден|существует|нашлось)|страницы у нас нет|не (?:знайден|існує)|bulunamadı|غير موجود|لم يتم العثور|見つかりません|削除され|不存在|已被删除|已删除|出错|찾을 수 없|삭제된|maintenance|wartung|onderhoud|underhåll|en travaux|back (?:shortly|soon)|revenons bientôt|technical (?:issue|difficult|problem)/giu,
  ],
];

/** The reader is addressed, or asked to do something. */
const TO_READER =
  /(?<!\p{L})(?:you|your|please|sie|ihre?[nmrs]?|bitte|du|deine?[nmrs]?|vous|votre|vos|veuillez|usted|tu|tus|puedes|has|su|tua|tuo|puoi|ti|você|seu|sua|uw|u|je|jouw|din|ditt|ni|er|twoj\p{L}*|cię|vás|vaš\p{L}*|вы|вас|вам|ваш\p{L}*|ви|siz\p{L}*|lütfen|sinun)(?!\p{L})|-(?:vous|moi|se)(?!\p{L})|\p{L}(?:ijte|ejte|ajte|aste)(?!\p{L})|\p{L}(?:йте|ите|іть|айте)(?!\p{L})|\p{L}(?:ınız|iniz|unuz|ünüz|ınızı|yın|yin|in devam)|(?:ください|お願い|お待ち|お客様|あなた)|[您请請你]|(?:세요|십시오|주세요|하시면|이용자|귀하)|(?:يرجى|ك(?:\s|$)|اختر|الرجاء|فعّ?ل)/iu;

/**
 * The kind of wall that a short text seems to be by single words, where `findWall` knows none of its phrases. Only
 * for pages with other signs that they are not about their entry.
 */
export function senseWall(text: string): Refusal | undefined {
  if (text.length >= MAX_TEXT) return undefined;
  const isAsking = TO_READER.test(text);
  let best: Refusal | undefined;
  let most = 0;
  for (const [kind, matter] of MATTERS) {
    if (!isAsking && (kind === 'consent' || kind === 'login' || kind === 'bot-check')) continue;
    const stems = new Set((text.match(matter) ?? []).map((stem) => stem.toLowerCase()));
    if (stems.size > most) [best, most] = [kind, stems.size];
  }
  return best;
}
