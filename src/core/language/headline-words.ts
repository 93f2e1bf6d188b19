/**
 * Everyday words of headlines, for the languages whose headlines often lack articles and prepositions (`Rotterdam
 * port finds counterfeit parts`). They count like cue words. A word that a related language spells in the same way is
 * left out unless it is listed there too.
 */
export const HEADLINE_WORDS: Readonly<Record<string, string>> = {
  eng: `port ports find finds found fake counterfeit seize seizes seized seizure halt halts halted block blocks blocked
    curb curbs curbed rule rules rival rivals rise rises rose fall falls fell soar soars soared drop drops dropped jump
    jumps surge surges slump slide slides climb climbs gain gains lose loses loss losses beat beats miss misses cut cuts
    hike hikes raise raises raised lower lowers hit hits push pushes pull pulls back backs backed warn warns warned urge
    urges urged seek seeks sought eye eyes mull mulls weigh weighs consider considers plan plans planned aim aims bid
    bids launch launches launched unveil unveils unveiled reveal reveals revealed show shows shown ship ships shipped
    shipment shipments sell sells sold buy buys bought build builds built start starts started begin begins stop stops
    end ends keep keeps kept hold holds held open opens opened close closes closed join joins leave leaves left return
    returns move moves turn turns lead leads led follow follows call calls called ask asks asked tell tells told need
    needs want wants let lets help helps work works use uses used try tries tried look looks know think come comes came
    go goes went see sees saw give gives given put puts run runs ran deal deals trade trader traders tariff tariffs
    export exporter exporters import imports importer licence licences license licenses licensing law laws lawmaker
    lawmakers bill bills court judge probe probes probed investigate investigation fine fined fines lawsuit suit sue
    sues sued charge charges charged arrest arrests arrested jail jailed smuggler smugglers smuggled smuggling customs
    officer officers official officials government house senate white chief executive boss founder worker workers staff
    job jobs layoffs hire hires hiring year years month months week weeks day days today tomorrow yesterday time times
    quarter quarterly early late later soon next last past previous again once high higher highest low lowest big bigger
    biggest small smaller large largest good better best bad worse worst old older own other others another same such
    many much few several some any every each all both only also even still yet already almost nearly around near far
    away here there people world country countries state states city home market markets stock stocks share shares
    investor investors investment price prices cost costs cash money bank banks fund funds funding billion million
    trillion thousand hundred percent half third two three four five six seven eight nine ten second company companies
    firm firms supplier suppliers supply demand factory factories plant plants production output order orders
    semiconductor semiconductors memory power energy water food car cars phone phones battery batteries game games
    movie film music health school student students review reviews guide tips ways things should must shall never ever
    always really why's amid ahead despite beyond behind above below across along toward towards upon onto fivefold
    twofold tenfold debut`,
  fra: `nouvel nouvelles premier première dernier dernière deux trois quatre cinq six sept huit neuf dix cent mille
    million milliard milliards an ans année années mois semaine jour jours hier demain aujourd'hui grand grande grands
    grandes petit petite gros grosse meilleur meilleure pire haut bas hausse baisse recul bond chute perte pertes gain
    gains bénéfice prix coût marché marchés bourse action actions usine usines production vente ventes achat achats
    commande commandes exportation exportations importation importations licence licences loi lois projet tribunal juge
    enquête amende procès gouvernement ministre ministère président patron salariés emploi emplois travail bloque
    bloquer suspend suspendre interdire interdits interdite autorise autoriser autorisation saisie saisies saisit
    contrebande contrefaçon contrôle contrôles frontière frontières américain américaine américains américaines
    japonais japonaise allemand allemande coréen coréenne taïwanais européen européenne européens français française
    pays monde ville état états-unis chine europe lance lancer annonce annoncer dévoile présente prépare vise veulent
    peuvent doivent reste restent devient arrive revient met prend perd gagne vend achète coupe relève freine accélère
    souveraineté semi-conducteurs carte cartes graphiques mémoire énergie voiture téléphone jeu jeux santé école fin
    début retour face malgré pourquoi comment quand combien toujours jamais souvent peu beaucoup trop assez bien mal
    mieux autre autres même mêmes chaque quelques plusieurs certains rien tandis dès lors hors quel quelle quels`,
  deu: `neues erste erster ersten erstes letzte letzter letzten zwei drei vier fünf sechs sieben acht neun zehn hundert
    tausend million millionen milliarde milliarden jahr jahre jahren monat monate woche wochen tag tage heute gestern
    morgen groß große großen großer klein kleine besser beste besten hoch höher niedrig mehr weniger steigt steigen
    fällt fallen sinkt sinken verliert gewinnt gewinn verlust umsatz preis preise kosten markt märkte börse aktie
    aktien fabrik werk werke produktion verkauf verkauft kauft kaufen liefert lieferung lieferungen export exporte
    exportverbot exportkontrolle exportkontrollen ausfuhr einfuhr import lizenz lizenzen gesetz gericht richter
    ermittlung ermittlungen strafe klage regierung minister ministerium präsident chef mitarbeiter arbeit stelle
    stellen verbietet verbieten verbot blockiert stoppt prüft prüfen erlaubt erlaubnis genehmigt beschlagnahmt
    schmuggel schmuggler fälschung fälschungen kontrolle kontrollen grenze zoll zölle zöllner amerikanische japanische
    chinesische chinesischen chinesischer deutsche deutschen europäische land länder welt stadt startet beginnt plant
    zeigt stellt kommt geht bleibt steht bringt setzt nimmt hält fordert warnt droht sucht findet entwickelt baut hersteller
    halbleiter speicher strom energie auto autos handy spiel spiele gesundheit schule ende anfang rückkehr warum wieso
    wann wo wer was immer nie oft viel viele wenig gut schlecht andere anderen gleich jede jeder einige ab hebt senkt prognose rechnet
    erwartet erhält verkündet meldet mehrere rund knapp etwa unter`,
  spa: `primera primero última último dos tres cuatro cinco seis siete ocho nueve diez cien mil millón mes meses semana
    día días hoy ayer mañana gran grande grandes pequeño mejor peor alto bajo alza baja sube suben cae caen pierde gana
    ganancias pérdidas precio precios costo coste mercado mercados bolsa acciones fábrica fábricas planta producción
    venta ventas compra compras pedido pedidos exportación exportaciones importación importaciones licencia licencias
    ley tribunal juez investigación multa demanda ministro ministerio presidente jefe trabajadores empleo empleos
    trabajo bloquea suspende prohibir prohibición autoriza permite permiso incauta incautan decomisa contrabando
    falsificación falsos control controles frontera estadounidense estadounidenses japonesa alemana europea europeo
    países país mundo ciudad estado unidos lanza anuncia presenta prepara busca quieren deben queda llega vuelve pone
    toma vende corta frena acelera semiconductores tarjetas memoria energía coche teléfono juego juegos salud escuela
    final fin inicio comienzo regreso pese siempre nunca mucho mucha muchos poco bien mal mejor otro otra otros otras
    mismo cada algunos varios nada mientras luego además apunta remonta divide veto ganar perder subir bajar sigue siguen llegan`,
  ita: `prima primo ultimo ultima due tre quattro cinque sei sette otto nove dieci cento mila milioni milione miliardi
    miliardo anno mese mesi settimana giorno giorni oggi ieri domani grande grandi piccolo migliore peggiore alto basso
    sale scende cala crolla perde vince guadagna utili perdite prezzo prezzi costo mercato mercati borsa azioni fabbrica
    stabilimento produzione vendita vendite acquisto acquisti ordini esportazione esportazioni importazione importazioni
    export licenza licenze legge tribunale giudice inchiesta indagine multa ministro ministero presidente capo lavoratori
    lavoro posti blocca sospende vieta vietare divieto autorizza permette sequestra sequestro sequestrati contrabbando
    contraffazione falsi controllo controlli frontiera americano americana americani giapponese tedesco europea europeo
    europei paese paesi mondo città stati uniti cina lancia annuncia presenta prepara cerca vogliono devono resta arriva
    torna mette prende vende compra taglia frena semiconduttori schede memoria energia auto telefono gioco giochi salute
    scuola fine inizio ritorno nonostante sempre mai molto molti poco bene male meglio altro altri altre stesso ogni
    alcuni niente mentre poi`,
  por: `primeira primeiro última último dois duas três quatro cinco seis sete oito nove dez cem mil milhão bilhão bilhões
    mês meses semana dia dias hoje ontem amanhã grande grandes pequeno melhor pior alto baixo alta queda sobe cai caem
    perde ganha lucro prejuízo preço preços custo mercado mercados bolsa ações fábrica fábricas produção venda vendas
    compra compras pedido pedidos exportação exportações importação importações licença licenças lei tribunal juiz
    investigação multa ministro ministério presidente chefe trabalhadores emprego empregos trabalho bloqueia suspende
    proíbe proibir proibição autoriza permite apreende apreendidos contrabando falsificação controle controles
    fronteira americano americana americanos japonês alemão europeia europeu países país mundo cidade estados unidos
    lança anuncia apresenta prepara busca querem devem fica chega volta coloca toma vende corta semicondutores placas
    memória energia carro telefone jogo jogos saúde escola fim início retorno apesar sempre nunca muita muitos pouco
    bem mal outro outra outros outras mesmo cada alguns vários nada enquanto depois então`,
  nld: `eerste laatste twee drie vier vijf zes zeven acht negen tien honderd duizend miljard jaren maand maanden week weken
    dag dagen vandaag gisteren morgen groot grote klein kleine beter beste slechter hoog hoger laag stijgt stijgen daalt
    dalen verliest wint winst verlies omzet prijs prijzen kosten markt beurs aandelen fabriek fabrieken productie verkoop
    verkoopt koopt levert leveringen export invoer uitvoer vergunning vergunningen wet rechter onderzoek boete kabinet
    overheid minister ministerie president topman medewerkers werk banen verbiedt verbieden verbod blokkeert stopt
    controleert controle controles douane grens smokkel neemt beslag amerikaanse chinese japanse duitse europese land
    landen wereld stad begint plant toont komt gaat blijft staat brengt zet houdt waarschuwt dreigt zoekt vindt bouwt
    fabrikant halfgeleiders geheugen stroom energie auto telefoon spel gezondheid school einde begin terug altijd nooit
    vaak veel weinig goed slecht andere elke enkele`,
  pol: `pierwszy pierwsza ostatni dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc tysięcy milion
    milionów miliard miliardów miesiąc tydzień dzień dni dziś dzisiaj wczoraj jutro wielki duży duże mały lepszy gorszy
    wzrost spadek rośnie spada traci zyskuje zysk strata cena ceny koszt rynek rynku giełda akcje fabryka fabryki
    produkcja produkcji sprzedaż sprzedaje kupuje zamówienia eksport eksportu import importu licencja ustawa sąd
    śledztwo kara rząd rządu minister ministerstwo prezydent prezes pracownicy praca zakaz zakazuje zakazu blokuje
    wstrzymuje kontrola kontrole kontroli granica granicy celnicy celna celne służba przemyt amerykańskie amerykański
    europejski unia kraj kraje świat świata miasto startuje zaczyna pokazuje wraca zostaje szuka buduje producent
    półprzewodniki półprzewodników pamięci energia samochód telefon gra gry zdrowie szkoła koniec początek zawsze nigdy
    dużo mało dobrze źle inny inne każdy kilka`,
  tur: `ilk son iki üç dört beş altı yedi sekiz dokuz on yüz bin milyarlık ay hafta gün bugün dün yarın büyük küçük yeni
    eski iyi kötü yüksek düşük yükseldi düştü kaybetti kazandı kâr zarar fiyat fiyatı fiyatları maliyet piyasa borsa hisse
    hisseleri fabrika fabrikası üretim üretimi satış satışı alım sipariş ihracat ihracatı ithalat lisans yasa kanun
    mahkeme hâkim soruşturma ceza hükümet bakan bakanlığı başkan başkanı çalışan iş yasakladı yasaklıyor engelledi
    durdurdu denetim denetimi denetimleri sınır gümrük gümrükte kaçakçılık ele geçirildi amerikan japon alman avrupa ülke
    ülkesi dünya şehir duyurdu tanıttı geliyor gidiyor kaldı arıyor yarı iletken bellek enerji araba telefon oyun sağlık
    okul bitti geri her hiç çok az`,
};

