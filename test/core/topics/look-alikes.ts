/** What shares the words of the topics and is none of them, by language: one report for each kind. */
export const LOOK_ALIKES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  eng: {
    'pet microchip':
      'Dog owners must have their pets microchipped under a new law. Customs officers will check the chip at the border.',
    'payment chip':
      'Banks replace cards after thieves cloned the payment chip. Police seized 300 counterfeit bank cards.',
    'wood chips':
      'Customs held a shipment of wood chips from Brazil. Inspectors had found beetles in the container.',
    'potato chips':
      'China bans imports of potato chips from two American factories. Customs had found too much salt.',
    'casino chips':
      'Police seized fake casino chips worth two million in Macau. Three dealers were arrested at the border.',
    ascent:
      'Climbers reach the summit of K2 without oxygen. Pakistan had closed the border and refused permits for weeks.',
    fossil: 'Cambrian fossils from Yunnan seized by customs. The trilobites were hidden among car parts.',
    'flea market':
      'The flea market is back at the old port. Customs inspected stalls for counterfeit handbags.',
    'office software':
      'Danish ministry replaces American office software with a local alternative. Dependence on foreign suppliers should fall.',
    'aircraft engine':
      'Russia tests a home-made aircraft engine to replace imported ones. The ministry promised self-sufficiency.',
    'customs buys AI':
      'Customs service buys artificial intelligence to inspect containers. The system runs on Nvidia GPUs.',
    'drugs in racks':
      'Customs found 200 kilos of cocaine hidden in server racks at the port. Two men were arrested.',
    patent:
      'US trade commission bans imports of smartwatches in a patent case. The sensor chip infringes, a judge found.',
    PFAS: 'EU plans to ban PFAS. Chip plants use the chemicals and ask for exemptions.',
    tariff: 'Trump announces a tariff of 25 percent on imported chips. Shares of semiconductor makers fell.',
    statistics: "South Korea's chip exports rose 28 percent in May, customs data show. Memory prices helped.",
    'cloud chip':
      'Amazon presents its own cloud chip. It should lower the cost of training and reduce dependence on Nvidia.',
    'board game': 'In the new board game players smuggle goods past customs and bet wooden chips.',
  },
  fra: {
    'pet microchip':
      'La puce électronique devient obligatoire pour les chats. À la frontière, la douane contrôlera la puce des animaux.',
    'payment chip': 'Des cartes bancaires à puce clonées : la police saisit 300 fausses cartes de paiement.',
    'wood chips':
      'La douane bloque une cargaison de plaquettes forestières. Des insectes avaient été trouvés dans le conteneur.',
    'potato chips':
      "La Chine interdit l'importation de chips de pommes de terre américaines. La douane y avait trouvé trop de sel.",
    'casino chips':
      'De faux jetons de casino saisis à la frontière de Macao. Trois croupiers ont été arrêtés.',
    ascent:
      'Des alpinistes au sommet du K2 sans oxygène. Le Pakistan avait fermé la frontière et refusé des permis.',
    fossil: 'Des fossiles du Cambrien saisis par la douane. Ils étaient cachés parmi des pièces de voiture.',
    'flea market': 'Le marché aux puces revient sur le port. La douane y a saisi des contrefaçons de sacs.',
    'office software':
      'Un ministère remplace la suite bureautique américaine par une alternative française. La dépendance doit diminuer.',
    'aircraft engine': "La Russie essaie un moteur d'avion national pour remplacer les moteurs importés.",
    'customs buys AI':
      'La douane achète une intelligence artificielle pour contrôler les conteneurs. Elle tourne sur des GPU Nvidia.',
    'drugs in racks':
      'La douane découvre 200 kilos de cocaïne cachés dans des baies de serveurs. Deux hommes ont été arrêtés.',
    patent:
      "Une commission américaine interdit l'importation de montres connectées pour violation de brevet. Le capteur est une puce.",
    PFAS: "L'UE veut interdire les PFAS. Les usines de puces demandent des exemptions.",
    tariff: 'Trump annonce un droit de douane de 25 % sur les puces importées. Les actions ont reculé.',
    statistics: 'Les exportations coréennes de puces ont augmenté de 28 % en mai, selon les douanes.',
    'cloud chip':
      'Amazon présente sa propre puce pour le cloud. Elle doit réduire les coûts et la dépendance à Nvidia.',
    'board game':
      'Dans ce jeu de société, les joueurs passent des marchandises en contrebande devant la douane et misent des jetons.',
  },
  deu: {
    'pet microchip':
      'Hunde müssen künftig einen Chip unter der Haut tragen. Der Zoll prüft den Tierchip an der Grenze.',
    'payment chip':
      'Banken tauschen Karten, nachdem Diebe den Zahlungschip kopiert hatten. Die Polizei beschlagnahmte 300 gefälschte Karten.',
    'wood chips':
      'Der Zoll hält eine Ladung Holzchips aus Brasilien fest. Im Container waren Käfer gefunden worden.',
    'potato chips':
      'China verbietet die Einfuhr von Kartoffelchips aus zwei amerikanischen Fabriken. Der Zoll fand zu viel Salz.',
    'casino chips':
      'Falsche Casinochips für zwei Millionen beschlagnahmt. An der Grenze wurden drei Croupiers festgenommen.',
    ascent:
      'Bergsteiger erreichen den Gipfel des K2 ohne Sauerstoff. Pakistan hatte die Grenze gesperrt und Genehmigungen verweigert.',
    fossil: 'Fossilien aus dem Kambrium vom Zoll beschlagnahmt. Sie waren zwischen Autoteilen versteckt.',
    'flea market': 'Der Flohmarkt ist zurück am Hafen. Der Zoll kontrollierte Stände auf gefälschte Taschen.',
    'office software':
      'Das Land ersetzt amerikanische Bürosoftware durch eine heimische Alternative. Die Abhängigkeit soll sinken.',
    'aircraft engine': 'Russland testet ein heimisches Flugzeugtriebwerk, das importierte ersetzen soll.',
    'customs buys AI':
      'Der Zoll kauft künstliche Intelligenz, um Container zu prüfen. Das System läuft auf Nvidia-GPUs.',
    'drugs in racks':
      'Zoll findet 200 Kilo Kokain, versteckt in Serverschränken im Hafen. Zwei Männer wurden festgenommen.',
    patent:
      'US-Kommission verbietet die Einfuhr von Smartwatches wegen eines Patents. Der Sensorchip verletzt es.',
    PFAS: 'Die EU will PFAS verbieten. Chipwerke nutzen die Chemikalien und fordern Ausnahmen.',
    tariff: 'Trump kündigt einen Zoll von 25 Prozent auf importierte Chips an. Halbleiteraktien fielen.',
    statistics: 'Südkoreas Chipexporte stiegen im Mai um 28 Prozent, wie der Zoll mitteilt.',
    'cloud chip':
      'Amazon stellt einen eigenen Cloud-Chip vor. Er soll Kosten und die Abhängigkeit von Nvidia senken.',
    'board game': 'Im neuen Brettspiel schmuggeln Spieler Waren am Zoll vorbei und setzen Chips aus Holz.',
  },
  spa: {
    'pet microchip':
      'El microchip será obligatorio para perros y gatos. La aduana revisará el chip de las mascotas en la frontera.',
    'payment chip': 'Clonan el chip de tarjetas bancarias: la policía incauta 300 tarjetas falsas.',
    'wood chips':
      'La aduana retiene un cargamento de astillas de madera. Había escarabajos en el contenedor.',
    'potato chips':
      'China prohíbe importar papas fritas de dos fábricas estadounidenses. La aduana halló demasiada sal.',
    'casino chips':
      'Incautan fichas de casino falsas en la frontera de Macao. Tres crupieres fueron detenidos.',
    ascent:
      'Alpinistas llegan a la cumbre del K2 sin oxígeno. Pakistán había cerrado la frontera y negado permisos.',
    fossil: 'La aduana incauta fósiles del Cámbrico. Estaban ocultos entre piezas de coche.',
    'flea market': 'El mercado de pulgas vuelve al puerto. La aduana revisó puestos por bolsos falsificados.',
    'office software':
      'Un ministerio sustituye el software de oficina estadounidense por una alternativa nacional.',
    'aircraft engine': 'Rusia prueba un motor de avión nacional para sustituir los importados.',
    'customs buys AI':
      'La aduana compra inteligencia artificial para inspeccionar contenedores. El sistema usa GPU de Nvidia.',
    'drugs in racks':
      'La aduana halla 200 kilos de cocaína ocultos en racks de servidores. Dos hombres fueron detenidos.',
    patent:
      'Estados Unidos prohíbe importar relojes inteligentes por una patente. El chip del sensor la infringe.',
    PFAS: 'La UE planea prohibir los PFAS. Las fábricas de chips piden excepciones.',
    tariff: 'Trump anuncia un arancel del 25 % a los chips importados. Las acciones cayeron.',
    statistics: 'Las exportaciones surcoreanas de chips subieron un 28 % en mayo, según la aduana.',
    'cloud chip': 'Amazon presenta su propio chip para la nube. Reducirá costes y la dependencia de Nvidia.',
    'board game':
      'En el nuevo juego de mesa se pasan mercancías de contrabando por la aduana y se apuestan fichas.',
  },
  ita: {
    'pet microchip':
      'Il microchip diventa obbligatorio per i gatti. La dogana controllerà il chip degli animali alla frontiera.',
    'payment chip': 'Clonato il chip delle carte di pagamento: la polizia sequestra 300 carte false.',
    'wood chips': 'La dogana blocca un carico di cippato di legno. Nel container c’erano coleotteri.',
    'potato chips':
      'La Cina vieta l’importazione di patatine da due stabilimenti americani. La dogana ha trovato troppo sale.',
    'casino chips': 'Sequestrate fiches false di un casinò alla frontiera di Macao. Arrestati tre croupier.',
    ascent:
      'Alpinisti sulla vetta del K2 senza ossigeno. Il Pakistan aveva chiuso la frontiera e negato i permessi.',
    fossil: 'La dogana sequestra fossili del Cambriano. Erano nascosti tra pezzi d’auto.',
    'flea market': 'Il mercato delle pulci torna al porto. La dogana ha controllato borse contraffatte.',
    'office software':
      'Un ministero sostituisce il software per ufficio americano con un’alternativa nazionale.',
    'aircraft engine': 'La Russia prova un motore aeronautico nazionale per sostituire quelli importati.',
    'customs buys AI':
      'La dogana compra intelligenza artificiale per ispezionare i container. Il sistema usa GPU Nvidia.',
    'drugs in racks': 'La dogana trova 200 chili di cocaina nascosti in armadi per server. Due arrestati.',
    patent:
      'Gli Stati Uniti vietano l’importazione di smartwatch per un brevetto. Il chip del sensore lo viola.',
    PFAS: 'L’UE vuole vietare i PFAS. Le fabbriche di chip chiedono esenzioni.',
    tariff: 'Trump annuncia un dazio del 25 per cento sui chip importati. In calo le azioni.',
    statistics: 'Le esportazioni coreane di chip sono salite del 28 per cento a maggio, dicono le dogane.',
    'cloud chip': 'Amazon presenta un proprio chip per il cloud. Ridurrà i costi e la dipendenza da Nvidia.',
    'board game': 'Nel nuovo gioco da tavolo si contrabbandano merci oltre la dogana e si puntano fiches.',
  },
  por: {
    'pet microchip':
      'O microchip passa a ser obrigatório para cães. A alfândega vai verificar o chip dos animais na fronteira.',
    'payment chip': 'Chip de cartões bancários é clonado: polícia apreende 300 cartões falsos.',
    'wood chips': 'A alfândega retém uma carga de cavacos de madeira. Havia besouros no contêiner.',
    'potato chips':
      'China proíbe importação de batata frita de duas fábricas americanas. A alfândega achou sal demais.',
    'casino chips':
      'Fichas falsas de cassino são apreendidas na fronteira de Macau. Três crupiês foram presos.',
    ascent:
      'Alpinistas chegam ao cume do K2 sem oxigênio. O Paquistão tinha fechado a fronteira e negado licenças.',
    fossil: 'Alfândega apreende fósseis do Cambriano. Estavam escondidos entre peças de carro.',
    'flea market': 'A feira de pulgas volta ao porto. A alfândega procurou bolsas falsificadas.',
    'office software': 'Ministério troca software de escritório americano por alternativa nacional.',
    'aircraft engine': 'A Rússia testa um motor de avião nacional para substituir os importados.',
    'customs buys AI':
      'A alfândega compra inteligência artificial para inspecionar contêineres. O sistema usa GPUs da Nvidia.',
    'drugs in racks':
      'Alfândega acha 200 quilos de cocaína escondidos em racks de servidores. Dois homens foram presos.',
    patent: 'EUA proíbem importação de relógios inteligentes por patente. O chip do sensor a infringe.',
    PFAS: 'A UE quer proibir os PFAS. Fábricas de chips pedem exceções.',
    tariff: 'Trump anuncia tarifa de 25% sobre chips importados. As ações caíram.',
    statistics: 'As exportações sul-coreanas de chips subiram 28% em maio, segundo a alfândega.',
    'cloud chip':
      'Amazon apresenta chip próprio para a nuvem. Deve reduzir custos e a dependência da Nvidia.',
    'board game':
      'No novo jogo de tabuleiro contrabandeiam-se mercadorias pela alfândega e apostam-se fichas.',
  },
  nld: {
    'pet microchip':
      'Katten moeten voortaan een chip krijgen. De douane controleert de chip van huisdieren aan de grens.',
    'payment chip':
      'Banken vervangen passen nadat dieven de betaalchip kopieerden. De politie nam 300 valse passen in beslag.',
    'wood chips': 'De douane houdt een lading houtchips uit Brazilië vast. In de container zaten kevers.',
    'potato chips':
      'China verbiedt de invoer van aardappelchips uit twee Amerikaanse fabrieken. De douane vond te veel zout.',
    'casino chips':
      'Valse casinofiches in beslag genomen aan de grens bij Macau. Drie croupiers zijn aangehouden.',
    ascent:
      'Klimmers bereiken de top van K2 zonder zuurstof. Pakistan had de grens gesloten en vergunningen geweigerd.',
    fossil: 'Douane neemt fossielen uit het Cambrium in beslag. Ze zaten verborgen tussen auto-onderdelen.',
    'flea market': 'De vlooienmarkt is terug in de haven. De douane controleerde kramen op valse tassen.',
    'office software': 'Ministerie vervangt Amerikaanse kantoorsoftware door een eigen alternatief.',
    'aircraft engine': 'Rusland test een eigen vliegtuigmotor die ingevoerde motoren moet vervangen.',
    'customs buys AI':
      'De douane koopt kunstmatige intelligentie om containers te controleren. Het systeem draait op GPU’s van Nvidia.',
    'drugs in racks':
      'Douane vindt 200 kilo cocaïne, verstopt in serverkasten. Twee mannen zijn aangehouden.',
    patent: 'VS verbieden invoer van smartwatches wegens een patent. De sensorchip maakt inbreuk.',
    PFAS: 'De EU wil PFAS verbieden. Chipfabrieken vragen om uitzonderingen.',
    tariff: 'Trump kondigt een heffing van 25 procent op ingevoerde chips aan. Aandelen daalden.',
    statistics: 'De Zuid-Koreaanse chipuitvoer steeg in mei met 28 procent, meldt de douane.',
    'cloud chip':
      'Amazon toont een eigen chip voor de cloud. Die moet de kosten en de afhankelijkheid van Nvidia verlagen.',
    'board game': 'In het nieuwe bordspel smokkelen spelers goederen langs de douane en zetten ze fiches in.',
  },
  pol: {
    'pet microchip': 'Psy muszą mieć mikrochip pod skórą. Celnicy sprawdzą czip zwierząt na granicy.',
    'payment chip':
      'Banki wymieniają karty po skopiowaniu chipa płatniczego. Policja zajęła 300 fałszywych kart.',
    'wood chips': 'Celnicy zatrzymali ładunek zrębków drzewnych. W kontenerze były chrząszcze.',
    'potato chips':
      'Chiny zakazały importu chipsów ziemniaczanych z dwóch fabryk w USA. Celnicy wykryli za dużo soli.',
    'casino chips': 'Fałszywe żetony kasyna zajęto na granicy z Makau. Zatrzymano trzech krupierów.',
    ascent: 'Wspinacze zdobyli szczyt K2 bez tlenu. Pakistan zamknął granicę i odmówił zezwoleń.',
    fossil: 'Celnicy zajęli skamieniałości z kambru. Były ukryte wśród części samochodowych.',
    'flea market': 'Pchli targ wrócił do portu. Celnicy szukali podrobionych torebek.',
    'office software': 'Ministerstwo zastępuje amerykańskie oprogramowanie biurowe krajową alternatywą.',
    'aircraft engine': 'Rosja testuje krajowy silnik lotniczy, który ma zastąpić importowane.',
    'customs buys AI':
      'Służba celna kupuje sztuczną inteligencję do kontroli kontenerów. System działa na GPU Nvidii.',
    'drugs in racks':
      'Celnicy znaleźli 200 kilogramów kokainy ukrytej w szafach serwerowych. Zatrzymano dwóch mężczyzn.',
    patent: 'USA zakazują importu zegarków z powodu patentu. Chip czujnika go narusza.',
    PFAS: 'UE chce zakazać PFAS. Fabryki chipów proszą o wyjątki.',
    tariff: 'Trump zapowiada cło 25 procent na importowane chipy. Akcje spadły.',
    statistics: 'Eksport chipów z Korei wzrósł w maju o 28 procent, podają celnicy.',
    'cloud chip': 'Amazon pokazuje własny chip do chmury. Ma obniżyć koszty i zależność od Nvidii.',
    'board game': 'W nowej grze planszowej gracze przemycają towary przez cło i stawiają żetony.',
  },
  rus: {
    'pet microchip': 'Собакам будут вживлять чип. Таможня проверит чип животных на границе.',
    'payment chip':
      'Банки меняют карты после копирования платёжного чипа. Полиция изъяла 300 поддельных карт.',
    'wood chips': 'Таможня задержала партию древесной щепы. В контейнере нашли жуков.',
    'potato chips':
      'Китай запретил ввоз картофельных чипсов с двух американских фабрик. Таможня нашла лишнюю соль.',
    'casino chips': 'Поддельные фишки казино изъяты на границе Макао. Задержаны трое крупье.',
    ascent: 'Альпинисты взошли на К2 без кислорода. Пакистан закрывал границу и отказывал в разрешениях.',
    fossil: 'Таможня изъяла окаменелости кембрия. Их спрятали среди автозапчастей.',
    'flea market': 'Блошиный рынок вернулся в порт. Таможня искала поддельные сумки.',
    'office software': 'Министерство заменит американский офисный пакет отечественным аналогом.',
    'aircraft engine': 'Россия испытала отечественный авиадвигатель на замену импортным.',
    'customs buys AI':
      'Таможня закупает искусственный интеллект для досмотра контейнеров. Система работает на GPU Nvidia.',
    'drugs in racks':
      'Таможня нашла 200 килограммов кокаина, спрятанных в серверных стойках. Задержаны двое.',
    patent: 'США запретили ввоз умных часов из-за патента. Чип датчика его нарушает.',
    PFAS: 'ЕС хочет запретить PFAS. Заводы чипов просят исключений.',
    tariff: 'Трамп объявил пошлину в 25 процентов на импортные чипы. Акции упали.',
    statistics: 'Экспорт чипов из Южной Кореи вырос в мае на 28 процентов, сообщила таможня.',
    'cloud chip': 'Amazon показала собственный чип для облака. Он снизит расходы и зависимость от Nvidia.',
    'board game': 'В новой настольной игре игроки провозят контрабанду через таможню и ставят фишки.',
  },
  tur: {
    'pet microchip':
      'Köpeklere çip takılması zorunlu oldu. Gümrük sınırda hayvanların çipini kontrol edecek.',
    'payment chip': 'Banka kartlarının çipi kopyalandı: polis 300 sahte karta el koydu.',
    'wood chips': 'Gümrük Brezilya’dan gelen odun talaşı yükünü durdurdu. Konteynerde böcek bulundu.',
    'potato chips':
      'Çin iki Amerikan fabrikasından patates cipsi ithalatını yasakladı. Gümrük fazla tuz buldu.',
    'casino chips': 'Makao sınırında sahte kumarhane fişlerine el konuldu. Üç krupiye gözaltına alındı.',
    ascent: 'Dağcılar K2 zirvesine oksijensiz ulaştı. Pakistan sınırı kapatmış ve izinleri reddetmişti.',
    fossil: 'Gümrük Kambriyen fosillerine el koydu. Araba parçaları arasına gizlenmişti.',
    'flea market': 'Bit pazarı limana döndü. Gümrük sahte çanta aradı.',
    'office software': 'Bakanlık Amerikan ofis yazılımını yerli bir alternatifle değiştiriyor.',
    'aircraft engine': 'Rusya ithal motorların yerini alacak yerli uçak motorunu denedi.',
    'customs buys AI':
      'Gümrük konteynerleri denetlemek için yapay zekâ alıyor. Sistem Nvidia GPU’larıyla çalışıyor.',
    'drugs in racks': 'Gümrük sunucu kabinlerine gizlenmiş 200 kilo kokain buldu. İki kişi gözaltına alındı.',
    patent: 'ABD patent davasında akıllı saat ithalatını yasakladı. Sensör çipi patenti ihlal ediyor.',
    PFAS: 'AB PFAS kimyasallarını yasaklamak istiyor. Çip fabrikaları istisna istiyor.',
    tariff: 'Trump ithal çiplere yüzde 25 gümrük vergisi açıkladı. Hisseler düştü.',
    statistics: 'Güney Kore’nin çip ihracatı mayısta yüzde 28 arttı, gümrük verilerine göre.',
    'cloud chip': 'Amazon bulut için kendi çipini tanıttı. Maliyeti ve Nvidia’ya bağımlılığı azaltacak.',
    'board game': 'Yeni kutu oyununda oyuncular gümrükten kaçak mal geçiriyor ve fiş yatırıyor.',
  },
  arb: {
    'pet microchip': 'شريحة إلكترونية إلزامية للكلاب. ستفحص الجمارك شريحة الحيوانات عند الحدود.',
    'payment chip': 'استنساخ شريحة البطاقات المصرفية والشرطة تصادر 300 بطاقة مزورة.',
    'wood chips': 'الجمارك تحتجز شحنة رقائق الخشب. عثر على خنافس في الحاوية.',
    'potato chips': 'الصين تحظر استيراد رقائق البطاطس من مصنعين أميركيين. وجدت الجمارك ملحا زائدا.',
    'casino chips': 'مصادرة فيش كازينو مزيفة عند حدود ماكاو. أوقف ثلاثة أشخاص.',
    ascent: 'متسلقون يبلغون قمة كي 2 من دون أكسجين. كانت باكستان قد أغلقت الحدود ورفضت التصاريح.',
    fossil: 'الجمارك تصادر أحافير من العصر الكامبري. كانت مخبأة بين قطع سيارات.',
    'flea market': 'سوق السلع المستعملة يعود إلى الميناء. فتشت الجمارك عن حقائب مقلدة.',
    'office software': 'وزارة تستبدل برامج المكتب الأميركية ببديل محلي.',
    'aircraft engine': 'روسيا تختبر محرك طائرة محليا ليحل محل المحركات المستوردة.',
    'customs buys AI': 'الجمارك تشتري نظام ذكاء اصطناعي لتفتيش الحاويات. يعمل النظام على معالجات إنفيديا.',
    'drugs in racks': 'الجمارك تعثر على 200 كيلوغرام من الكوكايين مخبأة في خزائن خوادم. أوقف رجلان.',
    patent: 'الولايات المتحدة تحظر استيراد ساعات ذكية في قضية براءة اختراع. شريحة المستشعر تنتهكها.',
    PFAS: 'الاتحاد الأوروبي يعتزم حظر مواد PFAS. مصانع الرقائق تطلب استثناءات.',
    tariff: 'ترامب يعلن رسوما جمركية بنسبة 25 في المئة على الرقائق المستوردة. تراجعت الأسهم.',
    statistics: 'ارتفعت صادرات كوريا الجنوبية من الرقائق 28 في المئة في مايو بحسب الجمارك.',
    'cloud chip': 'أمازون تقدم رقاقتها الخاصة للسحابة. ستخفض التكلفة والاعتماد على إنفيديا.',
    'board game': 'في لعبة اللوح الجديدة يهرب اللاعبون البضائع عبر الجمارك.',
  },
  hin: {
    'pet microchip': 'कुत्तों में माइक्रोचिप लगाना अनिवार्य होगा। सीमा शुल्क अधिकारी सीमा पर पालतू जानवरों की चिप जांचेंगे।',
    'payment chip': 'बैंक कार्ड की चिप की नकल हुई। पुलिस ने 300 नकली कार्ड जब्त किए।',
    'wood chips': 'सीमा शुल्क ने लकड़ी के चिप्स की खेप रोकी। कंटेनर में कीड़े मिले।',
    'potato chips': 'चीन ने दो अमेरिकी कारखानों के आलू चिप्स के आयात पर प्रतिबंध लगाया। सीमा शुल्क को ज्यादा नमक मिला।',
    'casino chips': 'मकाऊ सीमा पर नकली कैसीनो चिप्स जब्त। तीन लोग गिरफ्तार।',
    ascent: 'पर्वतारोही बिना ऑक्सीजन के के2 की चोटी पर पहुंचे। पाकिस्तान ने सीमा बंद की थी और परमिट नहीं दिए थे।',
    fossil: 'सीमा शुल्क ने कैम्ब्रियन जीवाश्म जब्त किए। वे कार के पुर्जों में छिपे थे।',
    'flea market': 'कबाड़ी बाजार बंदरगाह पर लौटा। सीमा शुल्क ने नकली बैग खोजे।',
    'office software': 'मंत्रालय अमेरिकी ऑफिस सॉफ्टवेयर की जगह स्वदेशी विकल्प अपनाएगा।',
    'aircraft engine': 'रूस ने आयातित इंजनों की जगह स्वदेशी विमान इंजन का परीक्षण किया।',
    'customs buys AI': 'सीमा शुल्क विभाग कंटेनरों की जांच के लिए एआई खरीदेगा। प्रणाली एनवीडिया जीपीयू पर चलती है।',
    'drugs in racks': 'सीमा शुल्क को सर्वर रैक में छिपी 200 किलो कोकीन मिली। दो लोग गिरफ्तार।',
    patent: 'अमेरिका ने पेटेंट मामले में स्मार्टवॉच के आयात पर रोक लगाई। सेंसर चिप पेटेंट का उल्लंघन करती है।',
    PFAS: 'यूरोपीय संघ पीएफएएस पर प्रतिबंध लगाना चाहता है। चिप कारखाने छूट मांग रहे हैं।',
    tariff: 'ट्रंप ने आयातित चिप्स पर 25 प्रतिशत शुल्क की घोषणा की। शेयर गिरे।',
    statistics: 'दक्षिण कोरिया का चिप निर्यात मई में 28 प्रतिशत बढ़ा, सीमा शुल्क के आंकड़े बताते हैं।',
    'cloud chip': 'अमेज़न ने क्लाउड के लिए अपनी चिप पेश की। इससे लागत और एनवीडिया पर निर्भरता घटेगी।',
    'board game': 'नए बोर्ड गेम में खिलाड़ी सीमा शुल्क से बचाकर माल की तस्करी करते हैं।',
  },
  cmn: {
    'pet microchip': '宠物犬须植入芯片。海关将在口岸检查宠物芯片。',
    'payment chip': '银行卡芯片遭复制，警方查获300张假卡。',
    'wood chips': '海关扣留一批木片，集装箱内发现甲虫。',
    'potato chips': '中国禁止进口两家美国工厂的薯片。海关检出盐分超标。',
    'casino chips': '澳门口岸查获假赌场筹码，三名荷官被捕。',
    ascent: '登山者无氧登顶K2。巴基斯坦此前关闭边境，拒发许可。',
    fossil: '海关查获寒武纪化石，藏在汽车零件中。',
    'flea market': '跳蚤市场重回码头。海关检查摊位上的假冒手袋。',
    'office software': '某部用国产办公软件替代美国产品，减少对外依赖。',
    'aircraft engine': '俄罗斯测试国产航空发动机，以取代进口。',
    'customs buys AI': '海关采购人工智能系统查验集装箱，系统运行在英伟达GPU上。',
    'drugs in racks': '海关在服务器机柜中查获200公斤可卡因，两人被捕。',
    patent: '美国因专利案禁止进口智能手表，法官认定传感器芯片侵权。',
    PFAS: '欧盟拟禁止PFAS，芯片厂要求豁免。',
    tariff: '特朗普宣布对进口芯片加征25%关税，半导体股下跌。',
    statistics: '海关数据显示，韩国5月芯片出口增长28%。',
    'cloud chip': '亚马逊发布自研云芯片，以降低成本、减少对英伟达的依赖。',
    'board game': '新桌游里玩家走私货物过海关，用木筹码下注。',
  },
  jpn: {
    'pet microchip': '犬へのマイクロチップ装着が義務に。税関は国境でペットのチップを確認する。',
    'payment chip': '銀行カードのICチップが複製され、警察が偽造カード300枚を押収した。',
    'wood chips': '税関がブラジル産の木材チップを差し止めた。コンテナから甲虫が見つかった。',
    'potato chips': '中国が米国2工場のポテトチップスの輸入を禁止した。税関は塩分過多とした。',
    'casino chips': 'マカオの国境で偽のカジノチップを押収、ディーラー3人を逮捕した。',
    ascent: '登山隊が無酸素でK2に登頂。パキスタンは国境を閉じ、許可を出していなかった。',
    fossil: '税関がカンブリア紀の化石を押収した。自動車部品に隠されていた。',
    'flea market': 'のみの市が港に戻った。税関は偽ブランドのバッグを調べた。',
    'office software': '省庁が米国製オフィスソフトを国産の代替品に切り替える。',
    'aircraft engine': 'ロシアが輸入品に代わる国産航空エンジンを試験した。',
    'customs buys AI': '税関がコンテナ検査のため人工知能を購入する。エヌビディアのGPUで動く。',
    'drugs in racks': '税関がサーバーラックに隠されたコカイン200キロを発見、2人を逮捕した。',
    patent: '米国が特許侵害でスマートウオッチの輸入を禁止した。センサーの半導体が侵害とされた。',
    PFAS: 'EUがPFASの禁止を計画、半導体工場は除外を求める。',
    tariff: 'トランプ氏が輸入半導体に25％の関税を課すと発表、株価が下落した。',
    statistics: '韓国の5月の半導体輸出は28％増、税関統計で分かった。',
    'cloud chip': 'アマゾンがクラウド用の自社半導体を発表。費用とエヌビディア依存を減らす。',
    'board game': '新しいボードゲームでは税関をすり抜けて商品を密輸し、チップを賭ける。',
  },
  kor: {
    'pet microchip': '반려견 내장칩이 의무화된다. 세관은 국경에서 반려동물 칩을 확인한다.',
    'payment chip': '은행 카드 칩이 복제돼 경찰이 위조 카드 300장을 압수했다.',
    'wood chips': '세관이 브라질산 우드칩 화물을 보류했다. 컨테이너에서 딱정벌레가 나왔다.',
    'potato chips': '중국이 미국 공장 두 곳의 감자칩 수입을 금지했다. 세관은 소금이 많다고 밝혔다.',
    'casino chips': '마카오 국경에서 가짜 카지노칩을 압수하고 딜러 3명을 체포했다.',
    ascent: '등반대가 산소 없이 K2 정상에 올랐다. 파키스탄은 국경을 닫고 허가를 내주지 않았다.',
    fossil: '세관이 캄브리아기 화석을 압수했다. 자동차 부품 사이에 숨겨져 있었다.',
    'flea market': '벼룩시장이 항구로 돌아왔다. 세관은 가짜 가방을 조사했다.',
    'office software': '부처가 미국 사무용 소프트웨어를 국산 대안으로 바꾼다.',
    'aircraft engine': '러시아가 수입품을 대체할 국산 항공기 엔진을 시험했다.',
    'customs buys AI': '세관이 컨테이너 검사를 위해 인공지능을 구매한다. 시스템은 엔비디아 GPU로 돌아간다.',
    'drugs in racks': '세관이 서버 랙에 숨긴 코카인 200킬로그램을 발견해 두 명을 체포했다.',
    patent: '미국이 특허 침해로 스마트워치 수입을 금지했다. 센서 칩이 특허를 침해했다.',
    PFAS: 'EU가 과불화화합물을 금지하려 한다. 반도체 공장은 예외를 요구한다.',
    tariff: '트럼프가 수입 반도체에 25% 관세를 발표했다. 주가가 내렸다.',
    statistics: '한국의 5월 반도체 수출이 28% 늘었다고 관세청이 밝혔다.',
    'cloud chip': '아마존이 클라우드용 자체 칩을 공개했다. 비용과 엔비디아 의존을 줄인다.',
    'board game': '새 보드게임에서는 세관을 피해 물건을 밀수하고 칩을 건다.',
  },
  vie: {
    'pet microchip': 'Chó phải được gắn chip. Hải quan sẽ kiểm tra chip của thú cưng ở biên giới.',
    'payment chip': 'Chip thẻ ngân hàng bị sao chép, cảnh sát thu giữ 300 thẻ giả.',
    'wood chips': 'Hải quan giữ lô dăm gỗ từ Brazil. Trong container có bọ cánh cứng.',
    'potato chips':
      'Trung Quốc cấm nhập khoai tây chiên từ hai nhà máy Mỹ. Hải quan phát hiện quá nhiều muối.',
    'casino chips': 'Thu giữ chip casino giả ở biên giới Macau. Ba người bị bắt.',
    ascent: 'Nhà leo núi lên đỉnh K2 không cần oxy. Pakistan từng đóng biên giới và từ chối giấy phép.',
    fossil: 'Hải quan thu giữ hóa thạch kỷ Cambri. Chúng được giấu giữa phụ tùng ô tô.',
    'flea market': 'Chợ trời trở lại bến cảng. Hải quan kiểm tra túi xách giả.',
    'office software': 'Một bộ thay phần mềm văn phòng Mỹ bằng giải pháp trong nước.',
    'aircraft engine': 'Nga thử động cơ máy bay nội địa thay cho hàng nhập khẩu.',
    'customs buys AI': 'Hải quan mua trí tuệ nhân tạo để soi container. Hệ thống chạy trên GPU Nvidia.',
    'drugs in racks': 'Hải quan phát hiện 200 kg cocaine giấu trong tủ máy chủ. Hai người bị bắt.',
    patent: 'Mỹ cấm nhập đồng hồ thông minh vì bằng sáng chế. Chip cảm biến vi phạm.',
    PFAS: 'EU muốn cấm PFAS. Các nhà máy chip xin miễn trừ.',
    tariff: 'Ông Trump công bố thuế 25% với chip nhập khẩu. Cổ phiếu giảm.',
    statistics: 'Xuất khẩu chip của Hàn Quốc tăng 28% trong tháng 5, theo hải quan.',
    'cloud chip': 'Amazon giới thiệu chip riêng cho đám mây, giúp giảm chi phí và phụ thuộc vào Nvidia.',
    'board game': 'Trong trò chơi bàn cờ mới, người chơi buôn lậu hàng qua hải quan.',
  },
};
