/**
 * Names of months and weekdays in some seventy languages, long and short, in their base form and as inflected in a
 * date: from the Unicode CLDR 48 (as in ICU), with further abbreviations of newspapers. Lower case, composed (NFC),
 * without full stops. Where two languages use a name for different months (`listopad`), it belongs to the one with
 * more readers.
 */
export interface Names {
  /** Full names that are looked for in running text, where a short name is too often another word. */
  readonly inText: string;
  /** All other names: they count only where a date is expected. */
  readonly other: string;
}

/** January to December. */
export const MONTHS: readonly Names[] = [
  {
    inText:
      'january janvier januar jänner enero gennaio janeiro январь января январю январем январе januari ' +
      'styczeń stycznia ocak يناير',
    other:
      'جانفي ' +
      'jän ene gen янв ιαν jan janv sty leden ledna led január januára tammikuu tammikuuta tammi ' +
      'jaanuar jaan ጃንዋሪ ጃንዩወሪ ጃንዩዋሪ janvāris janvārī sausis sausio ianuarie ian януари січень січня січ студзень студзеня сту ' +
      'јануар јан јануари siječanj siječnja sij ιανουαρίου oca yanvar yan janar gener xaneiro xan ' +
      'urtarrila urtarrilaren urt eanáir ean ionawr ion janúar jannar januarie มกราคม มค ມັງກອນ ມກ មករា ဇန်နဝါရီ ' +
      'ဇန် जनवरी जन॰ জানুয়ারি জানু ஜனவரி ஜன జనవరి జన जानेवारी जाने જાન્યુઆરી જાન્યુ ਜਨਵਰੀ ਜਨ جنوری ' +
      'ژانویه ژانویهٔ ינואר ינו׳ იანვარი იან հունվար հունվարի հնվ қаңтар қаң දුරුතු sijecnja',
  },
  {
    inText:
      'february février februar febrero febbraio fevereiro февраль февраля февралю февралем феврале ' +
      'februari luty lutego şubat فبراير',
    other:
      'شباط فيفري ' +
      'feber fev fév фев февр φεβ feb févr lut únor února úno február februára helmikuu helmikuuta ' +
      'helmi veebruar veebr ፌብሩዋሪ ፌብሩወሪ ፌብርዋሪ februāris februārī febr vasaris vasario februarie февруари лютий лютого лют люты ' +
      'лютага фебруар феб veljača veljače velj φεβρουαρίου şub fevral shkurt shk febrer febreiro ' +
      'otsaila otsailaren ots feabhra feabh chwefror chw chwef febrúar frar fra pebrero peb กุมภาพันธ์ กพ ກຸມພາ ' +
      'ກພ កុម្ភៈ ဖေဖော်ဝါရီ ဖေ फ़रवरी फ़र॰ ফেব্রুয়ারি ফেব பிப்ரவரி பிப் ఫిబ్రవరి ఫిబ్ర फेब्रुवारी ' +
      'फेब्रु ફેબ્રુઆરી ફેબ્રુ ਫ਼ਰਵਰੀ ਫ਼ਰ فروری فوریه فوریهٔ פברואר פבר׳ თებერვალი თებ փետրվար ' +
      'փետրվարի փտվ ақпан ақп फेब्रुअरी නවම් fevrier veljace फरवरी',
  },
  {
    inText: 'march mars märz marzo março март марта марту мартом марте maart marzec marca mart مارس',
    other:
      'آذار اذار ' +
      'mär mrz maerz mrt мар μαρ μάρ μάρτ mar březen března bře ማርች marec marts martā maaliskuu maaliskuuta ' +
      'maalis märts kovas kovo március márc martie березень березня бер сакавік сакавіка сак ožujak ' +
      'ožujka ožu μαρτίου març martxoa martxoaren márta mawrth maw marzu machi mac maret marso มีนาคม มีค ມີນາ ມນ ' +
      'មីនា မတ် मार्च মার্চ மார்ச் மார் మార్చి માર્ચ ਮਾਰਚ مارچ מרץ მარტი მარ մարտ մարտի մրտ наурыз нау ' +
      'මැදින් marco ozujka',
  },
  {
    inText:
      'april avril abril aprile апрель апреля апрелю апрелем апреле kwiecień kwietnia nisan أبريل ابريل',
    other:
      'نيسان أفريل ' +
      'avr abr апр απρ apr kwi duben dubna dub apríl apríla huhtikuu huhtikuuta huhti aprill ኤፕሪል ኤፕረል አፕሪል aprīlis aprīlī ' +
      'balandis balandžio április ápr aprilie април квітень квітня квіт красавік красавіка кра travanj ' +
      'travnja tra απριλίου nis aprel prill pri d’abril d’abr apirila apirilaren api aibreán aib ebrill ebr ' +
      'aprili เมษายน เมย ເມສາ ມສ មេសា ဧပြီ ဧ अप्रैल এপ্রিল এপ্রি ஏப்ரல் ஏப் ఏప్రిల్ ఏప్రి एप्रिल एप्रि ' +
      'એપ્રિલ ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ اپریل آوریل אפריל אפר׳ აპრილი აპრ ապրիլ ապրիլի ապր сәуір сәу अप्रिल බක් ' +
      'إبريل',
  },
  {
    inText: 'may mai mayo maggio maio май мая мае mei maj maja mayıs mayis مايو',
    other:
      'أيار ايار ماي ' +
      'mag μαϊ μαι μάι květen května kvě máj mája toukokuu toukokuuta touko ሜይ maijs maijā gegužė gegužės május ' +
      'травень травня трав мај svibanj svibnja svi μαΐου μαΐ maig maiatza maiatzaren bealtaine beal maí mejju mej ' +
      'พฤษภาคม พค ພຶດສະພາ ພພ ឧសភា မေ मई মে மே మే मे મે ਮਈ مئی مه مهٔ מאי მაისი მაი մայիս մայիսի մյս ' +
      'мамыр мам වෙසක්',
  },
  {
    inText: 'june juin juni junio giugno junho июнь июня июню июнем июне czerwiec czerwca haziran يونيو',
    other:
      'حزيران جوان ' +
      'giu июн ιουν ιούν jun cze červen června čvn jún júna junij kesäkuu kesäkuuta kesä juuni ጁን jūnijs jūnijā ' +
      'jūn birželis birželio június iunie iun юни червень червня черв чэрвень чэрвеня чэр јун јуни ' +
      'lipanj lipnja ιουνίου haz iyun iyn qershor qer juny xuño ekaina ekainaren eka meitheamh meith mehefin meh ' +
      'júní ġunju ġun junie hunyo hun มิถุนายน มิย ມິຖຸນາ ມິຖ មិថុនា ဇွန် जून জুন ஜூன் జూన్ જૂન ਜੂਨ ' +
      'جون ژوئن יוני ივნისი ივნ հունիս հունիսի հնս маусым мау जुन පොසොන් يونيه',
  },
  {
    inText: 'july juillet juli julio luglio julho июль июля июлю июлем июле lipiec lipca temmuz يوليو',
    other:
      'تموز جويلية يوليوز ' +
      'lug июл ιουλ ιούλ jul juil lip červenec července čvc júl júla julij heinäkuu heinäkuuta heinä ' +
      'juuli ጁላይ jūlijs jūlijā jūl liepa liepos július iulie iul юли липень липня лип ліпень ліпеня ліп јул јули ' +
      'srpanj srpnja ιουλίου tem iyul iyl korrik korr juliol xullo xul uztaila uztailaren uzt iúil gorffennaf gor ' +
      'gorff júlí lulju lul julie julai hulyo hul กรกฎาคม กค ກໍລະກົດ ກລ កក្កដា ဇူလိုင် ဇူ जुलाई जुल॰ ' +
      'জুলাই জুল ஜூலை జులై जुलै જુલાઈ ਜੁਲਾਈ ਜੁਲਾ جولائی ژوئیه ژوئیهٔ יולי ივლისი ივლ հուլիս հուլիսի ' +
      'հլս шілде шіл ඇසළ يوليه',
  },
  {
    inText:
      'august août agosto август августа августу августом августе augustus sierpień sierpnia ağustos ' +
      'أغسطس اغسطس',
    other:
      'آب أوت غشت ' +
      'aou ago авг αυγ αύγ aug sie srpen srpna srp augusta avgust avg augusti elokuu elokuuta elo ' +
      'ኦገስት augusts augustā rugpjūtis rugpjūčio augusztus серпень серпня серп жнівень жніўня жні kolovoz kolovoza ' +
      'kol αυγούστου ağu avqust avq gusht gush agost d’agost ag d’ag abuztua abuztuaren abu lúnasa lún awst ágúst ' +
      'ágú awwissu aww agosti agustus agu ogos ogo สิงหาคม สค ສິງຫາ ສຫ សីហា ဩဂုတ် ဩ अगस्त अग॰ আগস্ট আগ ' +
      'ஆகஸ்ட் ஆக ఆగస్టు ఆగ ऑगस्ट ऑग ઑગસ્ટ ਅਗਸਤ ਅਗ اگست اوت אוגוסט אוג׳ აგვისტო აგვ օգոստոս օգոստոսի ' +
      'օգս тамыз там अगस्ट නිකිණි aout agt',
  },
  {
    inText:
      'september septembre septiembre settembre setembro сентябрь сентября сентябрю сентябрем сентябре ' +
      'wrzesień września eylül سبتمبر',
    other:
      'أيلول ايلول شتنبر ' +
      'sept set сент сен σεπ σεπτ sep wrz září zář septembra syyskuu syyskuuta syys ሴፕቴምበር septembris septembrī ' +
      'rugsėjis rugsėjo szeptember szept septembrie септември вересень вересня вер верасень верасня ' +
      'септембар сеп septembar rujan rujna ruj σεπτεμβρίου eyl sentyabr sen shtator sht setembre ' +
      'iraila irailaren ira mfómh medi settembru septemba setyembre กันยายน กย ກັນຍາ ກຍ កញ្ញា စက်တင်ဘာ စက် ' +
      'सितंबर सित॰ সেপ্টেম্বর সেপ্ট সেপ செப்டம்பர் செப் సెప్టెంబర్ సెప్టెం सप्टेंबर सप्टें સપ્ટેમ્બર ' +
      'સપ્ટે ਸਤੰਬਰ ਸਤੰ ستمبر سپتامبر ספטמבר ספט׳ სექტემბერი სექ սեպտեմբեր սեպտեմբերի սեպ қыркүйек қыр ' +
      'sentabr सेप्टेम्बर බිනර',
  },
  {
    inText:
      'october octobre oktober octubre ottobre outubro октябрь октября октябрю октябрем октябре ' +
      'październik października ekim أكتوبر اكتوبر',
    other:
      'out ott okt окт οκτ oct paź říjen října říj október októbra lokakuu lokakuuta loka oktoober ' +
      'ኦክቶበር oktobris oktobrī spalis spalio octombrie октомври жовтень жовтня жовт кастрычнік кастрычніка кас ' +
      'октобар oktobar οκτωβρίου eki oktyabr tetor tet d’octubre d’oct urria urriaren urr dfómh hydref hyd ' +
      'ottubru oktoba oktubre ตุลาคม ตค ຕຸລາ ຕລ តុលា အောက်တိုဘာ အောက် अक्टूबर अक्टू॰ অক্টোবর অক্টো ' +
      'அக்டோபர் அக் అక్టోబర్ అక్టో ऑक्टोबर ऑक्टो ઑક્ટોબર ઑક્ટો ਅਕਤੂਬਰ ਅਕਤੂ اکتوبر اکتبر אוקטובר אוק׳ ' +
      'ოქტომბერი ოქტ հոկտեմբեր հոկտեմբերի հոկ қазан қаз oktabr अक्टोबर වප්',
  },
  {
    inText:
      'november novembre noviembre novembro ноябрь ноября ноябрю ноябрем ноябре listopad listopada ' +
      'kasım kasim نوفمبر',
    other:
      'نونبر ' +
      'нояб ноя νοε νοέ νοεμ nov lis listopadu novembra marraskuu marraskuuta marras ኖቬምበር ኖቨምበር novembris novembrī ' +
      'lapkritis lapkričio noiembrie ноември листопад листопада лист лістапад лістапада ліс новембар ' +
      'нов novembar ное studeni studenoga stu νοεμβρίου kas noyabr noy nëntor nën azaroa azaroaren aza samhain ' +
      'samh tachwedd tach nóvember nóv novembru novemba nobyembre nob พฤศจิกายน พย ພະຈິກ ພຈ វិច្ឆិកា ' +
      'နိုဝင်ဘာ နို नवंबर नव॰ নভেম্বর নভে நவம்பர் நவ నవంబర్ నవం नोव्हेंबर नोव्हें નવેમ્બર નવે ਨਵੰਬਰ ' +
      'ਨਵੰ نومبر نوامبر נובמבר נוב׳ ნოემბერი ნოე նոյեմբեր նոյեմբերի նոյ қараша қар नोभेम्बर ඉල්',
  },
  {
    inText:
      'december décembre dezember diciembre dicembre dezembro декабрь декабря декабрю декабрем декабре ' +
      'grudzień grudnia aralık aralik ديسمبر',
    other:
      'دجنبر ' +
      'dec déc dez dic дек δεκ gru prosinec prosince pro decembra desember des joulukuu joulukuuta ' +
      'joulu detsember dets ዲሴምበር decembris decembrī gruodis gruodžio decembrie декември грудень грудня груд снежань ' +
      'снежня сне децембар дец decembar prosinac prosinca δεκεμβρίου ara dekabr dek dhjetor dhj ' +
      'desembre decembro abendua abenduaren abe nollaig noll rhagfyr rhag diċembru diċ desemba disember dis ' +
      'disyembre ธันวาคม ธค ທັນວາ ທວ ធ្នូ ဒီဇင်ဘာ ဒီ दिसंबर दिस॰ ডিসেম্বর ডিসে டிசம்பர் டிச డిసెంబర్ ' +
      'డిసెం डिसेंबर डिसें ડિસેમ્બર ડિસે ਦਸੰਬਰ ਦਸੰ دسمبر دسامبر דצמבר דצמ׳ დეკემბერი დეკ դեկտեմբեր ' +
      'դեկտեմբերի դեկ желтоқсан жел डिसेम्बर උඳුවප් decembre',
  },
];

