import { isAsianByline } from '../metadata/asian-bylines.ts';
import { NEWSLETTERS, SIGN_UPS, SIGN_UPS_AT_END } from './newsletter-words.ts';

/**
 * Sentences and labels that publishers set between and after paragraphs, in the languages of the feeds that
 * chipwatch reads. Each pattern is anchored and free of nested repetition, so matching is linear.
 */

/** A short block that begins so is not part of the article, at any place in the page. */
const LABELS = [
  // Read also
  `read (?:more|also|next|on)|also read|see (?:also|more)|more (?:on|from|about) (?:this|the)|related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|topics?|reading|video))?[:.]?$|don[’']t miss|you (?:may|might) also like|recommended(?: for you| reading| stories)?[:.]?$|must[- ]read|most (?:read|popular|viewed)|trending(?: now)?[:.]?$|up next|what to read next|more stories|further reading|keep reading|continue reading`,
  `lesen sie (?:auch|mehr|hier|dazu|weiter)|lies auch|lest auch|auch interessant|auch spannend|mehr (?:zum thema|dazu|zu diesem thema|von|aus|lesen|nachrichten|infos?|informationen)\\b|das könnte (?:sie|dich|euch) (?:auch )?interessieren|weitere (?:artikel|informationen|nachrichten|themen|infos|meldungen|links)\\b|weiterführende|zum thema[:.]?$|passend dazu|siehe auch|ähnliche (?:artikel|beiträge|themen)|empfehlung der redaktion|empfohlener (?:redaktioneller|externer) inhalt|meistgelesen|themen[:.]?$|schlagwort|schlagwörter|weiterlesen|dazu auch`,
  `(?:à |a )?lire (?:aussi|également|la suite|plus)|lisez aussi|voir aussi|à (?:voir|découvrir|ne pas manquer)|sur le même (?:sujet|thème)|plus d[’']infos|pour aller plus loin|articles? (?:liés?|similaires|connexes)|source et images?|vous aimerez aussi`,
  `lea? (?:también|además|más)|leer (?:más|también)|te puede interesar|ver también|más (?:información|noticias)|noticias relacionadas|artículos relacionados|puede interesarte|leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|per approfondire|potrebbe interessarti|articoli correlati|lees (?:ook|meer|verder)|läs (?:också|mer|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj|čtěte (?:také|více)|olvasta már|citește și|ayrıca oku|читайте (?:также|ещё|еще)|читать (?:также|далее)|смотрите также|по теме[:.]?$|читайте також|اقرأ (?:أيضا|أيضًا|المزيد)|related`,
  `(?:baca|simak) (?:juga|pula|lagi|selengkapnya)|xem thêm|đọc thêm|mời (?:quý )?(?:độc giả|bạn đọc) xem|διαβάστε (?:επίσης|ακόμ[αη]|περισσότερα)|δείτε (?:επίσης|ακόμ[αη])|(?:прочетете|вижте) (?:още|също)|यह भी (?:पढ़ें|देखें)|ये भी पढ़ें|इसे भी पढ़ें|আর[ওো] (?:পড়ুন|দেখুন)|קראו (?:גם|עוד)|ראו גם|(?:بیشتر|همچنین) بخوانید|یہ بھی پڑھیں|مزید پڑھیں|(?:اقرأ|إقرأ|اقرؤوا|طالع) (?:أيض|ايض|المزيد)|อ่าน(?:เพิ่มเติม|ต่อ|ข่าวอื่น)|ข่าวที่เกี่ยวข้อง|(?:bunlar da )?[iİ]lginizi çekebilir|bunu da oku|ilgili haber|ayrıca (?:bkz|oku)|ez is érdekelhet|olvas(?:d|sa|sd) (?:el|tovább|még)|kapcsolódó cikk|(?:citește|citiți|vezi|vedeți) (?:și|mai mult)|(?:pro)?čitajte (?:još|i|također|takođe)(?!\\p{L})|(?:про)?читајте (?:још|и)(?!\\p{L})|(?:pre)?čítajte (?:si )?(?:aj|tiež|viac)|prečítajte si (?:aj|tiež)|(?:přečtěte|čtěte) (?:si )?(?:také|více|i)|preberite (?:tudi|več|še)|loe (?:ka|lisaks|veel)\\b|lasi(?:et)? arī|taip pat skaitykite|skaitykite (?:taip pat|daugiau|plačiau)|llegiu també|llegeix també|lesa einnig|lestu (?:meira|líka)|basahin (?:din|rin)|soma (?:pia|zaidi)`,
  `(?:(?:artikel|berita) terkait|(?:tin|bài)(?: viết)? liên quan|tin cùng chuyên mục|σχετικ[άόέ]\\S{0,2} (?:άρθρ|θέμα|νέα|ειδήσ)\\S{0,4}|(?:още|повече) по темата|свързани (?:статии|новини)|संबंधित (?:खबर|लेख|समाचार)\\S{0,3}|সম্পর্কিত (?:খবর|সংবাদ)|כתבות (?:נוספות|קשורות)|לכתבה המלאה|לקריאה נוספת|(?:مطالب|اخبار|خبرهای) مرتبط|متعلقہ خبریں|(?:ข่าว|เรื่อง)ที่เกี่ยวข้อง|més informació|articole similare|pe aceeași temă|související články|mohlo by vás (?:také )?(?:zajímat|zaujímať)|súvisiace články|povezane? (?:vijesti|vesti|članci|novice)|повезане вести|možda će vas zanimati|seotud (?:lood|artiklid)|saistītie raksti|susiję straipsniai|aiheesta lisää|powiązane (?:artykuły|tematy)|(?:مواضيع|أخبار) (?:ذات صلة|متعلقة))\\s*(?:[:：|–—-]|$)|дивіться (?:також|ще)|читайте (?:ще|більше)|شاهد أيض`,
  `相关(?:阅读|新闻|文章|报道|推荐)|延伸(?:阅读|閱讀)|推荐阅读|更多(?:新闻|精彩)|海量[资資]讯|.{0,30}尽在.{1,12}(?:app|客户端)|相關(?:新聞|報導|文章)|関連(?:記事|ニュース|リンク)|あわせて読みたい|こちらも|続きを読む|관련\\s?(?:기사|뉴스)|\\[관련|\\[PR\\]|【PR】|多読`,
  // Advertising, newsletters, social media
  `advertisement|sponsored(?: content)?[:.]?$|anzeige[:.]?$|werbung[:.]?$|publicité[:.]?$|publicidad[:.]?$|pubblicità[:.]?$|реклама[:.]?$|広告[:.]?$|廣告[:.]?$|广告[:.]?$|광고[:.]?$|story continues below|article continues|this article (?:contains affiliate|was (?:originally|first) published)|(?:sign|subscribe|register) (?:up )?(?:to|for|now|here)|subscribe\\b|follow (?:us|me|our|@)|like us|join (?:us|our|the conversation)|share (?:this|on|via|your)|tweet this|click (?:here|to)|download (?:the|our)|get (?:our|the|breaking|more)\\b.{0,60}(?:newsletter|inbox|app|alerts)|listen to this|watch (?:now|live|the)|support (?:us|our)|you can (?:follow|reach|contact)|(?:additional |with )?report(?:ing|s) by|edit(?:ing|ed) by|this slideshow requires|citation:|this document is subject|our standards|want more|[\\w’' ]{0,40} may earn (?:a |an )?(?:affiliate )?commission`,
  `(?:newsletter|jetzt|hier) (?:abonnieren|anmelden|bestellen|testen|lesen)|abonnieren|folgen sie|folge uns|teilen\\b|artikel (?:teilen|drucken|merken|kommentieren)|(?:diesen )?(?:artikel|beitrag) (?:teilen|weiterempfehlen)|abonnez|suivez|partage[rz]|inscrivez|recevez|suscríb|síguenos|síguenos|siga|assine|iscriviti|seguici|condividi|compart(?:e|ir|ilhe)|подпис(?:ывайтесь|аться)|следите|поделиться|اشترك|تابع(?:نا|وا)`,
  // Comments, copyright, credits
  `leave a (?:comment|reply)|post a comment|comments?(?: \\(\\d+\\)| \\d+)?[:.]?$|\\d+ (?:comments?|kommentare?|commentaires?|comentarios)$|view comments|join the discussion|kommentare?(?: \\(\\d+\\)| \\d+| lesen| schreiben| geschlossen)?[:.]?$|kommentar (?:schreiben|verfassen|hinterlassen)|(?:schreibe|hinterlasse)\\b.{0,20} (?:kommentar|antwort)|laisser un commentaire|deja(?:r)? un comentario|deixe um comentário|lascia un commento|ваш комментарий|нашли (?:ошибку|опечатку)|your email address will not|deine e-mail-adresse|votre adresse e-mail|tu dirección de correo`,
  `(?:copyright|©|ⓒ|\\(c\\)|℗)|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|无断转载|無断転載|저작권자|무단\\s?전재|版权(?:所有|声明)|打印本页|關閉視窗|关闭窗口|[가-힣]{2,4} ?(?:기자|특파원) ?[(<]?[\\w.]{1,40}@[\\w.]{1,60}[)>]?$|责任编辑|责编|編輯[:：]|编辑[:：]`,
  `(?:photos?|images?|pictures?|video|foto|fotos|bild|bilder|bildquelle|quelle|crédits?(?: image| photo)?|credits?|photo credit|image credit|featured image|titelbild|symbolbild|symbolfoto|фото|写真|사진|図|圖|图)(?: by| von| courtesy of)?\\s?[:：/©]`,
  `(?:tags?|topics?|filed under|categor(?:y|ies)|kategorien?|mots[- ]clés|étiquettes|etiquetas|classé dans|posted in|this entry was posted|stichworte)\\s?(?:[:：]|in\\b|$)`,
  `(?:published|updated|posted|last (?:updated|modified)|first published|veröffentlicht|aktualisiert|erstellt|stand|letzte (?:änderung|aktualisierung)|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|опубликовано|обновлено|gepubliceerd|publicerad|oppdatert|julkaistu|opublikowano|yayınlanma)\\b.{0,12}\\d`,
  // Questions and requests to the reader, agencies' and photographers' lines
  `(?:the )?(?:associated press|reuters|afp|bloomberg)(?: [\\w’']+){0,3} (?:writers?|journalists?|reporters?|staff)\\b.{0,150}\\bcontributed|(?:this|the) (?:copy|material) is for your|reach (?:the )?(?:reporters?|author|writer)|contact (?:the )?(?:reporter|author|writer)|got a (?:story|tip)|(?:have|do you have) (?:a|any|more) (?:story|tips?|info)|like this (?:story|article|post)|enjoy(?:ed|ing)? this|chat with us|was this (?:article|page|story)|never miss|stay (?:up to date|informed|connected|ahead)|rate this`,
  `war (?:der|dieser|die|diese) (?:artikel|beitrag|inhalt|seite)\\b.{0,20}(?:hilfreich|nützlich|interessant)|hat (?:ihnen|dir|euch) |gefällt (?:ihnen|dir|euch) |empfiehl|lust auf mehr|(?:noch )?keine bewertung|bewerten sie|kommentieren$|pressekontakt|ansprechpartner|kontakt[:：]?$|quellenangaben?|alle angaben ohne|(?:beitrags|aufmacher|teaser|header)bild|abgelegt unter|dieser (?:eintrag|beitrag) (?:wurde|ist)|unterstützen? (?:sie )?(?:uns|unsere)|nichts (?:mehr )?verpassen`,
  `vos réactions|réagi(?:r|ssez)|(?:cet|l[’']) ?article vous a|vous avez aimé|soutenez|aidez-nous|¿te (?:ha |han )?(?:gust|result|pareci)|escríbenos|puedes? escribir(?:nos|me|le)|apóyan|gostou d|apoie|ti è piaciuto|sostieni(?:ci)?\\b|wspieraj|zapraszamy`,
  `\\d+ (?:min(?:utes?|uten)?\\.?)(?: (?:read|lesezeit|de lecture|de lectura))?$|(?:reading|lese)(?: time|zeit)|time to read|temps de lecture|tiempo de lectura`,
  `the post .{1,200} (?:appeared first|first appeared) on|(?:der beitrag|l[’']article) .{1,200} (?:erschien zuerst auf|est apparu en premier sur)`,
  `(?:this|our|the) (?:web)?site uses cookies|we use cookies|(?:wir|diese (?:web)?s(?:e|i)ite) (?:verwende[nt]|nutz(?:t|en)) cookies|(?:nous|ce site) utilis(?:e|ons) des cookies|utilizamos cookies|article réservé aux abonnés|il vous reste [\\d.,]+ ?%|(?:watch|listen|video|audio|photos?)\\s*[|:]`,
  `(?:terms of|privacy (?:policy|notice)|datenschutz|impressum|cookie|agb$|mentions légales|skip to|zurück (?:zu|nach|zum)|back to (?:top|the)|nach oben|print(?: this)?$|drucken$|senden$|e-?mail$|close$|schließen$|load more|show more|mehr anzeigen|next$|previous$|weiter$|zurück$)`,
];

