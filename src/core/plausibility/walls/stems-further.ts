/**
 * Expressions for the words of short walls in Danish, Norwegian, Finnish, Hungarian, Romanian, Greek, Bulgarian,
 * Hebrew, Persian, Croatian (Serbian, Bosnian), Slovak and Catalan, by kind, a language a line.
 */
export const FURTHER_CONSENT = String.raw`
samtykke|annoncer|(?:dine|deres) (?:data|oplysninger)|din enhed|(?:vores|og) (?:\d+ )?(?:samarbejds)?partnere|(?:accepter|tillad|afvis) alle|kun nødvendige|privatliv
personvern|informasjonskaps|annonser|enheten din|(?:våre|og) (?:\d+ )?(?:samarbeids)?partnere|godta alle|avvis alle|bare nødvendige
eväste|yksityisyy|suostumu|mainon|mainok|laitteelle(?:si|nne)|kumppanimme|hyväksy (?:kaikki|evästeet)|hylkää
süti|hozzájárul|adatvédel|adatainak|hirdetés|eszköz[eé]n|partnereink|(?:összes|mindet?) elfogad|elfogadom|elutasít
confidențialitat|consimțăm|publicitat|dispozitivul|partenerii no[sș]tri|module cookie|accept[aă] (?:tot|toate)|respinge tot
ιδιωτικ|απόρρητο|συγκατάθεσ|διαφημίσε|διαφήμισ|συσκευή σας|συνεργάτες μας|αποδοχή (?:όλων|και)|απόρριψ|απορρίπτω
поверителност|бисквитк|съгласи|реклам|партньор|вашето устройство|приемам|отказвам
פרטיות|עוגיות|הסכמתך|מסכימים|פרסומות|במכשיר|המכשיר של|השותפים שלנו|אישור הכו?ל|לאשר הכו?ל|דחיי?ת?
حریم خصوصی|کوکی|رضایت|تبلیغات|دستگاه شما|شرکای ما|پذیرش همه|قبول همه|رد همه
privatnost|kolačić|privol|pristanak|oglas|vašem uređaju|naši partneri|prihva(?:ti|ćam)|odbi(?:j|jam)
súkromi|súhlas|reklam|vašom zariadení|naši (?:\d+ )?partneri|prijať všetk|odmietnuť
privadesa|privacitat|galetes|consentiment|publicitat|(?:vostre|teu) dispositiu|nostres (?:\d+ )?socis|accepta(?:-ho| tot)|rebutja
`;

export const FURTHER_LOGIN = String.raw`
abonnent|abonnement|log ind|opret (?:en )?(?:konto|bruger)|læse? (?:hele|videre)|adgang til
abonnent|abonnement|logg (?:deg )?inn|opprett (?:en )?(?:konto|bruker)|lese? (?:hele|videre)|forbeholdt
tilaaj|tilaa\b|tilauk|kirjaudu|luo (?:tili|tunnus)|käyttäjätili|rekisteröidy|jatkaaksesi|lue lisää|kuukaudessa
előfizet|jelentkez|bejelentkez|regisztrál|belépés|felhasználói fiók|olvasna tovább|folytatása csak|havonta
abona[țtm]|autentific|conectați|înregistra|creați(?:-vă)? (?:un )?cont|citi (?:mai departe|în continuare|integral)|pe lună
συνδρομητ|συνδρομή|συνδεθείτε|σύνδεση|εγγραφ|εγγραφείτε|λογαριασμό|για να συνεχίσετε|τον μήνα
абонат|абонир|абонамент|влезте|регистрирайте|профила си|четете (?:нататък|цял)|на месец
מנוי|להתחבר|התחברו|התחברות|להירשם|הירשמו|הרשמה|חשבון|להמשיך לקרוא|לחודש
مشترک|اشتراک|وارد شوید|ورود|ثبت ?‌?نام|حساب کاربری|ادامه (?:مطلب|خواندن)|در ماه|ویژه اعضا
pretplat|prijavite|prijava|registriraj|registruj|korisnički račun|nastavak članka|čitanje|mjesečno|mesečno
predplat|prihlás|registruj|zaregistruj|pokračovanie článku|čítať ďalej|mesačne|odomkn
subscript|subscriv|inici(?:eu|a) sessió|registr(?:eu|a)|continuar llegint
`;

export const FURTHER_BOT = String.raw`
menneske|usædvanlig|tjekker|kontrollerer|afkryds|sæt (?:et )?flueben|automatisk(?:e)? (?:trafik|program)
menneske|uvanlig|sjekker|kontrollerer|kryss av|automatisert|automatiske program
robott|ihmi[ns]|tarkistam|varmistam|epätavalli|automaattis|valitse ruutu|liukusäädin
(?:nem|ön) robot|emberi|ellenőriz|szokatlan|jelölje be|négyzetet|csúszká
persoană reală|sunteți o persoană|om real|verificăm|neobișnuit|bifați|caseta|glisorul
ρομπότ|άνθρωπος|ελέγχουμε|επαλήθευσ|ασυνήθιστ|αυτοματοποιημέν|σημειώστε|πλαίσιο
не сте робот|човек|проверяваме|проверка|необичай|отбележете|квадратче|плъзгач
רובוט|בן אדם|אנושי|בודקים|אימות|חריג|אוטומטי|לסמן את|סמנו
ربات|روبات|انسان|بررسی (?:این|می|مرورگر)|تأیید|غیرعادی|خودکار|کادر|علامت بزنید
čovjek|čovek|provjerava|proverava|neuobičaj|automatiziran|označite|kvadrati|klizač
človek|overuj|overte|nezvyčajn|automatizovan|zaškrtnite|políčk|posuvník
sou cap robot|humà|comprovant que|comprovem|automatitz|marqueu|casella|lliscant
`;

