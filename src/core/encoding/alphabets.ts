/** The letters beyond ASCII of a language, and the encodings that its texts used. */
export interface Alphabet {
  /** The first one wins when two fit equally. */
  readonly encodings: readonly string[];
  /** Common letters, then rarer ones, in lower case. */
  readonly common: string;
  readonly rare: string;
  /** Whether its words consist only of letters beyond ASCII. */
  readonly ownScript: boolean;
}

const latin = (encodings: readonly string[], common: string, rare = ''): Alphabet => ({
  encodings,
  common,
  rare,
  ownScript: false,
});
const script = (encodings: readonly string[], common: string, rare = ''): Alphabet => ({
  encodings,
  common,
  rare,
  ownScript: true,
});

const WEST = ['windows-1252'];
const EAST = ['windows-1250', 'iso-8859-2'];
const CYRILLIC = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];

export const ALPHABETS: readonly Alphabet[] = [
  latin(WEST, 'éèàç', 'êâîïôœùûëüæ'),
  latin(WEST, 'äöüß', 'é'),
  latin(WEST, 'óíáéñú', 'ü¿¡ºª'),
  latin(WEST, 'ãçéáíóê', 'õôâúàü'),
  latin(WEST, 'èàùòì', 'éîó'),
  latin(WEST, 'åäö', 'éü'),
  latin(WEST, 'åøæ', 'éòôüö'),
  latin(WEST, 'áíðéóöúýþæ'),
  latin(WEST, 'éëï', 'èüêóö'),
  latin(WEST, 'àèéçóíò', 'úïü'),
  latin(EAST, 'íáéěýščřžůú', 'óďťňľĺŕôä'),
  latin(EAST, 'ąęłóżśćńź'),
  latin(EAST, 'áéöóőüíúű'),
  latin(EAST, 'ăşţâî', 'éöü'),
  latin(EAST, 'čšžćđ'),
  latin(['windows-1254'], 'ıişğüöç', 'âîû'),
  latin(['windows-1257'], 'ėšžųąūįčę'),
  latin(['windows-1257'], 'āīēšžūņļ', 'čķģ'),
  latin(['windows-1257'], 'äõüö', 'šž'),
  script(CYRILLIC, 'оеаинтсрвл', 'кмдпуяыьгзбчйхжшюцщэфъё'),
  script(CYRILLIC, 'оаинетсрвл', 'ікмдпуяьгзбчйхжшюцщєїфґ'),
  script(CYRILLIC, 'аиоетнрсвл', 'кдмпузъгябчщжхйшцфюь'),
  script(CYRILLIC, 'аоиенрстјл', 'впдкумзгбчћшжцљњхђфџ'),
  script(['windows-1253', 'iso-8859-7'], 'αοιετσνηυρπκλμ', 'ςωόίάήέδγύώθφχβξζψϊϋΐΰ'),
  script(['windows-1255', 'iso-8859-8'], 'יוהלאמרתבש', 'נעדחקפכסגטצזםןךףץ'),
  script(['windows-1256', 'iso-8859-6'], 'اليمنرتوب', 'ةعدفكهسحقأجشطصخضذثزغءئإىظؤآ'),
  script(['windows-1256'], 'ایرندمهوتب', 'سشکزگلخفقپجحچعآطصضذژثغظئأ'),
  script(['windows-874'], 'านรกอเงมยลวด', 'ทสตะปบคหแจพชขใไโซผถธศณภษญฐฟฝฎฏฑฒฌฆฉฮฤโำึุูี่้์๊๋ัิื็ๆ'),
];
