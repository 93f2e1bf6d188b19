/**
 * Walls in languages beyond the sixteen of the topics, each written for this test without looking at the lists: kind,
 * language, title, text.
 */
export const FURTHER_WALLS = `
consent | da | Vi passer på dine data | Vi og vores samarbejdspartnere gemmer oplysninger på din enhed for at vise relevante annoncer. Accepter alle. Kun nødvendige.
login | da | Kun for abonnenter | Du skal have et abonnement for at læse hele artiklen. Har du allerede en konto? Log ind.
bot-check | da | Et øjeblik | Vi tjekker, om du er et menneske. Det tager kun få sekunder.
javascript | da | Læser | Slå JavaScript til i din browser for at se siden.
error | da | Siden findes ikke | Vi kunne ikke finde den side, du leder efter. Den kan være slettet.
moved | da | Vi er flyttet | Vores hjemmeside har fået ny adresse. Du bliver sendt videre om et øjeblik.
consent | nb | Personvernet ditt | Vi og våre partnere lagrer opplysninger på enheten din for å vise tilpassede annonser. Godta alle. Avvis alle.
login | nb | For abonnenter | Denne saken er forbeholdt abonnenter. Logg inn eller kjøp abonnement for å lese videre.
bot-check | nb | Vent litt | Vi sjekker at du ikke er en robot. Kryss av i boksen nedenfor.
error | nb | Fant ikke siden | Beklager, siden du leter etter finnes ikke lenger. Prøv igjen senere.
consent | fi | Yksityisyytesi on meille tärkeää | Me ja kumppanimme tallennamme tietoja laitteellesi mainonnan kohdentamiseksi. Hyväksy kaikki. Hylkää kaikki.
login | fi | Vain tilaajille | Tämä artikkeli on luettavissa vain tilaajille. Kirjaudu sisään tai tilaa lehti jatkaaksesi lukemista.
bot-check | fi | Hetkinen | Tarkistamme, että et ole robotti. Tämä kestää vain muutaman sekunnin.
javascript | fi | Lukija | Ota JavaScript käyttöön selaimessasi nähdäksesi tämän sivun.
error | fi | Sivua ei löytynyt | Etsimääsi sivua ei ole enää olemassa. Yritä myöhemmin uudelleen.
moved | fi | Olemme muuttaneet | Sivustomme on siirtynyt uuteen osoitteeseen. Sinut ohjataan sinne hetken kuluttua.
consent | hu | Fontos számunkra az Ön adatainak védelme | Mi és partnereink adatokat tárolunk az Ön eszközén, hogy személyre szabott hirdetéseket jeleníthessünk meg. Az összes elfogadása. Elutasítás.
login | hu | Csak előfizetőknek | A cikk folytatása csak előfizetőink számára érhető el. Jelentkezzen be, vagy fizessen elő.
bot-check | hu | Egy pillanat | Ellenőrizzük, hogy Ön nem robot. Kérjük, jelölje be a négyzetet.
javascript | hu | Olvasó | Az oldal megtekintéséhez engedélyezze a JavaScript futtatását a böngészőben.
error | hu | Az oldal nem található | A keresett oldal nem létezik, vagy törölték. Kérjük, próbálja újra később.
moved | hu | Elköltöztünk | Weboldalunk új címre költözött. Néhány másodpercen belül átirányítjuk.
consent | ro | Confidențialitatea dumneavoastră | Noi și partenerii noștri stocăm informații pe dispozitivul dumneavoastră pentru publicitate personalizată. Acceptă tot. Respinge tot.
login | ro | Conținut pentru abonați | Acest articol este disponibil doar abonaților. Autentificați-vă sau abonați-vă pentru a citi mai departe.
bot-check | ro | O clipă | Verificăm dacă sunteți o persoană. Bifați caseta de mai jos.
javascript | ro | Cititor | Activați JavaScript în browser pentru a vedea această pagină.
error | ro | Pagina nu a fost găsită | Pagina căutată nu mai există sau a fost ștearsă. Încercați din nou mai târziu.
moved | ro | Ne-am mutat | Site-ul nostru are o adresă nouă. Veți fi redirecționat în câteva secunde.
consent | el | Σεβόμαστε την ιδιωτικότητά σας | Εμείς και οι συνεργάτες μας αποθηκεύουμε πληροφορίες στη συσκευή σας για εξατομικευμένες διαφημίσεις. Αποδοχή όλων. Απόρριψη.
login | el | Μόνο για συνδρομητές | Το άρθρο είναι διαθέσιμο μόνο σε συνδρομητές. Συνδεθείτε ή γίνετε συνδρομητής για να συνεχίσετε.
bot-check | el | Μια στιγμή | Ελέγχουμε ότι δεν είστε ρομπότ. Σημειώστε το πλαίσιο.
javascript | el | Αναγνώστης | Ενεργοποιήστε τη JavaScript στο πρόγραμμα περιήγησης για να δείτε τη σελίδα.
error | el | Η σελίδα δεν βρέθηκε | Η σελίδα που ζητήσατε δεν υπάρχει πια. Δοκιμάστε ξανά αργότερα.
moved | el | Μετακομίσαμε | Ο ιστότοπός μας έχει νέα διεύθυνση. Θα μεταφερθείτε σε λίγα δευτερόλεπτα.
consent | bg | Вашата поверителност | Ние и нашите партньори съхраняваме информация на вашето устройство, за да показваме подходящи реклами. Приемам всички. Отказвам.
login | bg | Само за абонати | Статията е достъпна само за абонати. Влезте в профила си или се абонирайте, за да четете нататък.
bot-check | bg | Един момент | Проверяваме дали не сте робот. Отбележете квадратчето.
error | bg | Страницата не е намерена | Търсената страница не съществува или е изтрита. Опитайте отново по-късно.
consent | he | הפרטיות שלך חשובה לנו | אנחנו והשותפים שלנו שומרים מידע על המכשיר שלך כדי להציג פרסומות מותאמות אישית. אישור הכול. דחייה.
login | he | למנויים בלבד | הכתבה זמינה למנויים בלבד. יש להתחבר או להירשם כמנוי כדי להמשיך לקרוא.
bot-check | he | רק רגע | אנחנו בודקים שאינך רובוט. יש לסמן את התיבה.
error | he | הדף לא נמצא | הדף שחיפשת אינו קיים עוד. נסו שוב מאוחר יותר.
consent | fa | حریم خصوصی شما | ما و شرکای ما اطلاعاتی را روی دستگاه شما ذخیره می‌کنیم تا تبلیغات مناسب نشان دهیم. پذیرش همه. رد همه.
login | fa | ویژه مشترکان | این مطلب فقط برای مشترکان در دسترس است. برای ادامه وارد شوید یا ثبت‌نام کنید.
bot-check | fa | یک لحظه | در حال بررسی این هستیم که شما ربات نباشید. لطفاً کادر را علامت بزنید.
error | fa | صفحه پیدا نشد | صفحه‌ای که به دنبال آن هستید وجود ندارد یا حذف شده است. بعداً دوباره تلاش کنید.
consent | hr | Cijenimo vašu privatnost | Mi i naši partneri pohranjujemo podatke na vašem uređaju radi prikaza prilagođenih oglasa. Prihvati sve. Odbij.
login | hr | Samo za pretplatnike | Nastavak članka dostupan je samo pretplatnicima. Prijavite se ili se pretplatite za čitanje.
bot-check | hr | Trenutak | Provjeravamo da niste robot. Označite kvadratić.
error | hr | Stranica nije pronađena | Tražena stranica ne postoji ili je obrisana. Pokušajte ponovno kasnije.
consent | sk | Vážime si vaše súkromie | My a naši partneri ukladáme informácie vo vašom zariadení, aby sme zobrazovali prispôsobenú reklamu. Prijať všetko. Odmietnuť.
login | sk | Len pre predplatiteľov | Pokračovanie článku je dostupné len predplatiteľom. Prihláste sa alebo si kúpte predplatné.
bot-check | sk | Okamih | Overujeme, či nie ste robot. Zaškrtnite políčko.
error | sk | Stránka sa nenašla | Hľadaná stránka neexistuje alebo bola odstránená. Skúste to znova neskôr.
consent | ca | Valorem la vostra privadesa | Nosaltres i els nostres socis emmagatzemem informació al vostre dispositiu per mostrar publicitat personalitzada. Accepta-ho tot. Rebutja.
login | ca | Contingut per a subscriptors | Aquest article és només per a subscriptors. Inicieu sessió o subscriviu-vos per continuar llegint.
error | ca | No s’ha trobat la pàgina | La pàgina que busqueu ja no existeix. Torneu-ho a provar més tard.
consent | da | Dit valg | Vil du læse gratis? Så skal vi bruge cookies til statistik og markedsføring. Du kan altid trække dit samtykke tilbage.
login | da | Læs videre | Denne artikel er kun for medlemmer. Prøv en måned for 1 krone, og få adgang til alt indhold.
consent | nb | Før du leser videre | For å gi deg en bedre opplevelse bruker vi informasjonskapsler. Velg hva du vil godta.
moved | nb | Ny adresse | Avisen har fått ny adresse. Du sendes videre om fem sekunder.
login | fi | Jatka lukemista | Olet lukenut tämän kuun ilmaiset juttusi. Tilaa, niin saat lukea kaiken. Oletko jo tilaaja? Kirjaudu.
error | fi | Huoltokatko | Palvelussa on huoltokatko. Palaamme pian takaisin.
bot-check | fi | Varmista | Palvelimelle tulee epätavallisen paljon liikennettä. Valitse ruutu, jos olet ihminen.
login | hu | Prémium tartalom | Ez a tartalom csak regisztrált felhasználóknak olvasható. Regisztráljon ingyen, vagy lépjen be.
error | hu | Karbantartás | Oldalunkon karbantartást végzünk. Kérjük, látogasson vissza később.
consent | ro | Module cookie | Folosim module cookie pentru a vă oferi conținut potrivit. Puteți alege ce acceptați.
error | ro | Mentenanță | Site-ul este în mentenanță. Revenim în curând, vă mulțumim.
consent | el | Cookies | Χρησιμοποιούμε cookies για να σας δείχνουμε σχετικές διαφημίσεις. Επιλέξτε τι αποδέχεστε.
login | el | Διαβάστε τη συνέχεια | Η συνέχεια μόνο για μέλη. Αποκτήστε συνδρομή από 2 ευρώ τον μήνα.
error | el | Συντήρηση | Ο ιστότοπος βρίσκεται υπό συντήρηση. Επιστρέφουμε σύντομα.
consent | bg | Бисквитки | Използваме бисквитки, за да ви показваме подходящо съдържание. Изберете какво приемате.
bot-check | bg | Проверка | Засякохме необичайна активност от вашата мрежа. Потвърдете, че сте човек.
consent | he | עוגיות | האתר משתמש בעוגיות לצורך פרסום. בחרו אם אתם מסכימים לכך.
moved | he | עברנו | האתר שלנו עבר לכתובת חדשה. מיד תועברו לשם.
login | fa | ورود | برای خواندن ادامه مطلب باید وارد حساب کاربری خود شوید یا اشتراک بخرید.
moved | fa | نشانی جدید | وب‌سایت ما به نشانی جدید منتقل شد. چند ثانیه دیگر به آنجا هدایت می‌شوید.
consent | hr | Kolačići | Koristimo kolačiće za statistiku i oglase. Odaberite što prihvaćate.
moved | hr | Preselili smo se | Naš portal ima novu adresu. Za nekoliko sekundi bit ćete preusmjereni.
login | sk | Odomknite článok | Prečítali ste všetky články zadarmo. Predplaťte si nás od 3 eur mesačne a čítajte bez obmedzenia.
moved | sk | Nová adresa | Presťahovali sme sa. O chvíľu vás presmerujeme na našu novú stránku.
consent | ca | Galetes | Fem servir galetes per mesurar l’audiència i mostrar-vos anuncis. Trieu què accepteu.
bot-check | ca | Un moment | Estem comprovant que no sou cap robot. Marqueu la casella.
`;

