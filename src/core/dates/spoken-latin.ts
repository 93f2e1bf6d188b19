import type { SpokenLanguage, SpokenNumbers } from './spoken-language.ts';

const ENGLISH_ONES = 'one two three four five six seven eight nine';
const POLISH: SpokenNumbers = {
  first:
    'pierwszego/pierwszy drugiego/drugi trzeciego/trzeci czwartego/czwarty piątego/piąty szóstego/szósty siódmego/siódmy ósmego/ósmy dziewiątego/dziewiąty dziesiątego/dziesiąty jedenastego/jedenasty dwunastego/dwunasty trzynastego/trzynasty czternastego/czternasty piętnastego/piętnasty szesnastego/szesnasty siedemnastego/siedemnasty osiemnastego/osiemnasty dziewiętnastego/dziewiętnasty',
  tens: 'dwudziestego/dwudziesty trzydziestego/trzydziesty',
  combined: 'T_O',
};
const CZECH: SpokenNumbers = {
  first:
    'prvního druhého třetího čtvrtého pátého šestého sedmého osmého devátého desátého jedenáctého dvanáctého třináctého čtrnáctého patnáctého šestnáctého sedmnáctého osmnáctého devatenáctého',
  tens: 'dvacátého třicátého',
  combined: 'T_O',
};
/** The numbers of dates in languages with Latin letters. */
export const LATIN: readonly SpokenLanguage[] = [
  {
    days: [
      {
        first:
          'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
        tens: 'twentieth thirtieth',
        combined: 'T_O',
        tensIn: 'twenty thirty',
      },
    ],
    century: 'two_thousand_and_/two_thousand_/twenty_',
    years: [
      {
        first: `${ENGLISH_ONES} ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`,
        tens: 'twenty thirty',
        combined: 'T_O',
      },
    ],
  },
  {
    days: [
      {
        first:
          'erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt',
        tens: 'zwanzigst dreißigst/dreissigst',
        combined: 'OundT',
        onesIn: 'ein zwei drei vier fünf sechs sieben acht neun',
        endings: 'e er en es',
      },
    ],
    century: 'zweitausend/zweitausendund',
    years: [
      {
        first:
          'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
        tens: 'zwanzig dreißig/dreissig',
        combined: 'OundT',
        onesIn: 'ein zwei drei vier fünf sechs sieben acht neun',
      },
    ],
  },
  {
    days: [
      {
        first:
          'premier/un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf vingt vingt_et_un/vingt_un vingt_deux vingt_trois vingt_quatre vingt_cinq vingt_six vingt_sept vingt_huit vingt_neuf trente trente_et_un/trente_un',
      },
    ],
    century: 'deux_mille_/deux_mil_',
  },
  {
    days: [
      {
        first:
          'primero/uno/primer dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta treinta_y_uno',
      },
    ],
    century: 'dos_mil_',
  },
  {
    days: [
      {
        first:
          'primeiro/um dois três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
        tens: 'vinte trinta',
        combined: 'T_e_O',
      },
    ],
    century: 'dois_mil_e_/dois_mil_',
  },
  {
    days: [
      {
        first:
          'primo/uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitré/ventitre ventiquattro venticinque ventisei ventisette ventotto ventinove trenta trentuno',
      },
    ],
    century: 'duemila/due_mila_/duemila_',
  },
  {
    days: [
      {
        first:
          'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende',
        tens: 'twintigste dertigste',
        combined: 'OT',
        onesIn: 'eenen/eenën tweeën/tweeen drieën/drieen vieren vijfen zesen zevenen achten negenen',
      },
      {
        first:
          'één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
        tens: 'twintig dertig',
        combined: 'OT',
        onesIn: 'eenen tweeën/tweeen drieën/drieen vieren vijfen zesen zevenen achten negenen',
      },
    ],
    century: 'tweeduizend/tweeduizend_/tweeduizenden',
  },
  { days: [POLISH], century: 'dwa_tysiące_' },
  {
    days: [
      CZECH,
      {
        first:
          'prvého druhého tretieho štvrtého piateho šiesteho siedmeho ôsmeho deviateho desiateho jedenásteho dvanásteho trinásteho štrnásteho pätnásteho šestnásteho sedemnásteho osemnásteho devätnásteho',
        tens: 'dvadsiateho tridsiateho',
        combined: 'T_O',
      },
    ],
    century: 'dva_tisíce_/dvatisíce',
    years: [
      {
        first:
          'jedna dva tři/tri čtyři/štyri pět/päť šest/šesť sedm/sedem osm/osem devět/deväť deset/desať jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct',
        tens: 'dvacet/dvadsať třicet/tridsať',
        combined: 'T_O/TO',
      },
    ],
  },
  {
    days: [
      {
        first:
          'một/mùng_một/mồng_một hai/mùng_hai ba/mùng_ba bốn/tư/mùng_bốn năm/mùng_năm sáu/mùng_sáu bảy/bẩy/mùng_bảy tám/mùng_tám chín/mùng_chín mười/mùng_mười mười_một mười_hai mười_ba mười_bốn/mười_tư mười_lăm mười_sáu mười_bảy mười_tám mười_chín',
        tens: 'hai_mươi ba_mươi',
        combined: 'T_O',
        onesIn: 'mốt hai ba tư/bốn lăm/nhăm sáu bảy tám chín',
      },
    ],
    century: 'hai_nghìn_không_trăm_/hai_ngàn_không_trăm_/hai_nghìn_/hai_ngàn_',
  },
  {
    days: [
      {
        first:
          'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde',
        tens: 'tjugonde trettionde',
        combined: 'TO',
        tensIn: 'tjugo trettio',
      },
    ],
    century: 'tjugohundra/tvåtusen/tjugohundra_/två_tusen_',
    years: [
      {
        first:
          'ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
        tens: 'tjugo trettio',
        combined: 'TO',
      },
    ],
  },
  {
    days: [
      {
        first:
          'første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende',
        tens: 'tyvende tredivte',
        combined: 'OogT',
        onesIn: 'en to tre fire fem seks syv otte ni',
      },
      {
        first:
          'første andre tredje fjerde femte sjette sjuende/syvende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende',
        tens: 'tjuende/tyvende trettiende',
        combined: 'TO',
        tensIn: 'tjue tretti',
      },
    ],
    century: 'totusindog/to_tusind_og_/totusinde_og_/totusenog/to_tusen_og_',
    years: [
      {
        first:
          'en/ett to tre fire fem seks syv/sju otte/åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
        tens: 'tyve tredive/tretti',
        combined: 'OogT',
      },
      { first: 'en to tre fire fem seks sju åtte ni', tens: 'tjue tretti', combined: 'TO' },
    ],
  },
  {
    days: [
      {
        first:
          'ensimmäinen/ensimmäisenä toinen/toisena kolmas/kolmantena neljäs/neljäntenä viides/viidentenä kuudes/kuudentena seitsemäs/seitsemäntenä kahdeksas/kahdeksantena yhdeksäs/yhdeksäntenä kymmenes/kymmenentenä yhdestoista kahdestoista kolmastoista neljästoista viidestoista kuudestoista seitsemästoista kahdeksastoista yhdeksästoista',
        tens: 'kahdeskymmenes kolmaskymmenes',
        combined: 'TO/T_O',
      },
    ],
  },
  {
    days: [
      {
        first:
          'elseje/elsején/első másodika/másodikán/második harmadika/harmadikán negyedike/negyedikén ötödike/ötödikén hatodika/hatodikán hetedike/hetedikén nyolcadika/nyolcadikán kilencedike/kilencedikén tizedike/tizedikén tizenegyedike/tizenegyedikén tizenkettedike/tizenkettedikén tizenharmadika/tizenharmadikán tizennegyedike/tizennegyedikén tizenötödike/tizenötödikén tizenhatodika/tizenhatodikán tizenhetedike/tizenhetedikén tizennyolcadika/tizennyolcadikán tizenkilencedike/tizenkilencedikén',
        tens: 'huszadika/huszadikán harmincadika/harmincadikán',
        combined: 'TO',
        tensIn: 'huszon harminc',
        onesIn:
          'egyedike/egyedikén kettedike/kettedikén harmadika/harmadikán negyedike/negyedikén ötödike/ötödikén hatodika/hatodikán hetedike/hetedikén nyolcadika/nyolcadikán kilencedike/kilencedikén',
      },
    ],
    century: 'kétezer_/kétezer',
    years: [
      {
        first:
          'egy kettő/két három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc',
        tens: 'húsz harminc',
        combined: 'TO',
        tensIn: 'huszon harminc',
      },
    ],
  },
  {
    days: [
      {
        first:
          'întâi/unu/una doi/două trei patru cinci șase/şase șapte/şapte opt nouă zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece/şaisprezece șaptesprezece/şaptesprezece optsprezece nouăsprezece',
        tens: 'douăzeci treizeci',
        combined: 'T_și_O/T_şi_O',
      },
    ],
    century: 'două_mii_',
  },
  {
    days: [
      {
        first:
          'satu dua tiga empat lima enam tujuh delapan/lapan sembilan sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas enam_belas tujuh_belas delapan_belas/lapan_belas sembilan_belas',
        tens: 'dua_puluh tiga_puluh',
        combined: 'T_O',
      },
    ],
    century: 'dua_ribu_',
  },
  {
    days: [
      {
        first:
          'prvog/prvoga drugog/drugoga trećeg/trećega četvrtog/četvrtoga petog/petoga šestog/šestoga sedmog/sedmoga osmog/osmoga devetog/devetoga desetog/desetoga jedanaestog dvanaestog trinaestog četrnaestog petnaestog šesnaestog sedamnaestog osamnaestog devetnaestog',
        tens: 'dvadesetog/dvadesetoga tridesetog/tridesetoga',
        combined: 'T_O',
        tensIn: 'dvadeset trideset',
      },
    ],
  },
];