export const FURTHER_ERRORS = String.raw`
findes ikke|ikke (?:finde|fundet|tilgængelig)|kunne ikke finde|slettet|fjernet|gik galt|opstod en fejl|prøv igen|vedligehold|snart tilbage|i dit land
finnes ikke|fant ikke|ikke (?:funnet|tilgjengelig)|slettet|fjernet|gikk galt|oppstod en feil|prøv igjen|vedlikehold|snart tilbake|i ditt land
ei (?:ole|löydy|löytynyt)|ei enää|poistettu|virhe|meni pieleen|yritä (?:myöhemmin|uudelleen)|huolto|huoltokat|palaamme pian|ei ole saatavilla|maassasi
nem (?:létezik|található|elérhető)|töröl|eltávolít|hiba történt|próbálja (?:újra|meg)|karbantart|hamarosan visszat|az ön (?:országában|régiójában)
nu (?:mai )?(?:există|a fost găsit|este disponibil)|șters|eroare|încercați (?:din nou|mai târziu)|mentenan|revenim în curând|în țara dumneavoastră
δεν (?:βρέθηκε|υπάρχει|είναι διαθέσιμ)|διαγράφηκε|αφαιρέθηκε|σφάλμα|δοκιμάστε (?:ξανά|αργότερα)|συντήρησ|επιστρέφουμε σύντομα|στη χώρα σας
не (?:съществува|е намерен|е налич|е достъп)|изтрит|премахнат|грешка|опитайте (?:отново|по-късно)|поддръжка|във вашата страна
לא (?:נמצא|קיים|זמין)|אינו קיים|אינה קיימת|נמחק|הוסר|שגיאה|נסו שוב|תחזוקה|נשוב בקרוב|במדינה שלך
پیدا نشد|یافت نشد|وجود ندارد|حذف شده|خطا(?:یی)? رخ|دوباره تلاش|بعداً|تعمیر|به ?‌?زودی باز|در کشور شما
ne postoji|nije (?:pronađen|dostup)|obrisan|uklonjen|greška|pogreška|pokušajte (?:ponovno|ponovo|kasnije)|održavanj|uskoro se vraćamo|u vašoj (?:zemlji|državi)
neexistuje|nenaš(?:la|lo|iel)|nie je (?:dostupn|k dispozícii)|odstránen|zmazan|vyskytla sa chyba|skúste (?:to )?(?:znova|neskôr)|údržb|čoskoro (?:späť|sme)|vo vašej krajine
no (?:existeix|s['’]ha trobat|està disponible)|esborrat|s['’]ha produït un error|torneu-ho a provar|proveu-ho|manteniment|tornem aviat|al vostre país
`;

export const FURTHER_HURDLES = String.raw`
fødselsdato|(?:1[68]) år|din alder|i appen|hent (?:vores )?app|i kø(?!\p{L})|ventetid|venteværelse
fødselsdato|(?:1[68]) år|din alder|i appen|last ned appen|i kø(?!\p{L})|ventetid|venterom
syntymäaika|(?:1[68])[- ]vuoti|ikäsi|sovelluksessa|lataa sovellus|jonossa|odotusaika
születési|(?:1[68]) éves|életkor|alkalmazás(?:ban|t|unk)|várólist|sorban áll|várakozási
data nașterii|(?:1[68]) ani|vârsta|în aplicație|descărcați aplicația|la coadă|timp de așteptare
ημερομηνία γέννησης|(?:1[68]) ετών|ηλικία σας|εφαρμογή|ουρά|χρόνος αναμονής
дата на раждане|навършени (?:1[68])|възрастта|приложението|на опашка|време за изчакване
תאריך לידה|גיל (?:1[68])|גילך|באפליקציה|הורידו את|אתם בתור|זמן המתנה
تاریخ تولد|(?:18|۱۸) سال|سن شما|در برنامه|اپلیکیشن|در صف|زمان انتظار
datum rođenja|(?:1[68]) godina|vašu dob|u aplikaciji|preuzmite aplikaciju|u redu čekanja|vrijeme čekanja
dátum narodenia|(?:1[68]) rokov|váš vek|v aplikácii|stiahnite si|v poradí|čakacia doba
data de naixement|(?:1[68]) anys|vostra edat|a l['’]aplicació|a la cua|temps d['’]espera
`;

/** These stand in one expression with words of other languages. */
export const FURTHER_MOVED =
  'vi er flytte?t|ny adresse|sendt videre|videresend|muuttaneet|uuteen osoitteeseen|ohjataan|elköltöz|új cím|átirányít|ne-am mutat|adresă nouă|nouă adresă|redirecționa|μετακομίσαμε|μεταφερ|νέα διεύθυνση|преместихме|нов адрес|пренасоч|עברנו|כתובת חדשה|מועבר|منتقل شد|نشانی جدید|آدرس جدید|preselili|nov(?:a|u|oj) adres|preusmjer|preusmer|presťahova|nov(?:á|ú|ej) adres|presmer|ens hem (?:mudat|traslladat)|adreça nova|nova adreça|redirigit';