const LABEL = new RegExp(`^[\\s>»→▶►•*#|–—\\-+\\[(【"“]*(?:${LABELS.join('|')})`, 'iu');

/** A heading or label that begins like this ends the article: everything after it in the body is dropped. */
const TAIL = new RegExp(
  `^[\\s>»→*|–—\\-]*(?:related (?:articles?|stories|posts|content|news|reading|topics)|more (?:great |from |on |stories|news|articles|coverage)|read (?:more|next)|recommended|you (?:may|might) also|(?:most|the most) (?:read|popular)|trending|latest (?:news|stories|articles|posts|from)|about the authors?|about (?:us|the company)$|comments?$|leave a (?:comment|reply)|share this|(?:explore|discover) more|sign up|subscribe|mehr (?:zum thema|von|aus|nachrichten|artikel)|das könnte (?:sie|dich|euch)|weitere (?:artikel|nachrichten|themen|meldungen|beiträge|informationen|news)|ähnliche|verwandte|auch interessant|lesen sie auch|über (?:den autor|die autorin|uns)|zur person$|kommentare?$|meistgelesen|top[- ]?themen|passende artikel|empfohlen|(?:à )?lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|recommandés)|à (?:lire|voir|propos de l)|dans la même|laisser un commentaire|más (?:noticias|leídas|información)|noticias relacionadas|te puede interesar|relacionad[ao]s?$|leia (?:também|mais)|veja também|leggi anche|articoli correlati|potrebbe interessarti|lees ook|meer over|läs (?:också|mer|även)|les også|læs også|lue myös|zobacz (?:też|także|również)|czytaj (?:też|także)|читайте также|по теме|новости по теме|также по теме|مواضيع (?:ذات صلة|متعلقة)|اقرأ أيضا|相关(?:阅读|新闻|文章)|延伸(?:阅读|閱讀)|相關(?:新聞|報導|文章)|関連(?:記事|ニュース|リンク)|관련\\s?(?:기사|뉴스))`,
  'iu',
);