/** An entry's title and summary in each of these languages, and whether such a short report is taken is tested too. */
export const FURTHER_ENTRIES = `
da | Tolden tilbageholder litografidele i Rotterdam | Tre containere på vej til Shenzhen blev standset tirsdag, oplyser havnen.
nb | Tollen holder tilbake litografideler i Rotterdam | Tre containere på vei til Shenzhen ble stanset tirsdag, opplyser havnen.
fi | Tulli pysäytti litografiaosia Rotterdamissa | Kolme Shenzheniin matkalla ollutta konttia pysäytettiin tiistaina, satama kertoo.
hu | A vám litográfiai alkatrészeket tartott vissza Rotterdamban | Kedden három, Sencsenbe tartó konténert állítottak meg, közölte a kikötő.
ro | Vama reține piese de litografie la Rotterdam | Trei containere cu destinația Shenzhen au fost oprite marți, a anunțat portul.
el | Το τελωνείο κράτησε εξαρτήματα λιθογραφίας στο Ρότερνταμ | Τρία εμπορευματοκιβώτια με προορισμό τη Σενζέν σταμάτησαν την Τρίτη, ανακοίνωσε το λιμάνι.
bg | Митницата задържа части за литография в Ротердам | Три контейнера за Шънчжън бяха спрени във вторник, съобщи пристанището.
he | המכס עיכב חלקי ליתוגרפיה ברוטרדם | שלוש מכולות שהיו בדרכן לשנג׳ן נעצרו ביום שלישי, מסר הנמל.
fa | گمرک قطعات لیتوگرافی را در روتردام نگه داشت | به گفته بندر، سه کانتینر به مقصد شنژن روز سه‌شنبه متوقف شد.
hr | Carina zadržala dijelove za litografiju u Rotterdamu | Tri kontejnera za Shenzhen zaustavljena su u utorak, objavila je luka.
sk | Colníci zadržali diely na litografiu v Rotterdame | V utorok zastavili tri kontajnery smerujúce do Šen-čenu, uviedol prístav.
ca | La duana reté peces de litografia a Rotterdam | Dimarts es van aturar tres contenidors amb destinació a Shenzhen, segons el port.
`;
