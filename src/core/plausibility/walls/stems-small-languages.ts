/**
 * Expressions for the words of pages that ask for a log-in or a subscription, in Estonian, Latvian, Lithuanian,
 * Slovene, Icelandic, Albanian, Macedonian, Georgian, Armenian, Azerbaijani, Kazakh, Basque, Swahili, Bengali, Urdu,
 * Amharic and Welsh, a language a line.
 */
export const SMALL_LOGIN = String.raw`
tellija(?:te|le|ks)|telli(?:mus| nüüd)|logi(?:ge)? sisse|sisselogi|loo konto|lugemiseks|edasi luge|digipake|kuus\. tühista
abonent|abonē|abonement|ienāc(?:iet|i)|pieslē[gd]z|reģistrēj|lai (?:lasītu|turpinātu)|turpinātu lasīt|mēnesī
prenumerat|prenumeruok|prisijung|registruok|skaity(?:ti|kite) toliau|norėdami skaityti|per mėnesį
naročni(?:k|nin)|naročite|prijavite se|registrirajte|nadaljevanje branja|za branje|na mesec
áskrif|innskrán|skráðu þig|skrá (?:þig )?inn|lesa (?:áfram|meira)|á mánuði
abonent|abono(?:hu|het)|hyni (?:në|me)|identifikohu|regjistrohu|vazhduar leximin|në muaj
претплат(?:ник|ниц|ете|а)|најавете|регистрирајте|продолжите со читање|месечно
გამომწერ|გამოიწერ|ავტორიზაცი|დარეგისტრირდ|კითხვის გა(?:საგრძ|აგრძ)|თვეში
բաժանորդ|մուտք գործեք|գրանցվեք|կարդալ(?:ը)? շարունակ|ամսական
abunə(?:çi|lik| ol)|daxil olun|qeydiyyat|oxumağa davam|aylıq
жазылушы|жазылыңыз|тіркеліңіз|кіріңіз|оқуды жалғастыр|айына
harpidedun|harpidetza|hasi saioa|erregistratu|irakurtzen jarraitze|hilean
waliojisajili|jisajili|kuendelea kusoma|ingia (?:katika|au|ili)|akaunti|kwa mwezi
গ্রাহক(?:দের|রা)|সাবস্ক্রাইব|সাবস্ক্রিপশন|লগ ?ইন|নিবন্ধন করুন|পড়া চালিয়ে|প্রতি মাসে
سبسکرائب|سبسکرپشن|لاگ ?اِ?ن|رجسٹر کر|مزید پڑھنے کے لیے|صارفین کے لیے|ماہانہ
ይመዝገቡ|ይግቡ|ለደንበኞች|ማንበብ ለመቀጠል|ለመቀጠል|በወር
tanysgrif|mewngofnod|cofrestr(?:wch|u)|barhau i ddarllen|darllen ymlaen
`;
