/**
 * Expressions for the words of short pages that are away, under repair or refused to a country, by their beginnings:
 * a language a line.
 */
export const ERROR_STEMS = String.raw`
\b(?:404|410|451|500|503)\b
domain (?:name )?(?:is|may be|has been) (?:for sale|registered|parked)|buy this domain|diese domain (?:ist|steht)|ce (?:nom de )?domaine|este dominio|dominio (?:registrad|in vendita|è stato registrato)|domínio registrado|este domínio|dit domein|domännamn|ta domena|tato doména|доменн?(?:ое)? (?:имя|припаркован|зарегистрирован)|домен (?:припаркован|зарегистрирован|зареєстрован)|alan adı|اسم النطاق|此域名|该域名|域名(?:出售|可以转让)|此網域|ドメインは|도메인은|nama domain|tên miền
not found|no longer (?:exists|available)|gone missing|does ?n[o’']t exist|went wrong|leads? nowhere|nothing (?:here|to see)|dead link|(?:been|was) (?:taken down|removed|deleted)|taken down|typed wrong|wrong(?:ly)? (?:link|address)|mistyped|maintenance|back (?:shortly|soon)|up again|be back|technical (?:issue|difficult|problem)|try again|sprucing|your (?:country|region|location)|legal reasons|economic area|where you (?:live|are)
schiefgelaufen|fehler (?:ist )?aufgetreten|erneut versuchen|noch einmal versuchen|nicht (?:gefunden|mehr|verfügbar|erreichbar)|gibt es (?:hier )?(?:leider )?nicht|hier ist (?:leider |gerade )?nichts|entfernt|gelöscht|ins leere|wartung|wir bauen|gleich (?:wieder|zurück)|wieder (?:da|für sie)|in (?:ihrer|deiner) region|in (?:ihrem|deinem) land|rechtlichen gründen
introuvable|une erreur|réessay|n[’']existe (?:plus|pas)|rien (?:par |à voir )?ici|été (?:supprimé|retiré|déplacé)|mauvais lien|en travaux|maintenance|entretien|indisponible|revenons bientôt|(?:depuis|dans) votre (?:pays|région)|pas accessible|raisons (?:légales|juridiques)
no existe|ya no|fallado|error interno|vuelva a intentar|int[eé]ntel[oa]|aquí no hay|no hay nada|ninguna parte|(?:borrado|eliminado|retirado)|haciendo mejoras|mantenimiento|volvemos|volveremos|no (?:está )?disponible|(?:su|tu) (?:región|país)|motivos legales
errore (?:interno|del server)|qualcosa è andato|riprova|non (?:esiste|trovat|c['’]è nulla|c['’]è niente)|stat[ao] (?:rimoss|eliminat|cancellat)|manutenzione|torniamo|torneremo|non (?:è )?disponibil|nel tuo paese|tua (?:zona|regione)|non può essere visualizzat|dal paese in cui
erro (?:interno|no servidor)|algo deu errado|tente novamente|não (?:existe|encontrad|há nada)|nada aqui|(?:foi|sido) (?:removid|apagad|excluíd)|manutenção|voltamos|indisponível|não (?:está )?disponível|(?:seu|sua) (?:país|região)
misgegaan|probeer het (?:later|opnieuw)|niet (?:gevonden|meer|bestaat|beschikbaar)|er niet|niets te zien|hier is niets|verwijderd|onderhoud|zo terug|in (?:uw|je|jouw) (?:land|regio)|alleen in (?:nederland|belgië)|buiten (?:nederland|belgië)|uitzendrechten
finns inte|gick (?:något )?fel|försök igen|hittade(?:s)? inte|finns inget|tagits bort|raderats|underhåll|snart tillbaka|inte tillgänglig|i (?:ditt land|din region)
poszło nie tak|wystąpił błąd|spróbuj ponownie|nie (?:istnieje|znalezion|ma)|nic tu|usunięt|skasowan|przerwa techniczna|prace (?:techniczne|serwisowe)|wkrótce wracamy|niedostępn|w (?:twoim kraju|twoim regionie)|w kraju, w którym|modernizac|za utrudnienia
neexistuje|došlo k chybě|něco se pokazilo|zkuste to (?:znovu|později)|nenalezen|nic není|odstraněn|smazán|údržb|brzy (?:zpět|jsme)|není (?:dostupn|k dispozici)|ve vaší (?:zemi|oblasti)
произошла ошибка|попробуйте (?:позже|ещё|снова)|не (?:найден|существует|нашлось)|страницы у нас нет|ничего нет|удал(?:или|ен)|технические работы|скоро верн|недоступ|в вашей стране|в вашем регионе
сталася помилка|спробуйте (?:пізніше|ще|знову)|не (?:знайден|існує)|нічого (?:немає|нема)|видал(?:или|ен)|технічні роботи|скоро поверн|недоступн|у вашій країні|у вашому регіоні
bulunamadı|bir hata oluştu|yanlış gitti|bir şey yok|kaldırıl|silin|bakım|kısa süre sonra|geri döne|tekrar dene|erişilemez|ülkenizde|bölgenizde
غير موجود|حدث خطأ|لم يتم العثور|لا يوجد شيء|حُ?ذفت|حُ?ذف |تمت إزالة|الصيانة|صيانة|المحاولة لاحق|حاول (?:مجدد|لاحق)|من الطلبات|نعود قريب|غير متاح|غير متوفر|في بلدك|في منطقتك
見つかりません|エラーが発生|削除され|何もありません|ございません|保守|メンテナンス|しばらくしてから|お住まいの(?:地域|国)|ご覧いただけません|ご利用いただけません|利用できません
不存在|服务器错误|伺服器錯誤|系统繁忙|已被删除|已删除|已被移除|移除|什么都没有|没有找到|出错|维护|維護|升级|稍后再|稍後再|暂停服务|所在(?:的)?(?:地区|地區|国家|國家)|无法(?:访问|查看|打开)|無法(?:訪問|查看|瀏覽)|版权原因
찾을 수 없|오류가 발생|다시 시도|삭제(?:된|되)|아무것도 없|점검|일시 중단|이용할 수 없|거주 지역|국가에서|지역에서
`;

