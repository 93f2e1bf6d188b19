/** Month names and their usual short forms, January to December, in the languages of the feeds we read. */
const MONTHS: readonly string[] = [
  `january jan januar jänner jän januari janvier janv enero ene gennaio gen janeiro január januára januára tammikuu tammikuuta
   styczeń stycznia sty leden ledna января янв січня ocak oca ianuarie ian ιανουαρίου ιαν يناير januarie jaanuar sausio siječnja sijecnja gener جنوری जनवरी`,
  `february feb februar februari février févr fév fevrier febrero febbraio fevereiro fev február helmikuu helmikuuta luty
   lutego lut únor února февраля фев февр лютого şubat şub februarie φεβρουαρίου φεβ فبراير veebruar vasario veljače veljace febrer فروری फरवरी`,
  `march mar mär märz mrz maart mrt mars marzo março marco mars marts március maaliskuu maaliskuuta marzec marca březen
   března марта мар березня mart martie μαρτίου μαρ مارس märts kovo ožujka ozujka març maret مارچ मार्च`,
  `april apr avril avr abril abr aprile április huhtikuu huhtikuuta kwiecień kwietnia kwi duben dubna апреля апр квітня
   nisan nis aprilie απριλίου απρ أبريل ابريل إبريل aprill balandžio travnja اپریل अप्रैल`,
  `may mai mei maj mayo maggio mag maio május toukokuu toukokuuta maja květen května мая май травня mayıs mayis μαΐου μαι
   مايو gegužės svibnja maig مئی मई`,
  `june jun juni juin junio giugno giu junho június kesäkuu kesäkuuta czerwiec czerwca cze červen června июня июн червня
   haziran haz iunie ιουνίου ιουν يونيو يونيه juuni birželio lipnja juny جون जून`,
  `july jul juli juillet juil julio luglio lug julho július heinäkuu heinäkuuta lipiec lipca lip červenec července июля
   июл липня temmuz tem iulie ιουλίου ιουλ يوليو يوليه juuli liepos srpnja juliol جولائی जुलाई`,
  `august aug augustus augusti août aout agosto ago ago. augusztus elokuu elokuuta sierpień sierpnia sie srpen srpna
   августа авг серпня ağustos ağu αυγούστου αυγ أغسطس اغسطس rugpjūčio kolovoza agost agustus agt اگست अगस्त`,
  `september sep sept septembre septiembre settembre set setembro szeptember syyskuu syyskuuta wrzesień września wrz září
   сентября сен сент вересня eylül eyl septembrie σεπτεμβρίου σεπ سبتمبر rugsėjo rujna setembre ستمبر सितंबर`,
  `october oct oktober okt octobre octubre ottobre ott outubro out október lokakuu lokakuuta październik października paź
   říjen října октября окт жовтня ekim eki octombrie οκτωβρίου οκτ أكتوبر اكتوبر oktoober spalio listopada_hr اکتوبر अक्टूबर`,
  `november nov novembre noviembre novembro marraskuu marraskuuta listopad listopada lis листопада ноября ноя нояб kasım kas noiembrie
   νοεμβρίου νοε نوفمبر lapkričio studenoga نومبر नवंबर`,
  `december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro december joulukuu joulukuuta grudzień
   grudnia gru prosinec prosince декабря дек грудня aralık ara decembrie δεκεμβρίου δεκ ديسمبر detsember gruodžio prosinca desember des desembre دسمبر दिसंबर`,
];

const BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, i) => names.split(/\s+/).map((name): [string, number] => [name, i + 1])),
);

/** 1 to 12, or undefined where the word is no month. */
export function monthOf(word: string): number | undefined {
  return BY_NAME.get(word.toLowerCase().replace(/\.$/, ''));
}