/** Sunday to Saturday: the full names searched for in running text. */
export const WEEKDAYS_IN_TEXT: readonly string[] = [
  'sunday dimanche sonntag domingo domenica воскресенье воскресенья воскресенью zondag niedziela ' +
    'niedzielę niedzieli 周日 星期日 星期天 日曜 일요일',
  'monday lundi montag lunes lunedì segunda-feira понедельник понедельника понедельнику ' +
    'понедельником понедельнике maandag poniedziałek 周一 星期一 月曜 월요일',
  'tuesday mardi dienstag martes martedì terça-feira вторник вторника вторнику вторником вторнике ' +
    'dinsdag wtorek 周二 星期二 火曜 화요일',
  'wednesday mercredi mittwoch miércoles mercoledì quarta-feira среда среды среду woensdag środę ' +
    'środa 周三 星期三 水曜 수요일',
  'thursday jeudi donnerstag jueves giovedì quinta-feira четверг четверга четвергу четвергом ' +
    'четверге donderdag czwartek 周四 星期四 木曜 목요일',
  'friday vendredi freitag viernes venerdì sexta-feira пятница пятницы пятницу vrijdag piątek 周五 ' +
    '星期五 金曜 금요일',
  'saturday samedi samstag sonnabend sábado sabato суббота субботы субботу zaterdag sobota sobotę ' +
    'soboty 周六 星期六 土曜 토요일',
];