/** The same for pages that ask for an age, an app or patience before they show anything. */
export const HURDLE_STEMS = String.raw`
date of birth|(?:1[68]|21) (?:or over|or older|years)|(?:over|at least) (?:1[68]|21)|your age|how old|in (?:the|our) app|(?:get|download|open) (?:our|the) app|open in app|in (?:line|the queue)|queue|estimated wait|waiting room|your turn
geburtsdatum|1[68] jahre|(?:ihr|dein) alter|unsere app|in der app|app (?:öffnen|laden|herunter)|warteschlange|wartezeit|warteraum|an der reihe
date de naissance|(?:1[68]) ans|votre âge|l['’]appli|notre appli|file d['’]attente|salle d['’]attente|temps (?:d['’]attente|estimé)|votre tour
fecha de nacimiento|(?:1[68]) años|(?:su|tu) edad|nuestra app|en la app|la aplicación|en la cola|sala de espera|tiempo de espera|su turno
data di nascita|(?:1[68]) anni|tua età|nostra app|nell['’]app|scarica l['’]app|in coda|sala d['’]attesa|tempo di attesa|tuo turno
data de nascimento|(?:1[68]) anos|sua idade|nosso app|no app|na aplicação|aplicativo|na fila|sala de espera|tempo de espera|sua vez
geboortedatum|(?:1[68]) jaar|(?:uw|je) leeftijd|onze app|in de app|in de (?:rij|wachtrij)|wachtrij|wachttijd|wachtruimte|aan de beurt
födelsedatum|(?:1[68]) år|din ålder|vår app|i appen|ladda ner appen|i kö|väntrum|väntetid|din tur
dat[ęa] urodzenia|(?:1[68]) lat|dla dorosłych|pełnoletni|(?:twój|swój) wiek|naszą aplikację|w aplikacji|w kolejce|poczekalni|czas oczekiwania
datum narození|(?:1[68]) let|váš věk|naši aplikaci|v aplikaci|ve frontě|čekárn|doba čekání
дат[уа] рождения|(?:1[68]) лет|ваш возраст|наше приложение|в приложении|скачайте приложение|в очереди|время ожидания|ваша очередь
дат[уа] народження|(?:1[68]) років|ваш вік|наш застосунок|у застосунку|у черзі|час очікування
doğum tarih|(?:1[68]) yaş|yaşınız|uygulamamızı|uygulamada|uygulamayı|sıradasınız|bekleme (?:süresi|odası)|sıranız
تاريخ (?:الميلاد|ميلادك)|(?:1[68]|١٨) (?:عام|سنة)|عمرك|تطبيقنا|في التطبيق|حم[ّ]?ل التطبيق|قائمة الانتظار|طابور|وقت الانتظار|دورك
生年月日|(?:1[68])歳|年齢確認|アプリ(?:で|を|をダウンロード)|順番に|順番待ち|待ち時間|アクセスが(?:集中|混み)|混み合
出生日期|(?:1[68])周?(?:岁|歲)|年龄|年齡|(?:下载|下載|打开|打開)(?:app|客户端|客戶端)|(?:app|客户端)(?:内|里|中|继续)|查看全文|排队|排隊|等待\d|预计等待|访问人数
생년월일|만 ?(?:1[89])세|연령|나이|앱(?:을|에서|으로| 열기| 설치)|전체 기사를|대기 (?:중|시간|열)|접속자가|차례
`;