/** Places whose names differ between languages. */
export const PLACE_WORDS: Readonly<Record<string, string>> = {
  eng: 'china chinese japan japanese korea korean germany german europe european russia russian india indian dutch american',
  fra: `pékin chine chinois japon corée allemagne europe russie inde pays-bas américain états unis taïwan taïwanais bruxelles
    londres moscou séoul tokyo`,
  deu: 'peking chinas japan korea deutschland deutschlands europa russland indien niederlande brüssel moskau amerika us-',
  spa: 'pekín china japón corea alemania europa rusia india holanda bruselas londres moscú seúl taiwán ee uu eeuu',
  ita: 'pechino cina giappone corea germania europa russia india olanda bruxelles londra mosca seul usa',
  por: 'pequim china japão coreia alemanha europa rússia índia holanda bruxelas londres moscovo moscou seul eua brasil',
  glg: 'pequín xapón corea alemaña europa rusia eua',
  cat: 'pequín xina xinès xinesa xinesos japó corea alemanya europa rússia brussel·les eua',
  nld: 'peking chinese japan korea duitsland europa rusland brussel moskou vs nederland nederlandse schiphol',
  afr: 'beijing sjina sjinese vsa suid afrika',
  pol: 'pekin pekinu chiny chin chińskich japonia japonii korea korei niemcy niemiec europa europy rosja rosji usa bruksela',
  tur: 'pekin çinli japonya kore almanya avrupa rusya hindistan hollanda brüksel londra moskova abd nin',
  ron: 'beijing beijingul japonia coreea germania europa rusia sua românia',
  hun: 'peking kína kínai japán korea németország európa európai oroszország usa',
  swe: 'peking kina kinesiska japan tyskland europa ryssland sverige',
  dan: 'beijing kina kinesiske japan tyskland europa rusland danmark danske',
  nob: 'beijing kina kinesiske japan tyskland europa russland norge norske',
  fin: 'peking pekingin kiina kiinan japani eurooppa venäjä yhdysvallat yhdysvaltain suomi',
  ces: 'peking pekingu čína číny čínské japonsko korea německo evropa rusko usa',
  slk: 'peking čína číny čínske japonsko kórea nemecko európa rusko usa',
  vie: 'bắc kinh trung quốc nhật bản hàn quốc đức châu âu nga mỹ ấn độ',
  ind: 'beijing tiongkok cina jepang korea jerman eropa rusia belanda as',
  rus: 'пекин пекина китай япония корея германия европа индия сша вашингтон москва тайвань брюссель',
  ukr: 'пекін китай японія корея німеччина європа росія індія сша вашингтон тайвань',
  bul: 'пекин китай япония корея германия европа русия индия сащ',
};

