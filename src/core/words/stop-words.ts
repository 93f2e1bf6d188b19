/** Function words of three letters and more, folded. Shorter words are never terms. */
const WORDS = `
the and for that with from this have has had are was were been will would could should not but they their them its his her she who whom
which what when where while than then there these those into over under after before about also more most some such only other others
any all both each many much very just still even can may might must our your you one two three new first last year years month months week
weeks day days said says say told according people including between during because since until through out off per via like
les des une pour dans que qui sur avec par est sont aux pas plus été ont cette ces ses son leur leurs mais comme aussi entre selon dont
sans sous être avoir fait après avant depuis encore même tout tous toute toutes elle elles ils nous vous autres autre ainsi alors cela
deux trois année années mois semaine jours jour très peu bien doit peut peuvent serait seraient avait avaient était étaient
der die das und den dem des ein eine einer einem einen eines mit von für auf ist sind war waren wird werden wurde wurden nicht auch sich
als nach bei aus zum zur über unter durch gegen noch nur aber oder wenn wie was dass sein seine ihre ihr hat haben hatte kann können soll
sollen mehr bis vor seit schon beim laut sowie zwei drei jahr jahre jahren monat monate woche wochen tag tage sagte neue neuen
los las una unos unas del por para con sin que como más pero sus este esta estos estas ese esa eso entre sobre según también desde hasta
fue fueron son ser han había está están muy cuando donde quien cada todo todos toda todas otro otra otros otras dos tres año años mes meses
semana días tiene tienen puede pueden dijo tras ante
gli una uno del della dei delle degli dello dal dalla dai nel nella nei nelle sul sulla con per che non più anche come sono stato stata
stati era erano essere hanno aveva questo questa questi queste quello quella tra fra dopo prima ancora solo tutto tutti tutte altri altre
due tre anno anni mese mesi settimana giorni secondo può possono loro suo sua suoi
dos das uma uns umas pelo pela pelos pelas nos nas com sem para por que não mais como mas seu sua seus suas este esta esse essa isso aquele
entre sobre segundo também desde até foi foram são ser tem têm havia está estão muito quando onde cada todo todos toda todas outro outra
outros outras dois três ano anos mês meses semana dias pode podem disse após ainda já
что как это для его она они оно был была было были быть при или если уже еще только также более после перед между через под над без
который которая которое которые которых которой чтобы так там тут тем том этом этого этой эти всех все год года лет месяц неделю дней
может могут сказал сообщил сообщила сообщает однако один два три
het een van den voor met dat die deze dit niet aan ook door naar over als maar bij uit werd worden wordt zijn was waren heeft hebben had
kan kunnen nog meer dan tot onder tegen volgens jaar maand week twee drie
nie się jest dla ale jak przez oraz przy pod nad już tylko także jego jej ich być był była było były został została które który która
tego tej tym roku lat miesięcy dwa trzy według może mogą
bir için ile olan olarak daha çok gibi ancak ama göre sonra önce kadar yeni iki yıl ise değil bunu olduğu oldu etti dedi
`;

export const stopWords: ReadonlySet<string> = new Set(
  WORDS.normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ı', 'i')
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Characters that Chinese and Japanese use for grammar. A pair with one of them is no term. */
export const grammarCharacters: ReadonlySet<string> = new Set(
  '的了在是和与对为将以于也不有这那个等及其被把从到就都而但或由向并已还又所之者上下中年月日号说称他她它们我你每该此各据且让使给比最更很约近后前时再可会要能多某者',
);
