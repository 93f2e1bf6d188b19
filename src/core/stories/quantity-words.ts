/** The words around a number that say how large it is and of what. Texts are folded to lower case. */

/** Scale words after a number, folded to lower case. The first match wins, so longer ones are first. */
export const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:千万|千萬|천만)/u, 1e7],
  [/^(?:百万|百萬|백만)/u, 1e6],
  [/^(?:百亿|百億|백억)/u, 1e10],
  [/^(?:千亿|千億|천억)/u, 1e11],
  [/^(?:十亿|十億|십억)/u, 1e9],
  [/^(?:万亿|萬億|兆|조)/u, 1e12],
  [/^(?:亿|億|억)/u, 1e8],
  [/^(?:万|萬|만)/u, 1e4],
  [/^(?:千|천)/u, 1e3],
  [/^(?:trillion(?:s|en)?|trilh\S+|tn|трлн|триллион\S*|nghìn tỷ|ngàn tỷ|trilyon|triliun)(?![\p{L}])/u, 1e12],
  [/^(?:mil millones|mil milhões|mil millions)(?![\p{L}])/u, 1e9],
  [
    /^(?:milliard\S*|miliard\S*|miljard|milyar|mrd|mld|mld\.|md|bn|млрд|миллиард\S*|مليار\S*|tỷ|अरब|bilh\S+|miliar|мільярд\S*)(?![\p{L}])/u,
    1e9,
  ],
  [
    /^(?:milli?on\S*|milion\S*|mili[oó]n\S*|milh\S+|miljoen|milyon|mio|mln|mn|млн|миллион\S*|مليون\S*|ملايين|مليونا|triệu|juta|mly|мільйон\S*|ล้าน\S*|m)(?![\p{L}])/u,
    1e6,
  ],
  [/^(?:crores?|करोड)(?![\p{L}])/u, 1e7],
  [/^(?:lakhs?|लाख)(?![\p{L}])/u, 1e5],
  [
    /^(?:thousand|tausend|mille|mila|mil|тыс|тысяч\S*|тисяч\S*|duizend|tys|tysi(?:ące|ęcy|ącami|ącach|ąc)|bin|ألف|ألفا|آلاف|الفا?|الاف|nghìn|ngàn|ribu|हजार|k)(?![\p{L}])/u,
    1e3,
  ],
];
export const LONG_SCALE_BILLION = /^(?:billion\S*|bill[oó]n\S*|biliard\S*|bilion\S*|biljoen)(?![\p{L}])/u;
export const LONG_SCALE_LANGUAGES = new Set(['deu', 'spa', 'nld', 'pol', 'fra']);

