/** See `look-alikes.ts`. */
export const WESTERN_LOOK_ALIKES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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
    'people at the border':
      'Scientists with valid visas were questioned for hours at a Texas airport and sent back. They had come for a chip conference.',
    'shipping records':
      'A shipping manifest lists an unannounced desktop processor with 24 cores. The leak says nothing about the date of sale.',
    'makers by sales':
      'SK Hynix overtakes Samsung in DRAM. The South Korean maker became the largest by revenue for the first time, a market tracker said.',
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
    'people at the border':
      "Des chercheurs venus pour une conférence sur les puces ont été interrogés à l'aéroport puis refoulés. Leurs visas étaient valables.",
    'shipping records':
      "Un manifeste d'expédition dévoile un processeur de bureau à 24 cœurs. La fuite ne dit rien de la date de vente.",
    'makers by sales':
      "Kioxia dépasse Samsung dans la mémoire NAND. Le fabricant japonais gagne des parts de marché, selon un cabinet d'études.",
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
    'people at the border':
      'Forscher mit gültigem Visum wurden am Flughafen befragt und zurückgewiesen. Sie wollten zu einer Chipkonferenz.',
    'shipping records':
      'Eine Frachtliste nennt einen unangekündigten Prozessor mit 24 Kernen. Der Leak sagt nichts über den Verkaufsstart.',
    'makers by sales':
      'Kioxia überholt Samsung bei NAND-Flash. Der japanische Hersteller liegt beim Umsatz erstmals auf Platz eins.',
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
    'people at the border':
      'Investigadores interrogados en el aeropuerto y deportados pese a tener visado. Iban a un congreso de chips.',
    'shipping records':
      'Un manifiesto de carga revela un procesador de sobremesa con 24 núcleos. La filtración no da fecha de venta.',
    'makers by sales':
      'SK Hynix supera a Samsung en memoria DRAM. El fabricante surcoreano es el primero por ingresos, según una consultora.',
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
    'people at the border':
      'Ricercatori respinti alla frontiera dopo ore di domande in aeroporto. Andavano a un convegno sui chip.',
    'shipping records':
      'Un manifesto di spedizione svela un processore desktop con 24 core. Non si sa quando sarà in vendita.',
    'makers by sales':
      'SK Hynix supera Samsung nelle memorie DRAM. Il produttore sudcoreano è primo per ricavi, dice una società di ricerca.',
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
    'people at the border':
      'Pesquisadores barrados na imigração do aeroporto apesar do visto. Iam a um congresso de chips.',
    'shipping records':
      'Um manifesto de embarque revela um processador de mesa com 24 núcleos. O vazamento não diz quando chega às lojas.',
    'makers by sales':
      'SK Hynix ultrapassa a Samsung em memória DRAM. O fabricante sul-coreano é o primeiro em receita, diz uma consultoria.',
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
    'people at the border':
      'Onderzoekers met een geldig visum zijn op het vliegveld ondervraagd en teruggestuurd. Ze gingen naar een chipcongres.',
    'shipping records':
      'Een vrachtlijst noemt een onaangekondigde processor met 24 kernen. Het lek zegt niets over de verkoopdatum.',
    'makers by sales':
      'SK Hynix haalt Samsung in bij DRAM. De Zuid-Koreaanse maker is naar omzet voor het eerst de grootste.',
  },
};
