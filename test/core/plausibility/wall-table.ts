/**
 * Walls whose wording is in none of the lists: kind, language, title, text. Written for this test, for each kind in
 * one language after the other.
 */
export const WALLS = `
consent | en | Your choices | Before you carry on: this publication and the companies it works with store information on your phone or computer so that ads can be picked for you. Choose "Fine by me" or "Let me choose".
consent | de | Wir brauchen kurz Ihre Entscheidung | Damit dieses Angebot kostenfrei bleibt, möchten wir Informationen auf Ihrem Gerät ablegen und auslesen. Sagen Sie Ja oder wählen Sie das werbefreie Abo.
consent | fr | Faites votre choix | Avec nos partenaires, nous déposons des fichiers sur votre terminal afin de mesurer l'audience. Tout accepter. Continuer sans accepter.
consent | es | Antes de seguir | Nosotros y nuestros socios guardamos información en su dispositivo. Aceptar todo. Rechazar y suscribirse.
consent | it | La tua scelta | Noi e terze parti conserviamo informazioni sul tuo dispositivo. Accetta e continua. Rifiuta e abbonati.
consent | pt | A sua escolha | Nós e os nossos parceiros armazenamos informações no seu dispositivo. Aceito. Gerir opções.
consent | nl | Uw keuze | Wij en onze partners bewaren informatie op uw apparaat om advertenties af te stemmen. Alles toestaan. Instellingen.
consent | sv | Ditt val | Vi och våra samarbetspartner lagrar uppgifter på din enhet för att visa relevanta annonser. Godkänn alla. Hantera val.
consent | pl | Twój wybór | My i nasi partnerzy przechowujemy informacje na Twoim urządzeniu. Zaakceptuj wszystko. Dostosuj.
consent | cs | Vaše volba | My a naši partneři ukládáme informace ve vašem zařízení. Přijmout vše. Nastavení.
consent | ru | Ваш выбор | Мы и наши партнёры храним данные на вашем устройстве, чтобы показывать подходящую рекламу. Принять все. Настроить.
consent | uk | Ваш вибір | Ми та наші партнери зберігаємо дані на вашому пристрої. Прийняти все. Налаштувати.
consent | tr | Seçiminiz | Biz ve iş ortaklarımız cihazınızda bilgi saklıyoruz. Tümünü kabul et. Ayarlar.
consent | ar | اختيارك | نقوم نحن وشركاؤنا بتخزين معلومات على جهازك لعرض إعلانات مناسبة. قبول الكل. إدارة الخيارات.
consent | zh | 您的选择 | 我们和合作伙伴会在您的设备上存储信息，用于个性化内容。全部接受。管理选项。
consent | ja | データの取り扱いについて | 当社とパートナーは、お使いの端末に情報を保存し、閲覧の分析に用います。すべて許可。詳細設定。
consent | ko | 선택이 필요합니다 | 당사와 파트너는 기기에 정보를 저장하고 맞춤 콘텐츠를 제공합니다. 모두 허용. 설정 관리.
login | en | The Harbour Ledger | This story is reserved for patrons. Take out a plan for 2 euros a week and read on.
login | de | Weiterlesen mit Plus | Dieser Beitrag gehört zu Plus. Jetzt freischalten und vier Wochen für 1 Euro testen.
login | fr | Article réservé | Il vous reste 82 % de cet article à découvrir. Déjà inscrit ? Identifiez-vous.
login | es | Contenido para lectores registrados | Ha llegado al límite de lecturas de este mes. Regístrese para continuar.
login | it | Contenuto riservato | Per proseguire la lettura attiva la prova di un mese a 1 euro.
login | pt | Conteúdo exclusivo | Atingiu o limite de leituras. Inicie sessão ou faça a sua assinatura.
login | nl | Verder lezen | Dit verhaal is alleen voor leden. Probeer een maand voor 1 euro.
login | sv | Lås upp | Den här artikeln är låst. Skaffa provmånad för 1 krona och fortsätt läsa.
login | pl | Treść premium | Dalsza część artykułu dostępna po wykupieniu dostępu. Kup dostęp na 30 dni.
login | cs | Prémiový obsah | Zbytek článku je pouze pro platící čtenáře. Odemknout za 9 Kč.
login | uk | Доступ обмежено | Матеріал доступний лише зареєстрованим читачам. Зареєструйтеся, щоб читати далі.
login | tr | Premium içerik | Bu haber yalnızca üyelere açıktır. Üye olun, okumaya devam edin.
login | ar | محتوى للمشتركين | هذا المقال متاح للأعضاء فقط. أنشئ حسابًا لمتابعة القراءة.
login | zh | 付费内容 | 本文为付费内容，剩余部分需开通会员后继续阅读。
login | ja | 有料記事 | この記事は有料です。残り1,240文字。続きを読むには会員登録が必要です。
login | ko | 유료 기사 | 이 기사는 유료 회원 전용입니다. 로그인 후 이용해 주세요.
bot-check | en | Hold on | We are making sure that nothing automated is at work here. Press and hold the button.
bot-check | de | Einen Augenblick | Ihr Browser wird geprüft. Das dauert nur wenige Sekunden.
bot-check | fr | Un instant | Nous nous assurons que la demande vient bien d'une personne. Cochez la case ci-dessous.
bot-check | es | Un segundo | Estamos comprobando que no es un programa automático. Resuelva el rompecabezas.
bot-check | it | Attendere | Stiamo controllando che la richiesta non provenga da un programma. Completa il test.
bot-check | pt | Só um momento | Estamos a confirmar que não é um programa automático. Arraste a peça.
bot-check | nl | Even geduld | We controleren of u geen geautomatiseerd programma bent.
bot-check | sv | Ett ögonblick | Vi kontrollerar att du inte är ett automatiskt program. Dra reglaget.
bot-check | pl | Chwileczkę | Sprawdzamy, czy nie jesteś automatem. Przesuń suwak.
bot-check | cs | Okamžik | Ověřujeme, že nejste automat. Posuňte jezdec.
bot-check | ru | Минутку | Проверяем, что запросы отправляете вы, а не программа. Передвиньте ползунок.
bot-check | uk | Хвилинку | Перевіряємо, що ви не програма. Пересуньте повзунок.
bot-check | tr | Bir saniye | Otomatik bir program olmadığınızı kontrol ediyoruz. Kutuyu işaretleyin.
bot-check | ar | لحظة من فضلك | نتأكد من أنك لست برنامجًا آليًا. يرجى تحريك شريط التمرير.
bot-check | zh | 请稍候 | 系统检测到您的访问频率过高，请拖动滑块完成拼图。
bot-check | ja | 少々お待ちください | アクセス元を確認中です。パズルを完成させてください。
bot-check | ko | 잠시만 기다려 주세요 | 접속이 사람에 의한 것인지 확인하고 있습니다. 퍼즐을 맞춰 주세요.
javascript | en | DocumentReader | This site needs scripting to work. Allow it in the settings and reload.
javascript | de | Leser | Diese Seite funktioniert nur mit eingeschaltetem JavaScript.
javascript | es | Lector | Active JavaScript para ver este contenido.
javascript | it | Lettore | Per vedere questa pagina attiva JavaScript nel browser.
javascript | pt | Leitor | Ative o JavaScript para ver esta página.
javascript | nl | Lezer | Zet JavaScript aan om deze pagina te bekijken.
javascript | sv | Läsare | Slå på JavaScript för att se sidan.
javascript | pl | Czytnik | Włącz JavaScript, aby zobaczyć tę stronę.
javascript | cs | Čtečka | Pro zobrazení stránky zapněte JavaScript.
javascript | ru | Читатель | Включите JavaScript, чтобы увидеть страницу.
javascript | uk | Читач | Увімкніть JavaScript, щоб побачити сторінку.
javascript | tr | Okuyucu | Sayfayı görmek için JavaScript'i açın.
javascript | ar | القارئ | فعّل جافا سكريبت لعرض الصفحة.
javascript | zh | 阅读 | 请开启浏览器的JavaScript功能后刷新。
javascript | ja | リーダー | ページを表示するにはJavaScriptをオンにしてください。
javascript | ko | 리더 | 페이지를 보려면 자바스크립트를 켜 주세요.
error | en | Whoops | That link leads nowhere. It may have been typed wrongly or taken down.
error | de | Ups | Hier ist leider nichts. Der Beitrag wurde entfernt oder nie veröffentlicht.
error | fr | Oups | Rien par ici. La page a peut-être été supprimée.
error | es | Vaya | Este enlace no lleva a ninguna parte. Quizá se haya borrado la página.
error | it | Ops | Qui non c'è nulla. La pagina potrebbe essere stata rimossa.
error | pt | Ops | Não há nada aqui. A página pode ter sido removida.
error | nl | Oeps | Hier is niets te zien. De pagina is mogelijk verwijderd.
error | sv | Hoppsan | Här finns inget. Sidan kan ha tagits bort.
error | pl | Ups | Nic tu nie ma. Strona mogła zostać usunięta.
error | cs | Jejda | Tady nic není. Stránka byla možná odstraněna.
error | tr | Hay aksi | Burada bir şey yok. Sayfa kaldırılmış olabilir.
error | ar | عفوًا | لا يوجد شيء هنا. ربما حُذفت الصفحة.
error | zh | 哎呀 | 这里什么都没有。页面可能已被移除。
error | ja | おっと | ここには何もありません。ページは削除された可能性があります。
error | ko | 이런 | 여기에는 아무것도 없습니다. 페이지가 삭제되었을 수 있습니다.
moved | en | Change of address | We have packed our boxes. From now on you find us at harbour-ledger.example. Update your bookmarks.
moved | de | Neue Adresse | Wir sind jetzt unter neuer Adresse zu finden. Bitte ändern Sie Ihr Lesezeichen.
moved | fr | Changement d'adresse | Notre site a changé d'adresse. Vous allez être redirigé dans quelques secondes.
moved | es | Nueva dirección | Nos hemos mudado. Será redirigido en unos segundos.
moved | it | Nuovo indirizzo | Ci siamo trasferiti. Tra pochi secondi verrai reindirizzato.
moved | pl | Nowy adres | Przenieśliśmy się. Za chwilę nastąpi przekierowanie.
moved | ru | Новый адрес | Мы переехали. Через несколько секунд вы будете перенаправлены.
moved | ja | 移転のお知らせ | 当サイトは新しいURLに移りました。数秒後に自動的に移動します。
moved | zh | 网站迁移 | 本站已启用新域名，几秒后自动跳转。
moved | ko | 주소 변경 | 사이트 주소가 변경되었습니다. 잠시 후 자동으로 이동합니다.
moved | ar | عنوان جديد | لقد انتقلنا إلى موقع جديد. سيتم تحويلك خلال ثوانٍ.
moved | tr | Yeni adres | Yeni adresimize taşındık. Birkaç saniye içinde yönlendirileceksiniz.
error | en | Maintenance | We are sprucing things up. The site will be up again in an hour.
error | de | Wartungsarbeiten | Wir bauen gerade um. In einer Stunde sind wir wieder für Sie da.
error | fr | Maintenance | Le site est momentanément indisponible pour cause d'entretien.
error | ja | メンテナンス | ただいまシステムの保守作業中です。しばらくしてから再度アクセスしてください。
error | ru | Технические работы | На сайте ведутся технические работы. Зайдите позже.
error | zh | 系统维护 | 网站正在升级维护，请稍后再访问。
error | ko | 점검 중 | 시스템 점검으로 서비스가 일시 중단되었습니다.
error | es | En obras | Estamos haciendo mejoras. Volvemos en una hora.
error | tr | Bakım | Sitemiz bakımda. Kısa süre sonra tekrar deneyin.
error | ar | صيانة | الموقع تحت الصيانة حاليًا. يرجى المحاولة لاحقًا.
error | en | Not where you are | This content cannot be shown in your country for legal reasons. Readers in the European Economic Area are not served at this time.
error | de | Nicht verfügbar | Dieser Inhalt ist in Ihrer Region aus rechtlichen Gründen nicht verfügbar.
error | es | No disponible | Este contenido no está disponible en su región.
error | ja | ご利用いただけません | お住まいの地域ではこのページをご覧いただけません。
error | ru | Недоступно | Этот материал недоступен в вашей стране.
error | zh | 无法访问 | 由于版权原因，您所在的地区无法查看此内容。
hurdle | en | How old are you? | You must be 18 or over to view this page. Enter your date of birth.
hurdle | de | Altersprüfung | Sind Sie mindestens 18 Jahre alt? Bitte bestätigen Sie Ihr Alter.
hurdle | fr | Vérification de l'âge | Avez-vous plus de 18 ans ? Entrez votre date de naissance.
hurdle | ja | 年齢確認 | あなたは18歳以上ですか。はい。いいえ。
hurdle | zh | 年龄确认 | 您是否已年满18周岁？是。否。
hurdle | en | Better in the app | Get our app to read this story. Open in app. Not now.
hurdle | zh | 打开APP | 下载客户端，查看全文。打开APP继续阅读。
hurdle | ko | 앱에서 보기 | 앱을 설치하면 전체 기사를 볼 수 있습니다. 앱 열기.
hurdle | de | In der App lesen | Laden Sie unsere App, um den ganzen Text zu lesen.
hurdle | ja | アプリで読む | 続きはアプリでお読みいただけます。アプリをダウンロード。
hurdle | en | You are in line | A lot of people want in right now. Your estimated wait is 4 minutes. Do not refresh this page.
hurdle | de | Warteraum | Zurzeit ist viel los. Sie sind in der Warteschlange; Ihre Wartezeit beträgt etwa vier Minuten.
hurdle | fr | Salle d'attente | Vous êtes dans la file d'attente. Temps estimé : 4 minutes.
hurdle | ja | 混雑しています | ただいまアクセスが集中しています。順番にご案内しますので、このままお待ちください。
hurdle | zh | 排队中 | 当前访问人数较多，您正在排队，预计等待4分钟。
hurdle | ko | 대기 중 | 접속자가 많아 대기 중입니다. 예상 대기 시간 4분.
hurdle | es | Sala de espera | Está usted en la cola. Tiempo de espera estimado: 4 minutos.
hurdle | ru | Очередь | Сейчас много посетителей. Вы в очереди, время ожидания около 4 минут.
hurdle | it | Lista d'attesa | Sei in coda. Il tempo di attesa stimato è di 4 minuti.
hurdle | tr | Bekleme odası | Sıradasınız. Tahmini bekleme süresi 4 dakika.
consent | sv | Vi värnar om din integritet | Innan du läser vidare behöver vi veta hur vi får hantera dina uppgifter. Vi och de 312 bolag vi samarbetar med sparar och läser information på din telefon eller dator, till exempel identifierare och surfvanor. Det gör vi för att kunna visa reklam som passar dig, mäta hur den fungerar och utveckla våra tjänster. Du kan när som helst ändra dig under Sekretess längst ner på sidan. Väljer du Neka får du fortfarande annonser, men de blir mindre relevanta. Jag godkänner. Visa alternativ.
consent | sv | Innan du fortsätter | Tillsammans med leverantörer använder vi kakor för statistik, marknadsföring och för att sajten ska fungera. Genom att trycka på Okej tillåter du att vi delar uppgifterna med våra annonsörer i och utanför EU. Läs mer i vår kakpolicy. Endast nödvändiga. Okej till allt.
consent | cs | Vážíme si vašeho soukromí | Abychom vám mohli web nabízet zdarma, ukládáme spolu s 214 obchodními partnery do vašeho telefonu či počítače drobné soubory a čteme je. Díky nim poznáme, co vás zajímá, měříme návštěvnost a zobrazujeme reklamu na míru. Svůj výběr můžete kdykoli změnit v patičce stránky v sekci Nastavení soukromí. Pokud nesouhlasíte, můžete si koupit předplatné bez reklam za 59 Kč měsíčně. Souhlasím a pokračovat. Podrobné volby.
login | sv | Fortsätt läsa för 0 kr | Det här innehållet är till för dig som prenumererar. Som prenumerant får du hela tidningen digitalt, alla låsta artiklar, e-tidningen från klockan 20 och nyhetsbrev från redaktionen. Ingen bindningstid, avsluta när du vill. Redan kund? Logga in här. Är du papperskund? Aktivera ditt digitala konto med kundnumret som står på fakturan.
login | cs | Tento článek je pro předplatitele | Zbývá vám přečíst 85 % textu. S předplatným získáte přístup ke všem zamčeným článkům, archivu od roku 1998, audioverzím a vydání pro tablet. První měsíc za 29 korun, potom 199 korun měsíčně, zrušit můžete kdykoli. Už předplatné máte? Přihlaste se. Potřebujete poradit? Volejte naši linku.
bot-check | sv | Bekräfta att du är människa | Vi har sett ovanligt mycket trafik från ditt nätverk. För att skydda sajten mot automatiserade besök behöver du lösa uppgiften nedan innan du kan gå vidare. Om du använder VPN kan du prova att stänga av den. Referens: 8f2a91c. Det kan ta några sekunder innan sidan laddas om.
bot-check | cs | Ověření, že jste člověk | Z vaší sítě jsme zaznamenali neobvyklé množství požadavků. Abychom ochránili web před automatizovaným stahováním, prosíme o vyřešení úlohy níže. Používáte-li VPN nebo blokovač reklam, zkuste jej vypnout a načíst stránku znovu. Identifikátor události: 7a0cc31. Děkujeme za pochopení.
error | es | Error interno | Algo ha fallado en nuestros servidores. Vuelva a intentarlo dentro de unos minutos.
`;

