import { READER } from './reader-words.ts';

/** Longer blocks are no notices; characters. */
const MAX_NOTICE = 500;

/** Words for a video, post or map that comes from another site. */
export const EMBEDDED = new RegExp(
  [
    String.raw`(?<!\p{L})(?:this|the following|embedded|external|third[- ]party) (?:\S+ ){0,2}(?:content|video|post|tweet|map|chart|graphic|player|embed|audio|podcast|item|element|media|gallery|feed|widget|service|provider|source)|outside (?:service|source)`,
    `extern(?:e|er|en|es|em) (?:inhalt|dienst|quelle|medi|video|anbieter)|(?:diese[nrsm]?|eingebettete[nrs]?) (?:inhalt|video|post|beitrag|tweet|karte|grafik|element|podcast)|an dieser stelle|drittanbieter|drittplattform`,
    `(?:ce|cet|cette) (?:contenu|vidéo|publication|tweet|carte|graphique|élément|post|service)|contenus? (?:externe|tiers|intégré)|(?:service|plateforme|site) (?:externe|tierce?)`,
    `(?:est[ea]|el siguiente) (?:contenido|conteúdo|vídeo|video|publicación|publicação|tuit|tweet|mapa|gráfico|elemento)|(?:contenido|conteúdo)s? (?:extern|de terceros|incrustad|incorporad)`,
    `quest[oa] (?:contenuto|video|post|tweet|mappa|grafico|elemento)|contenut[oi] (?:estern|di terze|incorporat)`,
    `(?:deze|dit) (?:inhoud|content|video|bericht|tweet|kaart|grafiek|element|post)|externe (?:inhoud|content|bron|dienst)|inhoud van derden`,
    `(?:det här|den här|detta|denna) (?:innehållet|innehåll|videon|inlägget|klippet|kartan)|externt innehåll|(?:dette|denne) (?:indhold|innholdet|indholdet|video|opslag|innlegget|kortet)|eksternt (?:indhold|innhold)|(?:tämä|ulkoinen|upotettu) (?:sisältö|video|julkaisu)`,
    `(?:ten|ta|to) (?:treść|materiał|film|wideo|post|element|mapa)|treś(?:ć|ci) zewnętrzn|zewnętrzn[eay]\\S* (?:treść|treści|materiał|serwis)`,
    `(?:tento|tohoto|toto|tuto) (?:obsah|videa?|příspěv|map[uy]|prv)|extern(?:í|ího) (?:obsah|služb|zdroj)|obsah třetích stran`,
    `(?:этот|это|эта|данный|внешний|встроенный|сторонний) (?:контент|материал|видео|пост|запись|карт|элемент|сервис)|контент (?:со )?сторонн`,
    `(?:цей|це|ця|зовнішній|вбудований|сторонній) (?:контент|вміст|матеріал|відео|допис|мапа|елемент|сервіс)`,
    `bu (?:içerik|içeriği|video|videoyu|gönderi|gönderiyi|harita)|(?:harici|dış|üçüncü taraf|gömülü) (?:içerik|hizmet|kaynak)`,
    `(?:هذا|هذه) (?:المحتوى|الفيديو|المنشور|المقطع|التغريدة|الخريطة)|محتوى (?:خارجي|من (?:طرف|جهة|موقع))|این (?:محتوا|ویدئو|ویدیو|پست)`,
    `此(?:内容|內容|视频|影片|帖子|地图)|(?:该|該|以下|外部|第三方|嵌入)(?:内容|內容|视频|影片|帖子|服务|服務)|(?:この|外部|埋め込み)(?:の)?(?:コンテンツ|動画|投稿|地図|サービス|埋め込み)|(?:이|외부|해당) (?:콘텐츠|컨텐츠|동영상|영상|게시물|지도|서비스)`,
    `nội dung (?:này|nhúng|bên thứ ba|từ bên)|(?:यह|इस) (?:सामग्री|वीडियो|पोस्ट)|बाहरी सामग्री`,
    `(?:ez|ezt) a (?:tartalm|videó|bejegyzés)|külső tartal|acest (?:conținut|videoclip|material)|conținut extern|αυτό το (?:περιεχόμενο|βίντεο)|εξωτερικ\\S* περιεχ`,
  ].join('|'),
  'iu',
);