/** Months and days of the week, where they differ; much of what is in the news has a date. */
export const CALENDAR_WORDS: Readonly<Record<string, string>> = {
  eng: `january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday`,
  fra: `janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi
    vendredi samedi dimanche`,
  deu: `januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch
    donnerstag freitag samstag sonntag`,
  spa: `enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles
    jueves viernes sábado domingo`,
  ita: `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì
    mercoledì giovedì venerdì sabato domenica`,
  por: `janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda-feira terça-feira
    quarta-feira quinta-feira sexta-feira sábado domingo`,
  nld: `januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag
    donderdag vrijdag zaterdag zondag`,
  pol: `stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia poniedziałek
    wtorek środa czwartek piątek sobota niedziela`,
  tur: `ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe cuma
    cumartesi pazar`,
  swe: 'januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag',
  dan: 'januar februar marts april maj juni juli august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag',
  nob: 'januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag torsdag fredag lørdag søndag',
  cat: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre dilluns dimarts dimecres dijous divendres dissabte diumenge',
  ron: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie luni marți miercuri joi vineri sâmbătă duminică',
  rus: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг пятница суббота воскресенье',
  ukr: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня понеділок вівторок середа четвер субота неділя',
  bul: 'януари февруари март април май юни юли август септември октомври ноември декември понеделник вторник сряда четвъртък петък събота неделя',
};