export const CURRENCY_AFTER: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:新台币|新臺幣|新台幣|台币|台幣|台湾ドル|대만\s?달러|nt\$|taiwan dollars?|dollars? taïwanais|taiwan-dollar)/u,
    'TWD',
  ],
  [/^(?:港元|港币|港幣|香港ドル|홍콩\s?달러|hk\$|hong kong dollars?)/u, 'HKD'],
  [/^(?:新加坡元|新元|s\$|singapore dollars?)/u, 'SGD'],
  [
    /^(?:美元|美金|米ドル|ドル|달러|us\$|\$|us[- ]?dollars?|dollars?|d[oó]lares|d[oó]lar|dollari|dollaro|долл\S*|dolar\S*|دولار|đô la|usd|डॉलर)/u,
    'USD',
  ],
  [/^(?:欧元|歐元|ユーロ|유로|€|euros?|евро|eur|يورو)(?![\p{L}])/u, 'EUR'],
  [/^(?:人民币|人民幣|人民元|위안|元|yuans?|yuanes|renminbi|rmb|юан\S*|cny|يوان|nhân dân tệ)/u, 'CNY'],
  [/^(?:日元|日圆|日圓|円|엔|yens?|yenes|иен\S*|jpy|¥)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u, 'JPY'],
  [/^(?:韩元|韓元|韩圆|ウォン|원|wones|wons?|вон\S*|krw|₩)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u, 'KRW'],
  [/^(?:英镑|英鎊|ポンド|파운드|£|pounds?|pfund|livres?|libras?|sterline|gbp|фунт\S*)/u, 'GBP'],
  [/^(?:卢比|盧比|ルピー|루피|₹|rupees?|roupies|rupias|rúpias|rupien|inr|रुपये|रुपए|रुपयों)/u, 'INR'],
  [/^(?:卢布|ルーブル|루블|₽|roubles?|rubles?|rubel|rublos|rubli|рубл\S*)/u, 'RUB'],
  [/^(?:reais|real(?![\p{L}])|reales|雷亚尔)/u, 'BRL'],
  [/^(?:tl|try|(?:türk )?lira\S*|ليرة|里拉|リラ|리라)(?![\p{L}])/u, 'TRY'],
  [/^(?:zł|pln|złot\p{L}*|zlotys?|兹罗提|ズウォティ|즐로티)(?![\p{L}])/u, 'PLN'],
  [/^(?:ringgits?|myr|马币|令吉|リンギット|링깃)(?![\p{L}])/u, 'MYR'],
  [/^(?:đồng|vnd|dongs?|越南盾)(?![\p{L}])/u, 'VND'],
  [/^(?:rupiah|idr|印尼盾|ルピア)(?![\p{L}])/u, 'IDR'],
  [/^(?:francs? suisses|schweizer franken|franken|chf|swiss francs?|瑞士法郎)(?![\p{L}])/u, 'CHF'],
  [/^(?:гривень|гривн\p{L}+|hryvnias?|uah)(?![\p{L}])/u, 'UAH'],
  [/^(?:dirhams?|aed|درهم\p{L}*|迪拉姆)(?![\p{L}])/u, 'AED'],
  [/^(?:riyals?|sar|ريال\p{L}*)(?![\p{L}])/u, 'SAR'],
  [/^(?:baht|thb|บาท|泰铢|バーツ)(?![\p{L}])/u, 'THB'],
];
export const CURRENCY_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:nt\$|新台币|新臺幣|新台幣)\s?$/u, 'TWD'],
  [/(?:hk\$|港币|港幣)\s?$/u, 'HKD'],
  [/(?<![a-z])s\$\s?$/u, 'SGD'],
  [/r\$\s?$/u, 'BRL'],
  [/(?<!\p{L})(?:rm|myr)\s?$/u, 'MYR'],
  [/(?<!\p{L})rp\.?\s?$/u, 'IDR'],
  [/(?<!\p{L})chf\s?$/u, 'CHF'],
  [/(?<!\p{L})aed\s?$/u, 'AED'],
  [/(?:₺)\s?$/u, 'TRY'],
  [/(?:₫)\s?$/u, 'VND'],
  [/(?:₴)\s?$/u, 'UAH'],
  [/(?:฿)\s?$/u, 'THB'],
  [/(?:us|as)?\$\s?$/u, 'USD'],
  [/(?:€|eur)\s?$/u, 'EUR'],
  [/(?:rmb|cny|人民币)\s?$/u, 'CNY'],
  [/(?:¥)\s?$/u, 'JPY'],
  [/₩\s?$/u, 'KRW'],
  [/£\s?$/u, 'GBP'],
  [/(?:₹|rs\.?)\s?$/u, 'INR'],
  [/₽\s?$/u, 'RUB'],
];

export const UNITS_AFTER: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:%|％|percentage|per ?cent|pour ?cent|prozent|por ciento|por cento|percento|per cento|процент\S*|パーセント|퍼센트|procent|yüzde|persen|peratus|phần trăm|प्रतिशत|फीसदी|بالمئة|في المئة|بالمائة|في المائة|个百分点|個百分點|ポイント|포인트)/u,
    '%',
  ],
  [/^(?:nm|nanom\S+|纳米|奈米|納米|ナノ|나노|нм|нанометр\S*)/u, 'nm'],
  [/^(?:gb|gigab\S+|go|гб)(?![\p{L}])/u, 'GB'],
  [/^(?:gw|gigawatts?|吉瓦|гвт)(?![\p{L}])/u, 'GW'],
  [/^(?:mw|megawatts?|兆瓦|мвт)(?![\p{L}])/u, 'MW'],
  [/^(?:kilo(?:s|gram\S*)?|kg|公斤|千克|キロ|킬로|кг)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u, 'kg'],
  [/^(?:tonn?es?|tonnen?|toneladas?|tonnellate|吨|噸|トン|톤|тонн\S*)/u, 't'],
];
/** Text after a number that makes it part of a date, a time or an age; such numbers are left out. */
export const TIME_AFTER =
  /^(?:年|月|日|号|號|時|时|点|點|分(?!の)|년|월|일|시|st\b|nd\b|rd\b|th\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|heures?\b|jours?\b|mois\b|ans\b|stunden\b|tage\S*|monat\S*|j[äa]hr\S*|uhr\b|días?\b|meses\b|años\b|horas?\b|dias?\b|anos\b|giorni\b|mesi\b|anni\b|ore\b|лет(?:н\p{L}*)?(?!\p{L})|дней(?!\p{L})|месяц\S*|год\S*|岁|歲|歳|세(?![대계기])|살(?!\p{L})|小时|小時|时间|か月|カ月|ヶ月|개월|周|週)/u;