/** Verbs for showing the embedded part: `view`, `load`, `play`. */
export const SHOWING =
  /(?<!\p{L})(?:view|see|show|display|load|watch|play|listen|unblock|unlock|activate|access|anzeig|angezeigt|ansehen|laden|geladen|sehen|abspielen|anhören|aktivier|eingebunden|finden sie|affich|voir|visionner|charg|regarder|écouter|consulter|ver(?!\p{L})|mostrar|muestr|visualizar|reproduc|carregar|cargar|exib|veder|visualizz|mostrar|caric|guardare|riprodu|bekijk|zien|tonen|getoond|laden|weergeven|visa|visas|se(?!\p{L})|titta|ladda|vis(?:e|es|ning)?(?!\p{L})|afspil|last|näyt|katso|katsoaksesi|zobacz|obejrze|wyświetl|odtworz|zobraz|vidět|přehrát|načíst|увидеть|посмотреть|просмотр|показ|отобра|загру|воспроизв|побачит|переглян|відобра|завантаж|görüntüle|izle|göster|yükle|megtekint|megjelen|vizualiz|vedea|afiș|προβολ|δείτε|εμφάν)|عرض|مشاهدة|تحميل|تشغيل|نمایش|مشاهده|xem|hiển thị|tải|देखने|दिखा|查看|显示|顯示|观看|觀看|加载|載入|播放|浏览|表示|閲覧|視聴|再生|読み込|ご覧|보려면|볼 수|보기|표시|재생|시청|불러오/iu;

/** Words for the reader's permission to show it: `cookie`, `consent`, `accept`. */
export const PERMISSION =
  /cookie|(?<!\p{L})(?:consent|permission|allow|accept|agree|enable|opt in|privacy (?:settings|preferences)|zustimm|einwillig|einverstanden|erlaub|akzeptier|freigeb|übermittelt|consent|autoris|accept|permiso|consentimi|acepta|aceita|autori[zs]|permit|permess|accett|toestemming|accepte|toesta|akkoord|godkän|samtyck|tillåt|accepter|samtykke|tillad|godta|tillat|hyväks|salli|suostumu|zgod|akcept|zezw|souhlas|přijm|povol|согла|разреш|прин(?:ять|ми|им)|куки|згод|дозв|прийн|izin|onay|kabul|çerez|موافقت|قبول|السماح|الإذن|ملفات تعريف|اجازه|موافقت|کوکی|hozzájárul|elfogad|engedély|sütik|acord|consimț|accept|permite|συγκατάθ|αποδοχ|αποδεχ|επιτρ)|đồng ý|cho phép|chấp nhận|अनुमति|सहमति|स्वीकार|कुकी|同意|许可|許可|接受|允许|允許|授权|授權|クッキー|承諾|동의|허용|수락|쿠키/iu;

/** The permission as a noun. In a short line about an embedded part it means the reader's permission. */
const CONSENT =
  /cookie|eväst|çerez|쿠키|consent|zustimmung|einwilligung|consentement|consentimiento|consentimento|consenso|toestemming|samtyck|samtykke|suostumu|zgod[ęya]|souhlas|согласи|згод|onay|موافق|同意|동의|συγκατάθ|hozzájárul|consimț/iu;
const SHORT = 120;
/** Within how many characters of the beginning such a line names the embedded part. */
const NEAR = 45;

/** How a request begins: `To view …`, `Um … zu sehen`. */
const REQUEST =
  /^\W{0,3}(?:để |to |in order to |um |pour |afin |para |per |om |för att |for at |for å |aby |żeby |pro |чтобы |для |щоб |لعرض|لمشاهدة|برای|要|如需|若要|欲)/iu;

/**
 * Whether a block takes the place of a video, post or map of another site until the reader agrees: `To view this
 * content, accept the cookies of …`.
 */
export function isEmbedNotice(text: string): boolean {
  if (text.length > MAX_NOTICE || !PERMISSION.test(text) || !SHOWING.test(text)) return false;
  const at = text.search(EMBEDDED);
  if (at < 0) return false;
  return READER.test(text) || REQUEST.test(text) || (at < NEAR && text.length <= SHORT && CONSENT.test(text));
}
