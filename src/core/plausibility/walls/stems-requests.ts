/** Expressions for the words of short pages that ask for consent, by their beginnings: a language a line. */
export const CONSENT_STEMS = String.raw`
cookie|consent|gdpr|privacy|tracking|tracker|personali[sz]|advert|\bads\b|your (?:data|device|choices?)|small files|(?:companies|partners) (?:it|we) work|our (?:\d+ )?partners|on your (?:phone|device)|accept all|manage options|let me choose
einwillig|dsgvo|privat?sphäre|datenschutz|werbung|(?:ihre|deine) (?:daten|wahl)|auf (?:ihrem|deinem) (?:gerät|endger)|unsere partner|alle (?:akzeptieren|annehmen)|werbefrei|ablegen und auslesen
rgpd|vie privée|traceur|publicit|votre (?:accord|choix|terminal|appareil)|(?:nos|ses) (?:\d+ )?partenaires|tout (?:accepter|refuser)|sans accepter|mesurer l['’]audience
privacid|publicidad|rastre|(?:su|tu) dispositivo|nuestros (?:\d+ )?socios|aceptar todo|rechazar
profilazion|tracciament|pubblicit|(?:tuo|suo) dispositivo|terze parti|nostri (?:\d+ )?partner|accetta (?:tutto|e continua)|rifiuta
(?:seu|teu) dispositivo|nossos (?:\d+ )?parceiros|aceitar tudo|gerir opções|gerenciar opções
toestemming|(?:uw|je) apparaat|onze (?:\d+ )?partners|alles (?:toestaan|accepteren|weigeren)|advertenties
samtyck|spårning|annons|reklam|kakor|integritet|sekretess|dina uppgifter|nödvändiga|jag godkänner|små filer|din enhet|våra (?:\d+ )?(?:samarbets)?partner|(?:godkänn|acceptera) alla|hantera val
prywatno|ciastecz|zgod[ęyz]|(?:twoim|twoje) urządzeni|nasi (?:\d+ )?partnerzy|zaakceptuj|reklam
soukrom|souhlas|reklam|inzerc|cílen|návštěvnost|soubory|zobrazujeme|volby|vašem zařízení|(?:naši|našich) (?:\d+ )?partne|přijmout vše|odmítnout vše|ukládáme
согласи|реклам|ваше[мг]о? устройств|наши (?:\d+ )?партн|принять вс[её]|отклонить вс[её]
згод[аиу]|вашому пристрої|наші (?:\d+ )?партн|прийняти все|відхилити все|зберігаємо дані
gizlilik|çerez|cihazınızda|iş ortaklarımız|tümünü (?:kabul|reddet)
خصوصي|ملفات تعريف|إعلان|على جهازك|شركاؤنا|شركائنا|قبول الكل|رفض الكل|إدارة الخيارات
クッキー|識別子|提携先|閲覧情報|データ利用|広告|パートナー|お使いの端末|すべて(?:許可|同意|拒否)|分析に用い
隐私|隱私|个人信息|广告|廣告|(?:您|你)的(?:设备|設備)|合作伙伴|合作夥伴|全部(?:接受|拒绝|拒絕)|管理选项|个性化
쿠키|개인정보|광고|(?:당사와|저희) (?:파트너|제휴)|파트너는|모두 (?:허용|동의|거부)|기기에 정보|맞춤 콘텐츠
`;