/**
 * The beginning of a sentence or clause. Requests to the reader stand there; elsewhere the same verbs report what
 * somebody does.
 */
const CLAUSE = '(?:^|[.!?:–—-]\\s*)';

/** Phrases of paywalls, anywhere in a short block. */
const WALL = new RegExp(
  [
    `already (?:a )?subscri(?:ber|bed)\\b|already a member\\?|(?:${CLAUSE}|\\b(?:please|or|and) )(?:subscribe|sign up|log ?in|sign in|register)\\b.{0,40}\\bto (?:read|continue|view|access|comment|unlock|keep)|to (?:read|view|continue|access)\\b.{0,60}\\b(?:please (?:subscribe|log ?in|sign in|register)|(?:subscribe|log ?in|sign in|register) (?:now|here|today|below))|subscribers only`,
    `bereits (?:abonnent(?:in)?|registriert|mitglied)\\?|(?:anmelden|einloggen|registrieren|abonnieren) (?:und|um)\\b.{0,30}(?:weiter|lesen)|${CLAUSE}jetzt (?:anmelden|registrieren|abonnieren|weiterlesen|kostenlos)`,
    `déjà abonné|(?:abonnez|connectez|inscrivez)-vous|réservé aux abonnés`,
    `ya (?:eres|es) suscriptor|suscríb(?:ete|ase)|inicia sesión para|(?:s[oó]lo|exclusiv\\w+) para suscriptores|já é assinante|(?:só|exclusiv\\w+) para assinantes|sei già abbonato|abbonati (?:per|a|ora)\\b`,
    `有料会員|会員限定|会員登録|続きを(?:読む|お読み)|ログインし|登录后|登入後|訂閱(?:戶|以|後)|订阅(?:后|以)|會員(?:限定|專)|회원 전용|유료 회원|로그인 후`,
    `оформит[еь] подписку|только для подписчиков|tylko dla (?:subskrybentów|prenumeratorów)|wykup (?:dostęp|subskrypcję)`,
  ].join('|'),
  'iu',
);