/** An entry's title and summary in each language. */
export const ENTRIES = `
en | Customs hold back deliveries of lithography parts in Rotterdam | Officers stopped three containers bound for Shenzhen on Tuesday, the port said.
de | Zoll hält Lieferungen von Lithografieteilen in Rotterdam zurück | Beamte stoppten am Dienstag drei Container nach Shenzhen, teilte der Hafen mit.
fr | La douane retient des pièces de lithographie à Rotterdam | Trois conteneurs à destination de Shenzhen ont été bloqués mardi, selon le port.
es | La aduana retiene piezas de litografía en Róterdam | Los agentes pararon el martes tres contenedores con destino a Shenzhen, según el puerto.
it | La dogana trattiene pezzi per litografia a Rotterdam | Martedì sono stati fermati tre container diretti a Shenzhen, ha detto il porto.
pt | Alfândega retém peças de litografia em Roterdão | Três contentores com destino a Shenzhen foram parados na terça-feira, disse o porto.
nl | Douane houdt lithografieonderdelen vast in Rotterdam | Drie containers voor Shenzhen werden dinsdag tegengehouden, meldt de haven.
sv | Tullen stoppar litografidelar i Rotterdam | Tre containrar på väg till Shenzhen stoppades i tisdags, enligt hamnen.
pl | Celnicy zatrzymali części do litografii w Rotterdamie | We wtorek wstrzymano trzy kontenery do Shenzhen, podał port.
cs | Celníci zadrželi díly pro litografii v Rotterdamu | V úterý zastavili tři kontejnery do Šen-čenu, uvedl přístav.
ru | Таможня задержала детали литографов в Роттердаме | Во вторник остановлены три контейнера в Шэньчжэнь, сообщил порт.
uk | Митниця затримала деталі літографів у Роттердамі | У вівторок зупинено три контейнери до Шеньчженя, повідомив порт.
tr | Gümrük Rotterdamda litografi parçalarını durdurdu | Liman, Şenzene giden üç konteynerin salı günü durdurulduğunu açıkladı.
ar | الجمارك توقف شحنات قطع الطباعة الحجرية في روتردام | أوقف الضباط ثلاث حاويات متجهة إلى شنتشن يوم الثلاثاء بحسب الميناء.
zh | 海关在鹿特丹扣留光刻机零件 | 港口称，周二有三个运往深圳的集装箱被扣。
ja | 税関、ロッテルダムで露光装置部品を差し止め | 港湾当局によると、深セン向けコンテナ3個が火曜日に止められた。
ko | 세관, 로테르담에서 노광 장비 부품 압류 | 항만 측은 화요일 선전행 컨테이너 세 개가 멈췄다고 밝혔다.
`;
