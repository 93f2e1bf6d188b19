/** Powers of ten, as languages write them after a number. Values are the short scale unless the word is long-scale. */
export const SCALES: readonly (readonly [value: number, words: string])[] = [
  [
    1e12,
    `trillion trillions tn billón billones bilione bilioni bilionów biliony bilion biljoen biljoenen billionen trilhão
    trilhões trilyon триллион триллиона триллионов трлн تريليون تريليونات nghìn|tỷ ट्रिलियन 兆 조 万亿 萬億 bilião biliões`,
  ],
  [
    1e9,
    `billion billions bn milliard milliards md mds mrd milliarde milliarden mrd. miliardo miliardi mld mld. mil|millones
    mil|milhões mil|milhão bilhão bilhões bi miljard miliard miliardy miliardów milyar миллиард миллиарда миллиардов
    млрд مليار مليارات tỷ tỉ अरब बिलियन 十億 十亿 십억`,
  ],
  [
    1e6,
    `million millions m mn mln mln. mio mio. millionen millón millones mill. milione milioni milhão milhões mi miljoen
    milion miliony milionów milyon миллион миллиона миллионов млн مليون ملايين triệu मिलियन 百万 百萬 백만`,
  ],
  [1e8, '亿 億 억'],
  [1e7, 'crore crores करोड़ करोड़ 千万 千萬 천만'],
  [1e5, 'lakh lakhs लाख 십만 十万 十萬'],
  [1e4, '万 萬 만'],
  [1e11, '천억 千亿 千億'],
  [1e10, '百亿 百億 백억'],
  [
    1e3,
    'thousand thousands k mille mila mil tausend tsd. tsd duizend tys. tys tysiąc tysiące tysięcy bin тыс. тыс тысяча тысячи тысяч ألف آلاف nghìn ngàn हज़ार हजार 千 천',
  ],
];

/** Powers of ten that stand for one of themselves: `mil millones`, `миллиард долларов`, `مليار دولار`. Singular only. */
export const BARE_SCALES: ReadonlySet<string> = new Set(
  'mil mille bin миллиард миллион триллион مليار مليون تريليون ألف miliard milion miljard miljoen milliard'.split(
    ' ',
  ),
);

/** Abbreviations that are something else without a currency: 4K video, a mile. */
export const ONLY_AFTER_CURRENCY: ReadonlySet<string> = new Set(['k', 'm', 'mi', 'bi']);

/** Long-scale `billion` (10¹²), which English writes for 10⁹. */
export const LONG_BILLION_LANGUAGES: ReadonlySet<string> = new Set(['fra', 'deu']);

/** Numerals written as words, taken only where a power of ten follows (`un milliard`). */
export const NUMERALS: readonly (readonly [value: number, words: string])[] = [
  [1, 'a an one un une uno una um uma ein eine einen een jeden bir один одну một एक 一'],
  [2, 'two deux dos due dois duas zwei twee dwa dwie iki два две hai दो 二 两 兩 두'],
  [3, 'three trois tres tre três drei drie trzy üç три ثلاثة ba तीन 三'],
  [4, 'four quatre cuatro quattro quatro vier cztery dört четыре أربعة bốn चार 四'],
  [5, 'five cinq cinco cinque fünf vijf pięć beş пять خمسة năm पांच पाँच 五'],
  [6, 'six seis sei sechs zes sześć altı шесть ستة sáu छह 六'],
  [7, 'seven sept siete sette sete sieben zeven siedem yedi семь سبعة bảy सात 七'],
  [8, 'eight huit ocho otto oito acht osiem sekiz восемь ثمانية tám आठ 八'],
  [9, 'nine neuf nueve nove neun negen dziewięć dokuz девять تسعة chín नौ 九'],
  [10, 'ten dix diez dieci dez zehn tien dziesięć on десять عشرة mười दस 十'],
  [100, 'hundred cent cien cento cem hundert honderd sto yüz сто مئة सौ 百'],
];