/** All other names of weekdays. Which day they name does not matter. */
export const OTHER_WEEKDAYS: string =
  'tues weds wednes thur thurs mer jeu ven sam dim lun mié mie sáb seg ter qua qui sex κυρ δευ τρι ' +
  'τετ πεμ παρ σαβ σάβ mon tue wed thu fri sat sun mo di mi do fr sa so mar jue vie dom gio sab ma ' +
  'wo vr za zo pon wt śr czw pt sob niedz pondělí úterý středa čtvrtek pátek neděle po út st čt pá ' +
  'ne pondelok utorok streda štvrtok piatok nedeľa ut št pi ponedeljek torek sreda četrtek petek ' +
  'nedelja tor sre čet pet ned måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors ' +
  'fre lör sön mandag tirsdag lørdag søndag man tirs lør søn tir tysdag laurdag tys lau maanantai ' +
  'tiistai keskiviikko torstai perjantai lauantai sunnuntai ti ke to pe la su esmaspäev teisipäev ' +
  'kolmapäev neljapäev reede laupäev pühapäev e t k n r l p pirmdiena otrdiena trešdiena ' +
  'ceturtdiena piektdiena sestdiena svētdiena pirmd otrd trešd ceturtd piektd sestd svētd ' +
  'pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis pr an ' +
  'tr kt pn sk hétfő kedd szerda csütörtök péntek szombat vasárnap h sze cs szo v luni marți ' +
  'miercuri joi vineri sâmbătă duminică vin sâm dum понеделник сряда четвъртък петък събота неделя ' +
  'пн вт ср чт пт сб нд вс понеділок вівторок середа четвер пʼятниця субота неділя панядзелак ' +
  'аўторак серада чацвер пятніца нядзеля аў чц понедељак уторак четвртак петак недеља пон уто сре ' +
  'чет пет суб нед ponedeljak utorak četvrtak petak subota uto sub четврток петок сабота недела ' +
  'вто саб ponedjeljak srijeda nedjelja sri δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή ' +
  'τρί πέμ pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz bazar ' +
  'ertəsi çərşənbə axşamı cümə şənbə be ça ç ca c ş b hënë martë mërkurë enjte premte shtunë diel ' +
  'hën mër enj pre sht die dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj ' +
  'dv ds dg luns mércores xoves venres mér xov astelehena asteartea asteazkena osteguna ostirala ' +
  'larunbata igandea al ar az og or lr ig dé luain máirt céadaoin déardaoin haoine sathairn ' +
  'domhnaigh luan céad déar aoine sath domh dydd llun mawrth mercher iau gwener sadwrn sul maw gwe ' +
  'sad mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur mán þri ' +
  'mið fim fös it-tnejn it-tlieta l-erbgħa il-ħamis il-ġimgħa is-sibt il-ħadd tne tli erb ħam ġim ' +
  'sib ħad vrydag saterdag sondag jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili ' +
  'senin selasa rabu kamis jumat sabtu minggu sen sel rab kam jum min isnin khamis jumaat ahad isn ' +
  'kha ahd thứ hai ba tư năm sáu bảy chủ nhật 2 3 4 5 6 7 cn miyerkules huwebes biyernes sabado ' +
  'linggo miy huw biy lin วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ ' +
  'จันทร์ อังคาร พุธ พฤหัส ศุกร์ เสาร์ อาทิตย์ ວັນຈັນ ວັນອັງຄານ ວັນພຸດ ວັນພະຫັດ ວັນສຸກ ວັນເສົາ ' +
  'ວັນອາທິດ ຈັນ ອັງຄານ ພຸດ ພະຫັດ ສຸກ ເສົາ ອາທິດ ចន្ទ អង្គារ ពុធ ព្រហស្បតិ៍ សុក្រ សៅរ៍ អាទិត្យ ព្រហ ' +
  'တနင်္လာ အင်္ဂါ ဗုဒ္ဓဟူး ကြာသပတေး သောကြာ စနေ တနင်္ဂနွေ सोमवार मंगलवार बुधवार गुरुवार शुक्रवार ' +
  'शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার ' +
  'শনিবার রবিবার সোম মঙ্গল বুধ বৃহস্পতি শুক্র শনি রবি திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ' +
  'ஞாயிறு திங் செவ் புத வியா வெள் ஞாயி సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ఆదివారం ' +
  'సోమ మంగళ బుధ గురు శుక్ర శని ఆది मंगळवार मंगळ સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર ' +
  'રવિવાર સોમ મંગળ બુધ ગુરુ શુક્ર શનિ રવિ ਸੋਮਵਾਰ ਮੰਗਲਵਾਰ ਬੁੱਧਵਾਰ ਵੀਰਵਾਰ ਸ਼ੁੱਕਰਵਾਰ ਸ਼ਨੀਵਾਰ ਐਤਵਾਰ ' +
  'ਸੋਮ ਮੰਗਲ ਬੁੱਧ ਵੀਰ ਸ਼ੁੱਕਰ ਸ਼ਨੀ ਐਤ پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار دوشنبه سه‌شنبه چهارشنبه ' +
  'پنجشنبه جمعه شنبه یکشنبه الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد יום שני שלישי ' +
  'רביעי חמישי שישי שבת ראשון ב׳ ג׳ ד׳ ה׳ ו׳ א׳ ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი ' +
  'შაბათი კვირა ორშ სამ ოთხ ხუთ პარ შაბ კვი երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ ' +
  'կիրակի երկ երք չրք հնգ ուր շբթ կիր дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі дс ' +
  'сс бс жм жс dushanba seshanba chorshanba payshanba juma shanba yakshanba dush sesh chor pay ' +
  'shan yak даваа мягмар лхагва пүрэв баасан бямба ням да мя лх пү ба бя ня सोमबार मङ्गलबार बुधबार ' +
  'बिहिबार शुक्रबार शनिबार आइतबार मङ्गल बिहि आइत සඳුදා අඟහරුවාදා බදාදා බ්‍රහස්පතින්දා සිකුරාදා ' +
  'සෙනසුරාදා ඉරිදා අඟහ බ්‍රහස් සිකු සෙන';
