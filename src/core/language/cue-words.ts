/**
 * Words that are frequent in short texts of a language and rare in those of related languages: articles,
 * prepositions, pronouns, auxiliaries, verbs of headlines. A word listed under several languages counts for all of
 * them. Lower case, as written with diacritics. Chosen by hand from general knowledge of each language, not from any
 * labelled set.
 */
export const CUE_WORDS: Readonly<Record<string, string>> = {
  eng: `the of and to in is for on with as at by from that this it its are was be has have had will would could may
    might can not but or an after before over under about into than more new says said say how why what who when
    where which their his her our your they he she we you i if out up down off amid against between through during
    while without within until because been being were do does did just still now ban bans banned maker
    makers sales exports export makes make gets get takes take set sets faces face wins plans plan first us`,
  sco: `the and o in is for on as at by a it that wi this are was frae wis wisnae isnae didnae cannae dinnae oor oot aboot hae haed haes thair thay thaim whit wha whaur nae gie
    gied bairn bairns ken kent muckle wee syne efter ither ithers mair maist twa warld yin ane aw maun sae sic tae
    leid scots thon hoose toun wark gaun auld nou mony whan abuin throu unner`,
  fra: `le la les l' un une des du de d' qu' c' j' n' s' m' et est en dans sur pour par avec sans que qui quoi au aux ce cette ces cet son sa
    ses leur leurs il elle ils elles nous vous je ne pas plus moins mais ou où donc ni car être sont était été a ont
    avait fait faire selon après avant contre entre chez vers comme si se s y très aussi tout tous toute toutes
    depuis encore déjà face veut peut doit va vont jusqu puces puce interdit interdiction chinois chinoise chinoises
    douanes douane entreprises nouvelle nouveau nouveaux`,
  deu: `der die das den dem des ein eine einen einem einer eines und ist sind war waren wird werden wurde wurden hat
    haben hatte in im ins auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch gegen ohne zwischen
    nicht kein keine auch nur noch schon mehr als wie wenn weil dass daß oder aber doch sich sie er es wir ihr ihre
    seine ihren kann können soll sollen will wollen muss müssen darf bis seit ab an am neue neuer neues neuen statt
    trotz wegen laut erst jetzt macht gibt`,
  spa: `el la los las un una unos unas de del al y e en es son fue era ser está están ha han había por para con sin sobre
    que qué quien como cómo más menos muy pero o u si sí no ni se su sus le les lo nos entre hasta desde hacia según
    tras ante contra bajo cuando donde porque también ya aún todavía todo todos toda todas este esta estos estas ese
    esa puede pueden debe quiere hace nuevo nueva nuevos nuevas año años millones prohíbe gobierno aduanas empresa
    empresas china chino chinos`,
  ita: `il lo la i gli le l' d' un' dell' all' nell' sull' dall' c' un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai
    dagli dalle in nel nello nella nei negli nelle su sul sulla sui sulle con per tra fra e ed è sono era erano essere
    ha hanno aveva che chi cui non più meno ma o se si ci ne come anche ancora già dopo prima contro senza secondo
    perché quando dove questo questa questi queste quello suo sua suoi sue loro anni nuovo nuova nuovi nuove può
    possono deve vuole fa governo cinese cinesi dogana dogane`,
  por: `o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas para com sem
    sobre e é são foi foram era ser está estão tem têm há que quem como mais menos muito mas ou se não nem seu sua seus
    suas lhe ele ela eles elas nós você entre até desde após ante contra sob quando onde porque também já ainda todo
    todos toda todas este esta esse essa isso isto pode podem deve quer faz novo nova novos novas ano anos milhões
    diz dizem governo chineses chinês chinesa alfândega empresas`,
  glg: `o a os as un unha uns unhas do da dos das no na nos nas ao á aos ás polo pola polos polas para con sen sobre e é
    son foi foron ser está están ten teñen hai que quen como máis menos moi pero ou se non nin seu súa seus súas ela
    eles entre ata desde tras contra baixo cando onde porque tamén xa aínda todo todos este esta isto pode poden debe
    quere fai novo nova novos ano anos millóns xunta galicia galego goberno deputación concello dende mellor
    xente día estes estas unha cunha nunha dunha segundo lle lles fronte sobre conta dúas vai xuño xullo xaneiro`,
  cat: `el la els les l' d' s' n' m' un una uns unes de del dels al als amb sense per i és són va van ser està estan ha han hi que
    qui com més menys molt però o si no ni es seu seva seus seves li els entre fins des cap segons després abans contra
    sota quan on perquè també ja encara tot tots tota totes aquest aquesta aquests aquestes això pot poden ha vol fa
    nou nova nous noves any anys milions govern empreses pel pels sobre seu dins davant cada ens us hem em`,
  ron: `și si în in la de pe cu din pentru prin despre spre până după fără sub între este e sunt era fost fi a au are
    avea va vor să că ca ce care cine cum când unde mai nu nici dar sau iar dacă deoarece acest această acești aceste
    acel o un unui unei al ale ai lui ei lor își se s-a sa său sale ani an nou nouă noi noile poate trebuie vrea face
    împotriva către asupra potrivit guvernul companiile milioane euro interzice`,
  nld: `de het een en van in is op te dat die voor met niet aan er om ook als dan maar bij naar uit door over tot tegen
    zonder onder tussen na zijn was waren wordt worden werd heeft hebben had kan kunnen moet moeten wil willen zal
    zullen mag geen nog wel al meer minder dit deze hij zij ze wij we haar hun hem wat wie waar hoe waarom omdat of
    want nieuwe nieuw jaar miljoen volgens nu weer eigen gaat krijgt komt maakt tegenover sinds vanaf`,
  afr: `die het n nie is en van in op te dat wat vir met aan om ook as maar by na uit deur oor tot teen sonder onder
    tussen was word word hulle hy sy ons jy ek kan moet wil sal mag geen nog al meer minder dié hierdie daardie waar hoe
    hoekom omdat of want nuwe jaar miljoen volgens nou weer gaan kry kom maak sê sedert suid-afrika se wees baie twee
    mense was gehad hom haar jou verlede besending duurder nie-winsgewend vyf sewe nege sy nuus eerste laaste twee geld rand`,
  pol: `w we z ze na do od po za o u i a oraz ale lub albo czy że żeby aby jest są był była było były będzie będą być ma
    mają miał nie tak to ten ta te tego tej tych tym jak co kto gdy kiedy gdzie dlaczego dla przez przed przy pod nad
    między bez się jego jej ich już jeszcze tylko także również więcej mniej nowy nowa nowe nowych lat rok roku mln
    może mogą musi chce przeciw według po chiny chin chiński chińskie chińskich układów ceł`,
  ces: `v ve z ze na do od po za o u i a ale nebo či že aby je jsou byl byla bylo byli bude budou být má mají měl ne tak to
    ten ta tyto toho této těch tím jak co kdo když kdy kde proč pro přes před při pod nad mezi bez se si jeho její
    jejich už již ještě jen také více méně nový nová nové nových let rok roku může mohou musí chce proti podle čína
    číny čínské čínských čipy čipů čipů vláda českých který která které`,
  slk: `v vo z zo na do od po za o u i a ale alebo či že aby je sú bol bola bolo boli bude budú byť má majú mal nie tak to
    ten tá tieto toho tejto tých tým ako čo kto keď kedy kde prečo pre cez pred pri pod nad medzi bez sa si jeho jej
    ich už ešte len aj tiež viac menej nový nová nové nových rokov rok roku môže môžu musí chce proti podľa čína čipy
    čipov vláda slovensko slovenská ktorý ktorá ktoré`,
  slv: `v z s na do od po za o in a ali ter ki da je so bil bila bilo bili bo bodo biti ima imajo ne ni tako to ta te tega
    teh tem kako kaj kdo ko kdaj kje zakaj pri pred pod nad med brez se si njegov njen njihov že še samo tudi več manj
    novi nova novo novih let leto leta lahko mora hoče proti čipov vlada slovenija slovenski kateri zaradi glede`,
  hrv: `u i na za od do iz s sa o po je su bio bila bilo bili će biti ima imaju ne nije nisu da li što tko kako kada kad
    gdje zašto koji koja koje kojih prema protiv pri pred pod nad među bez se si njegov njezin njihov već još samo
    također više manje novi nova novo novih godina godine godinu može mogu mora želi tvrtka tvrtke tvrtki vlada
    hrvatska hrvatski tijekom uvjet europske europska tisuća vijest vijesti zabranila čipova čipovi dolara izvoz uvoz
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca`,
  srp: `u i na za od do iz s sa o po je su bio bila bilo bili će biti ima imaju ne nije nisu da li šta što ko kako kada kad
    gde zašto koji koja koje kojih prema protiv pri pred pod nad među bez se si njegov njen njihov već još samo takođe
    više manje novi nova novo novih godina godine godinu može mogu mora želi kompanija kompanije kompanija vlada
    srbija srpski tokom evropske evropska hiljada vest vesti predsednik zabranila čipova čipovi dolara izvoz uvoz
    januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra gde pre posle uslov`,
  bos: `u i na za od do iz s sa o po je su bio bila bilo bili će biti ima imaju ne nije nisu da li šta što ko kako kada kad
    gdje zašto koji koja koje kojih prema protiv pri pred pod nad među bez se si njegov njen njihov već još samo također
    više manje novi nova novo novih godina godine može mogu mora želi kompanija kompanije vlada bosna bosne bosni
    hercegovina hercegovini bosanski tokom evropske hiljada vijest vijesti općina lahko sarajevo sarajevu prije poslije
    januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra`,
  hun: `a az és is nem hogy egy van volt lesz vannak meg el ki be fel le már még csak de vagy ha mint ezt azt ez ezek azok
    kell lehet új után előtt ellen között miatt szerint nélkül alatt több kevesebb mely amely aki ami hol mikor miért
    hogyan év évben millió milliárd kínai kína tiltja magyar cég cégek kormány ezért azért újabb első második nagy kis jó rossz ár árak áremelés drágul olcsó nő
    csökken emelkedik napok hét hónap ország világ piac gyár termelés eladás forint dollár`,
  fin: `ja on ei se että oli ovat olivat ole kun kuin mutta tai jos myös vain vielä jo nyt joka jotka mikä kuka missä
    miksi miten hän he me sen sitä tämä nämä niiden mukaan jälkeen ennen vastaan ilman kanssa välillä uusi uudet uuden
    vuoden vuonna miljoonaa voi pitää saa kiinan kiina suomi suomen yhtiö yritys hallitus`,
  ekk: `ja on ei see et oli olid ole kui aga või ka ainult veel juba nüüd kes mis kus miks kuidas ta nad me selle seda
    need mille järgi pärast enne vastu ilma koos vahel uus uued uue aasta aastal miljonit võib peab saab hiina eesti
    ettevõte valitsus ning oma kõik`,
  lvs: `un ir ka nav bija būs par no uz ar pie pēc pret bez līdz starp kā bet vai arī tikai vēl jau tagad kas kur kāpēc
    viņš viņa viņi tas tā šis šī to jauns jauna jauni gada gadā miljoni var nevar pret ķīna ķīnas latvija latvijas
    uzņēmums valdība savu tiek`,
  lit: `ir yra ne kad buvo bus su iš į už nuo prie po prieš be iki tarp kaip bet ar arba taip pat tik dar jau dabar kas kur
    kodėl jis ji jie tai šis ši to naujas nauja nauji metų metais milijonų gali negali kinija kinijos lietuva lietuvos
    įmonė vyriausybė dėl apie savo`,
  swe: `och att det i på är av för med som den en ett inte om till har de från vid var kan ska skall men så eller när vad
    vem där varför hur efter före mot utan under mellan sedan genom nu bara även också mer mindre ny nya nytt år miljoner
    sig sin sitt sina han hon vi ni jag får blir blev vill måste enligt säger kina kinas företag regeringen svensk
    svenska mellan upp ut in över`,
  dan: `og at det i på er af for med som den en et ikke om til har de fra ved var kan skal men så eller når hvad hvem hvor
    hvorfor hvordan efter før mod uden under mellem siden gennem nu kun også mere mindre ny nye nyt år millioner sig sin
    sit sine han hun vi jeg får bliver blev vil må ifølge siger kina kinas selskab selskaber regeringen dansk danske
    virksomheder mellem op ud ind over bare noget nogle meget kunne skulle ville været være mig dig selv flere hele disse dette
    blevet derfor første allerede igen`,
  nob: `og at det i på er av for med som den en et ikke om til har de fra ved var kan skal men så eller når hva hvem hvor
    hvorfor hvordan etter før mot uten under mellom siden gjennom nå bare også mer mindre ny nye nytt år millioner seg
    sin sitt sine han hun vi jeg får blir ble vil må ifølge sier kina kinas selskap selskaper regjeringen norsk norske
    mellom opp ut inn over noen noe dette disse mye kunne skulle ville vært være meg deg selv flere hele blitt derfor
    første allerede igjen`,
  nno: `og at det i på er av for med som den ein eit ikkje om til har dei frå ved var kan skal men så eller når kva kven
    kvar kvifor korleis etter før mot utan under mellom sidan gjennom no berre òg også meir mindre ny nye nytt år
    millionar seg sin sitt sine han ho vi eg får blir vart vil må ifølgje seier kina selskap regjeringa norsk norske
    noko nokon desse dette vere vore gjere mykje fleire kjem ikkje nynorsk saman heile`,
  isl: `og að það í á er af fyrir með sem ekki um til hefur frá við var getur skal en eða þegar hvað hver hvar hvers
    hvernig eftir gegn án undir milli síðan nú bara einnig meira nýr ný nýtt ár milljónir sig hann hún við ég fær verður
    vill segir kína íslenska fyrirtæki ríkisstjórn þessi þetta þeir`,
  tur: `ve bir bu da de için ile olarak olan olduğu oldu olacak ise değil gibi daha çok en ne kim nasıl neden nerede zaman
    sonra önce karşı kadar göre üzerinde arasında her tüm hem ama veya ya şu o biz siz var yok yeni yıl milyon milyar
    milyarlık etti ediyor edecek dedi diyor yapıyor yaptı yasak yasağı çin abd türkiye şirket şirketi çip yerli başladı
    açıkladı`,
  azj: `və bir bu da də üçün ilə olan oldu olacaq deyil kimi daha çox ən nə kim necə niyə harada sonra əvvəl qarşı qədər
    görə üzrə arasında hər bütün amma və ya yeni il milyon edib edir dedi azərbaycan şirkət çin abş`,
  uzn: `va bu uchun bilan bir ham emas kabi koʻp eng nima kim qanday nega keyin oldin qarshi haqida har barcha ammo yoki
    yangi yil million dedi oʻzbekiston kompaniya xitoy aqsh boʻyicha boʻldi qilindi edi`,
  vie: `và của là các có cho với trong trên được này đã không một những để từ khi đến về tại theo người như nhưng hoặc thì
    mà ra vào sau trước chống bị sẽ đang năm triệu tỷ mới hơn nhiều cũng chỉ do vì sao ai đâu gì trung quốc mỹ việt nam
    công ty cấm lệnh xuất khẩu hải quan`,
  ind: `dan yang di ke dari untuk dengan pada dalam adalah ini itu tidak akan telah sudah juga oleh sebagai atau karena
    bahwa saat setelah sebelum terhadap antara bisa dapat harus lebih baru tahun juta miliar kata ia dia mereka kami
    kita saya anda apa siapa bagaimana mengapa kapan cina tiongkok amerika serikat indonesia perusahaan pemerintah larang
    larangan bea cukai seperti hingga secara namun tersebut rusia jerman inggris prancis jepang karyawan uang mobil kantor
    polisi agustus selasa senin jumat`,
  zsm: `dan yang di ke dari untuk dengan pada dalam adalah ini itu tidak akan telah sudah juga oleh sebagai atau kerana
    bahawa ketika selepas sebelum terhadap antara boleh dapat harus lebih baharu tahun juta bilion kata beliau dia mereka
    kami kita saya anda apa siapa bagaimana mengapa bila china amerika syarikat malaysia kerajaan larang larangan kastam
    seperti hingga secara namun tersebut rusia jerman britain perancis jepun pekerja wang kereta pejabat ogos selasa isnin
    jumaat sehingga menerusi manakala berkata`,
  tgl: `ang ng sa na ay mga at si ni kay para hindi ito iyon ako ikaw siya kami tayo kayo sila namin natin nila kung dahil
    pero o may mayroon wala din rin lang pa ba po bago taon milyon kumpanya pilipinas tsina pamahalaan isang noong habang
    nang kaya`,
  als: `dhe në e i të një për me nga që është janë ka kanë do nuk ose por si kur ku pse kush çfarë pas para kundër pa
    midis edhe më shumë ri re vit milion kjo ky këto kinë kina shqipëri shqiptare kompani qeveria së duke`,
  eus: `eta da dira ez du dute bat ere baina edo zer nor non nola noiz zergatik gabe aurka ondoren aurretik arabera dela
    duen diren zen ziren izan egin behar ahal berri berria urte milioi euskal euskadi gobernua hau hori dituzte`,
  cym: `y yr a ac yn i o ar am gan gyda mae oedd yw bod wedi nid ddim ond neu pan beth pwy ble sut pam ar ôl cyn yn erbyn
    heb rhwng hefyd mwy llai newydd blwyddyn miliwn cymru cymraeg llywodraeth fod eu ei`,
  gle: `an na agus is ar i ag le do go chun ó de faoi tá bhí beidh ní níl ach nó nuair cad cé cá conas roimh tar éis gan
    idir freisin níos nua bliain milliún éire gaeilge rialtas a sé sí siad seo sin`,
  swh: `na ya wa kwa ni katika la za cha vya mwa hii hiyo huo si sio kuwa alikuwa wakati baada kabla dhidi bila kati pia
    zaidi mpya mwaka milioni nchini serikali kampuni kenya tanzania watu lakini au kama nini nani wapi jinsi kwamba`,
  rus: `и в во на не что с со по для из от за при это как его к о об до у а но или же бы был была было были будет быть есть
    их её он она они мы вы я уже ещё только также более менее новый новая новые новых лет год года году после перед против
    между через без под над между тыс млн млрд который которая которые компания компании власти может могут стал стала из-за
    начал начала начали поставки россия россии российский российских российского китай китая сша ввела запретил запретила`,
  ukr: `і й в у на не що з із зі по для від за при це як його до о про але або чи би був була було були буде бути є їх її він
    вона вони ми ви я вже ще тільки також більше менше новий нова нові нових років рік року році після перед проти між через
    без під над тис млн млрд який яка які компанія компанії влада може можуть стала став україна україни китай китаю сша`,
  bel: `і й у ў на не што з са па для ад за пры гэта як яго да пра але або ці бы быў была было былі будзе быць ёсць іх яе ён
    яна яны мы вы я ўжо яшчэ толькі таксама больш менш новы новая новыя гадоў год года пасля перад супраць між праз без пад
    над які якая якія кампанія беларусь беларусі`,
  bul: `и в във на не че с със по за от при това как до о а но или да би беше е са ще бъде има няма се си го му тя те той ние
    вие аз вече още само също повече нов нова нови години година след преди против между през без под над хил млн млрд който
    която които компания компании китай сащ българия може могат стана`,
  mkd: `и в во на не што со по за од при ова како до о а но или да би беше е се ќе биде има нема го му таа тие тој ние вие јас
    веќе уште само исто повеќе нов нова нови години година по пред против меѓу преку без под над кој која кои компанија кина
    сад македонија може можат`,
  srp_cyrl: `и у на не што с са по за од при ово како до о а но или да би био била било је се ће бити има нема су га му она они
    он ми ви ја већ још само такође више нов нова нови година године после пре против између преко без под над који која које
    компанија кина кине сад србија може могу из њих`,
  kaz: `және мен бұл үшін деп бір жоқ бар емес туралы кейін дейін қарсы арасында жаңа жыл жылы млн қазақстан қытай ақш болды болып`,
  kir: `жана менен бул үчүн деп бир жок бар эмес жөнүндө кийин чейин каршы арасында жаңы жыл жылы млн кыргызстан кытай акш болду`,
  khk: `ба нь энэ тэр юм байна байсан болон гэж гэсэн хийх дээр доор хойш өмнө эсрэг хооронд шинэ жил монгол улсын хятад ану`,
  tgk: `ва дар аз ба ки ин он барои бо то бар аст буд мешавад нест ҳам вале ё нав сол тоҷикистон чин имрӯз`,
  uzn_cyrl: `ва бу учун билан бир ҳам эмас каби кўп энг нима ким кейин олдин қарши ҳақида янги йил ўзбекистон хитой ақш бўйича`,
  arb: `في من على إلى عن أن إن التي الذي هذا هذه ذلك تلك مع بعد قبل بين كما لا ما لم لن قد كان كانت يكون هو هي هم نحو حتى منذ ضد
    حول خلال دون أو أم لكن بل كل بعض غير عند عبر ثم حظر تصدير الصين الصينية الولايات المتحدة شركة الشركات رقائق الرقائق وزارة
    الجمارك تفرض يفرض أعلنت تحظر عام الأمريكية الأميركية مليار مليون`,
  pes: `و در از به که این آن را با برای است بود شد می های تا بر یک هم نیز یا اما اگر هر چه چرا کجا بین پس پیش علیه بدون درباره
    شده شود کرد کند کرده خواهد باید نمی سال میلیون میلیارد چین ایران آمریکا شرکت تراشه دولت صادرات`,
  urd: `کا کی کے میں سے نے کو پر اور ہے ہیں تھا تھے تھی یہ وہ کہ جو بھی نہیں ہو کر کیا گیا گئی لیے ساتھ بعد پہلے خلاف درمیان تک
    یا اگر ایک ہر کیوں کہاں کب سال لاکھ کروڑ ارب چین پاکستان امریکا امریکہ کمپنی حکومت برآمد پابندی`,
  pbu: `د په او چې له ته کې دی ده دي نه یې سره هم پر تر یو دا هغه باید کړي شوي وي کړ شو افغانستان پښتو`,
  ckb: `لە بە و کە بۆ لەسەر ئەم ئەو بوو دەکات دەکرێت نییە هەر یان بەڵام چین کوردستان هەرێمی ساڵی دوای پێش`,
  uig: `ۋە بۇ ئۈچۈن بىلەن بىر ئەمەس ھەم كېيىن ئىلگىرى قارشى ھەققىدە يېڭى يىل خىتاي شىنجاڭ`,
  hin: `है हैं था थे थी के का की को में से पर ने और यह वह ये वे कि जो भी नहीं हो कर किया गया गई गए लिए साथ बाद पहले तक या अगर एक हर
    क्यों कहाँ कहां कब साल वर्ष लाख करोड़ अरब चीन भारत अमेरिका कंपनी सरकार निर्यात प्रतिबंध रोक लगाई लगाया पेश दिया दी करेगा
    करेगी कहा हुआ हुई इस उस अपने अपनी जाएगा सकता सकते रहा रही रहे`,
  mar: `आहे आहेत होता होते होती च्या चा ची चे ला ना मध्ये आणि हा ही हे तो ती ते की जो पण नाही नाहीत करून केला केली केले साठी
    बरोबर नंतर आधी पूर्वी पर्यंत किंवा जर एक प्रत्येक कुठे केव्हा वर्ष वर्षे लाख कोटी अब्ज चीनच्या भारताने अमेरिकेने
    कंपनीने सरकारने वर या त्या असे असून येथे झाला झाली झाले`,
  npi: `छ छन् थियो थिए को का की लाई मा ले बाट र यो त्यो यी ती कि जो पनि छैन गरेर गरेको गरेका गरी लागि सँग पछि अघि सम्म वा यदि एक
    हरेक किन कहाँ कहिले वर्ष लाख करोड अर्ब नेपाल नेपालको चीनले भारतले अमेरिकाले सरकारले कम्पनी भएको भएका हुने गर्ने गर्न
    भन्ने भने रहेको गरिएको तथा`,
  heb: `של את על לא כי עם הוא היא זה זו אשר אבל או גם כל בין אחרי לפני נגד אין יש היה היתה הם סין ישראל`,
  ydd: `און פון אין די דער דאס איז מיט צו נישט אז וואס האט זיך פאר אויף נאר אויך ווי ער זי מען`,
};