/** ISO 4217, with what stands before a number and what stands after it. */
export const CURRENCIES: readonly (readonly [code: string, before: string, after: string])[] = [
  [
    'USD',
    'US$ U.S.$ USD $ US-$ $US 美元 米ドル',
    `dollars dollar dollarn US-dollar US-dollars dólares dólar dollari dollaro доллар доллара долларов долл. долл dolarów
    dolary dolar doları dolarlık dolara دولار دولارات دولارا đô|la đô|la|Mỹ USD US$ $ डॉलर ドル 米ドル 달러 美元 美金`,
  ],
  ['EUR', '€ EUR', 'euros euro euró евро يورو € EUR यूरो ユーロ 유로 欧元 歐元 avro'],
  [
    'CNY',
    'CNY RMB 人民币 人民幣 CN¥',
    `yuan yuans yuanes renminbi юань юаня юаней يوان CNY RMB युआन 人民元 위안 元人民币 元 块钱 nhân|dân|tệ juanów juany
    元人民幣 人民币 人民幣`,
  ],
  ['JPY', 'JP¥ JPY', 'yen yens yenes иен иены ين JPY येन 円 엔 日元 日圓 jenów'],
  ['KRW', '₩ KRW', 'won wons вон وون KRW वॉन ウォン 원 韩元 韓元 韓圜'],
  ['TWD', 'NT$ TWD 新台币 新台幣 新臺幣', 'TWD 新台币 新台幣 台币 台幣 台湾ドル 대만달러 NT$'],
  ['HKD', 'HK$ HKD', 'HKD 港元 港币 港幣 香港ドル 홍콩달러'],
  [
    'GBP',
    '£ GBP',
    'pounds pound libras sterline фунтов GBP £ जنيه 英镑 英鎊 ポンド 파운드 funtów sterlin पाउंड',
  ],
  [
    'INR',
    '₹ Rs. Rs INR',
    'rupees rupee roupies rupien rupias рупий روبية INR ₹ रुपये रुपए रुपया 卢比 盧比 ルピー 루피',
  ],
  [
    'RUB',
    '₽ RUB',
    'rubles roubles rouble rubel rublos rubli рублей рубля рубль руб. руб روبل RUB ₽ 卢布 盧布 ルーブル 루블 rubli',
  ],
  ['BRL', 'R$', 'reais BRL'],
  ['TRY', '₺', 'lira lirası TL ₺'],
  ['PLN', 'PLN', 'zł złotych złote PLN'],
  ['VND', '₫', 'đồng VND ₫ 越南盾 동'],
  ['SGD', 'S$ SGD', 'SGD 新元 新加坡元'],
  ['CHF', 'CHF', 'CHF 瑞士法郎'],
  ['CAD', 'C$ CA$ CAD', 'CAD 加元'],
  ['AUD', 'A$ AU$ AUD', 'AUD 澳元'],
];

/** Other units that the trade's reports agree on. */
export const UNITS: readonly (readonly [unit: string, words: string])[] = [
  [
    '%',
    `% ％ percent per|cent pct prozent pour|cent por|ciento por|cento per|cento procent procenta процент процента процентов
    بالمئة بالمائة في|المئة في|المائة ٪ phần|trăm प्रतिशत फीसदी फ़ीसदी パーセント 퍼센트`,
  ],
  [
    'nm',
    'nm nanometer nanometers nanometre nanometres nanomètres nanómetros nanometri nanômetros nanometrów нм нанометров 纳米 奈米 納米 ナノメートル ナノ 나노미터 나노 नैनोमीटर نانومتر نانومتراً nanometre',
  ],
  ['GB', 'gb gigabytes gbyte гб'],
  ['TB', 'tb terabytes тб'],
  ['GW', 'gw gigawatts gigawatt gigavatios гвт 吉瓦 ギガワット 기가와트'],
  ['MW', 'mw megawatts megawatt мвт 兆瓦 メガワット 메가와트'],
];