/** Other everyday words of the news: politics, weather, sport, food, health. */
export const EVERYDAY_WORDS: Readonly<Record<string, string>> = {
  eng: `affiliates suspends cluster weather storm rain snow heat goal goals final season league player players coach win
    wins winner recipe butter sugar flour oven salt minutes hospital doctors patients vaccine election elections vote
    voters mayor minister police fire crash accident train trains flight flights airport road roads ticket tickets
    teacher teachers child children parents family young woman women man men town village tax taxes bank holiday summer
    winter spring autumn`,
  fra: `tempête pluie neige chaleur météo buts finale saison ligue joueur joueurs joueuse entraîneur victoire défaite
    vainqueur recette tarte beurre sucre farine four sel minutes hôpital médecins malades vaccin élection élections vote
    maire policier police incendie accident train trains vol aéroport route routes billet professeur professeurs enfant
    enfants parents famille jeune jeunes femme femmes homme hommes village impôt impôts vacances été hiver printemps
    automne bondit passe cuisine fine maison eau air terre mer mort morts blessés`,
  deu: `sturm regen schnee hitze wetter tor tore saison liga spieler trainer sieg niederlage gewinner rezept butter zucker
    mehl ofen salz minuten krankenhaus ärzte patienten impfung wahl wahlen wähler bürgermeister polizei brand unfall zug
    züge flug flughafen straße fahrkarte lehrer kind kinder eltern familie junge frau frauen mann männer dorf steuer
    steuern ferien urlaub sommer winter frühling herbst verpasst bringt bleibt wasser luft erde meer tote verletzte
    übernimmt eröffnet feiert`,
  spa: `tormenta lluvia nieve calor tiempo gol goles temporada liga jugador jugadores entrenador victoria derrota ganador
    receta mantequilla azúcar harina horno sal minutos hospital médicos pacientes vacuna elección elecciones voto alcalde
    policía incendio accidente tren trenes vuelo aeropuerto carretera billete profesor profesores niño niños padres
    familia joven jóvenes mujer mujeres hombre hombres pueblo impuesto impuestos vacaciones verano invierno primavera
    otoño agua aire tierra mar muertos heridos`,
  ita: `tempesta pioggia neve caldo meteo gol stagione campionato giocatore giocatori allenatore vittoria sconfitta
    vincitore ricetta burro zucchero farina forno sale minuti ospedale medici pazienti vaccino elezione elezioni voto
    sindaco polizia incendio incidente treno treni volo aeroporto strada strade biglietto professore insegnanti bambino
    bambini genitori famiglia giovane giovani donna donne uomo uomini paese tassa tasse vacanze estate inverno primavera
    autunno acqua aria terra mare morti feriti`,
  por: `tempestade chuva neve calor tempo gol gols golo golos temporada campeonato jogador jogadores treinador vitória
    derrota vencedor receita manteiga açúcar farinha forno sal minutos hospital médicos pacientes vacina eleição eleições
    voto prefeito polícia incêndio acidente trem comboio voo aeroporto estrada bilhete professor professores criança
    crianças pais família jovem jovens mulher mulheres homem homens aldeia imposto impostos férias verão inverno
    primavera outono água ar terra mar mortos feridos`,
  nld: `storm regen sneeuw hitte weer doelpunt doelpunten seizoen competitie speler spelers trainer overwinning nederlaag
    winnaar recept boter suiker meel oven zout minuten ziekenhuis artsen patiënten vaccin verkiezing verkiezingen stem
    burgemeester politie brand ongeluk trein treinen vlucht luchthaven weg wegen kaartje leraar leraren kind kinderen
    ouders gezin jongeren vrouw vrouwen man mannen dorp belasting belastingen vakantie zomer winter lente herfst water
    lucht aarde zee doden gewonden`,
  pol: `burza deszcz śnieg upał pogoda gol gole sezon liga piłkarz piłkarze trener zwycięstwo porażka zwycięzca przepis
    masło cukier mąka piekarnik sól minut szpital lekarze pacjenci szczepionka wybory głosowanie burmistrz policja pożar
    wypadek pociąg pociągi lot lotnisko droga drogi bilet nauczyciel nauczyciele dziecko dzieci rodzice rodzina młodzi
    kobieta kobiety mężczyzna wieś podatek podatki wakacje lato zima wiosna jesień woda powietrze ziemia morze`,
  tur: `fırtına yağmur kar sıcaklık hava gol sezon lig oyuncu futbolcu teknik direktör zafer galibiyet yenilgi tarif
    tereyağı şeker un fırın tuz dakika hastane doktor hasta aşı seçim oy belediye polis yangın kaza tren uçuş havaalanı
    yol bilet öğretmen çocuk çocuklar anne baba aile genç gençler kadın kadınlar erkek köy vergi tatil yaz kış ilkbahar
    sonbahar su toprak deniz ölü yaralı maç maçı yendi yenildi kazandı grev grevi tarifi kek pişirme`,
};