const NETWORK = new RegExp(
  `youtube|telegram|whatsapp|instagram|facebook|messenger|twitter|tiktok|linkedin|google news|bluesky|mastodon|${NEWSLETTERS}|微信|微博|公众号|\\bLINE\\b`,
  'iu',
);
/** A request to follow, at the beginning of a sentence or clause. */
const FOLLOW = new RegExp(
  `(?:^|[.!?¡¿,:–—-]\\s*)(?:(?:and |then |so |please |can |you can )?(?:follow (?:us|our|me|him|her|them|@|on|.{2,40} on )|subscribe (?:to|on)|(?:join|like|chat with) (?:us|our)|find (?:us|me|him|her|them))|folge(?:n sie|t)? (?:uns|mir|ihm|ihr|@|auf)|abonnier|suivez|rejoignez|abonnez|únete|sígu|siga |suscríb|inscreva|acompanhe|seguic|segui\\b|iscriviti|volg (?:ons|mij)|følg|följ|ikuti|bergabung|takip ed|подпи(?:сывай|ши)|следите|تابعوا|تابعنا|اشترك|${SIGN_UPS})|フォローし|チャンネル登録|关注我们|关注.{0,12}公众号|扫码|掃碼|구독하|팔로우|${SIGN_UPS_AT_END}`,
  'iu',
);