/** The same for pages that ask for a log-in or a subscription. */
export const LOGIN_STEMS = String.raw`
subscri|log ?in\b|sign (?:in|up)|\baccount|free (?:article|read)|members?\b|exclusi|reserved for|patrons?\b|take out|read on\b|(?:euros?|dollars?|pounds?) a (?:week|month)|one of our plans|keep reading|register(?:ed)?\b|limit of|digital access|cancel (?:at )?any ?time
abonn|anmeld|einlogg|\bkonto|mitglied|gratuit|kostenlos|exklusiv|digitalabo|\babo\b|angebot|freischalt|weiterlesen|wochen für|monat für|gehört zu|testen
connectez|\bcompte|membre|offert|réserv|identifiez|déjà (?:inscrit|abonné)|il vous reste|lire la suite|de cet article à|pour lire
suscri|inici[ae] sesión|\bcuenta|socio|reg[ií]str|límite de|seguir leyendo|lecturas|para continuar
abbona|accedi\b|riservat|lettura|proseguire|prova (?:di|gratuita)|un mese|attiva
assina|cadastr|\bconta\b|inicie sessão|limite de leituras|leitor|continuar a ler|continuar lendo
inlogg|voor leden|alleen voor|verder lezen|probeer|een maand|lees verder
prenumer|logga in|bindningstid|kr per månad|skapa (?:ett )?(?:gratis)?konto|låst|lås upp|provmånad|läsa vidare|fortsätt läsa|medlem
zaloguj|dostęp(?:u|na po)?\b|wykup|kup\b|premium|dalsza część|czytaj dalej|subskry
předpl|přihlas|zamčen|zbývá vám|měsíčně|přístup k|odemkn|platící|pouze pro|zbytek článku|číst dál
подписк|войти|войдите|зарегистрир|оформите|только для|доступен только|читать дальше|полн(?:ый|ого) текст
передплат|підписк|увійд|зареєстр|лише для|доступний лише|читати далі
\babone|giriş yap|\btili\b|üye(?:lere|liğ| ol)|okumaya devam|premium
اشتراك|مشترك|تسجيل الدخول|سجل|للأعضاء|حساب|متابعة القراءة
会員|購読|ログイン|有料|続きを読|残り[\d,]+文字|登録が必要
會員|会员|订阅|訂閱|登录|登入|付费|付費|开通|開通|继续阅读|繼續閱讀|剩余部分
구독|회원|로그인|유료|이용권|계속 읽
`;

/** The same for pages that check whether a person reads. */
export const BOT_STEMS = String.raw`
captcha|(?<!\p{L})robot|robô|\bbots?\b|\bhuman\b|unusual (?:traffic|activity)|too many requests|connection is (?:safe|secure)|your browser|anything automated|automat\p{L}* (?:program|request|access|traffic|zugriff|anfrage)|press and hold|tick the box|slider|puzzle|verif
mensch\b|überprüf|wir prüfen|(?:wird|werden) geprüft|ungewöhnlich|ihre verbindung|schieberegler|rätsel|kästchen
humain|vérif|inhabituel|navigateur est|cochez|curseur|d['’]une personne|casse-tête|nous nous assurons
\bhumano|inusual|comprobando|programa autom|rompecabezas|casilla|deslice
\bumano|insolito|controllando|da un programma|completa il test|casella|trascina
confirmar que|arraste|quebra-cabeça
mens bent|geautomatiseerd|we controleren|vink|schuif
menneske|människa|ovanlig|usædvanlig|uvanlig|automatiserad|lösa uppgiften|vpn\b|kontroller|vi kontrollerar|reglaget|kryssa i
człowiek|sprawdz|nietypow|zautomatyz|suwak|automatem|nie jesteś
člověk|ověř|neobvykl|automatizovan|vyřeš|automat\b|nejste|jezdec|posuňte
человек|провер|необычн|автоматизир|слишком много|не программа|ползунок|головоломк
людин|перевір|незвичн|автоматизов|ви не програма|повзунок
\binsan\b|doğrula|olağan ?dışı|otomatik|kontrol ed|kutuyu|kaydır
تحقق|التحقق|غير معتاد|غير عادي|برنامج[ًا]* آلي|آلي[ًا]*|شريط التمرير|نتأكد
ロボット|自動アクセス|アクセス(?:の確認|元を確認)|確認(?:して|中)|パズル|スライダ
机器人|機器人|人机|验证|驗證|异常|異常|频率过高|滑块|滑塊|拼图|拼圖
로봇|자동화|확인하|비정상|퍼즐|사람에 의한|사람인지|보이는 (?:글자|문자)|자동 접속
`;