/** The longest label, in letters. A longer block that begins with these words is a sentence of the article. */
const MAX_LABEL = 200;

/** A caption is longer than other labels; letters. */
const MAX_CAPTION = 600;
/** Captions without markup of their own. An agency's name alone in brackets ends a report and is no caption. */
const CAPTION =
  /^(?:\(?file\)?\s*[-–—:]|file (?:photo|picture|image)|in this (?:[\p{L}\d., ]{0,40}\d{4},? |undated |combination )?(?:file |aerial |satellite |handout |combination )?(?:photo|image|picture|frame grab)(?:,| (?:made|taken|provided|released|from|by|illustration|shows)\b))|\([^()]{0,60}(?:\b(?:photos?|fotos?|bild(?:er)?|images?)(?: by|:|\/)|ap photo|getty|imago|nasa\/)[^()]{0,60}\)$|(?:imago|getty images|picture alliance|keystone) ?\/ ?\S.{0,30}$/iu;

/** For a first test of all texts, because each pattern is a long list of words. */
export const LABEL_SIGNS = [CAPTION, LABEL, WALL, NETWORK];
const ALL_SIGNS = 15;
const OF_CAPTION = 1;
const OF_LABEL = 2;
const OF_WALL = 4;
const OF_NETWORK = 8;

/**
 * `Read also: …`, `Advertisement`, `© 2025`, `3 comments` and their like.
 *
 * @param said the first test's answer for `LABEL_SIGNS`; without it each is tried
 */
export function isLabel(text: string, said = ALL_SIGNS): boolean {
  if (text.length > MAX_CAPTION) return false;
  if ((said & OF_CAPTION) !== 0 && CAPTION.test(text)) return true;
  if (text.length > MAX_LABEL) return false;
  return (
    ((said & OF_LABEL) !== 0 && LABEL.test(text)) ||
    ((said & OF_WALL) !== 0 && WALL.test(text)) ||
    ((said & OF_NETWORK) !== 0 && NETWORK.test(text) && FOLLOW.test(text))
  );
}

/** `Related stories`, `About the author`: what follows belongs to the page, not to the article. */
export function opensTail(text: string): boolean {
  return text.length <= 80 && TAIL.test(text);
}

const BYLINE =
  /^(?:by|von|par|por|di|af|av|door|przez|(?:text|autor(?:in|ka|a)?|auteur|autore|tekst|författare|forfatter|kirjoittaja|szerző|írta|автор|текст|yazan|haber|yazar|κείμενο|tác giả|بقلم|إعداد)\s?[:：]|story by|words by)\s+\p{Lu}[^.!?]{2,70}$/iu;

/** `By Ann Lee, Berlin`: a line of its own that begins with the word for the author and has no sentence in it. */
export function isByline(text: string): boolean {
  if (text.length > 80) return false;
  return (BYLINE.test(text) && /^\S+\s+\p{Lu}/u.test(text)) || isAsianByline(text);
}
