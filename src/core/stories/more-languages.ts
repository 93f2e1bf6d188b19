/**
 * Words for what happens and what it is about, in Arabic, Dutch, Hindi, Polish, Turkish and Vietnamese, for the subjects of
 * `vocabulary.ts` and the happenings of `actions.ts`. All languages are searched in every text; words that mean something else
 * in another language are left out (Dutch `brand`).
 */
export const SUBJECTS_IN_MORE_LANGUAGES = `
accident | ongeval*, ongeluk*, wypad(ek|ku|ki|ków), kaza*, tai nạn, sự cố, حادث, حوادث, दुर्घटना*, हादसा
aftermath | hervat*, herstart*, wznow*, wznawia*, yeniden başla*, khôi phục, nối lại, استئناف, استأنف*, फिर शुरू, बहाल
airport | luchthaven*, lotnisk*, havaliman*, havaalan*, sân bay, مطار, مطارات, हवाई अड्डे, हवाई अड्डा, एयरपोर्ट
aircraft | vliegtuig*, samolot*, uçak, uçağ*, uçuş*, máy bay, chuyến bay, طائرة, طائرات, رحلة جوية, विमान, उड़ान
ambassador | ambassade*, ambasad*, büyükelçi*, đại sứ, سفير, سفارة, السفير, राजदूत, दूतावास
appeal | hoger beroep, in beroep, odwoła*, apelacj*, temyiz*, istinaf*, kháng cáo, استئناف الحكم, طعن, अपील
approval | goedkeur*, goedgekeurd*, zgod(a|ę|y), zatwierdz*, onay*, phê duyệt, chấp thuận, موافقة, وافق*, मंज़ूरी, मंजूरी, स्वीकृति
auction | veiling*, aukcj*, açık artırma*, ihale*, đấu giá, مزاد, नीलामी
audit | accountantscontrole, audyt*, denetim*, kiểm toán, تدقيق, लेखा परीक्षा, ऑडिट
bail | borgtocht, kaucj*, kefalet*, bảo lãnh, tại ngoại, كفالة, ज़मानत, जमानत
bankruptcy | faillissement*, failliet*, upadłoś*, bankrut*, iflas*, konkordato, phá sản, إفلاس, दिवालिया
battery | accu's, batterij*, akumulator*, bateri*, pin xe, ắc quy, بطارية, بطاريات, बैटरी
bill | wetsvoorstel*, wetsontwerp*, projekt ustawy, ustaw(a|y|ę|ie), yasa tasarısı, kanun tekli*, dự luật, dự thảo luật, مشروع قانون, विधेयक
blackout | stroomstoring*, stroomuitval, awari zasilania, brak prądu, przerw w dostaw*, elektrik kesinti*, mất điện, cúp điện, انقطاع الكهرباء, انقطاع التيار, बिजली गुल, बिजली कट*
board | raad van bestuur, raad van commissarissen, rad(a|y|zie) nadzorcz*, zarząd*, yönetim kurulu, hội đồng quản trị, مجلس الإدارة, निदेशक मंडल
bonus | bonussen, premi(a|e|i|ę), ikramiye*, tiền thưởng, مكافأة, مكافآت, बोनस
border | grens*, granic*, przejści granicz*, sınır*, biên giới, cửa khẩu, حدود, الحدود, معبر, सीमा
brake | plafond*, bovengrens, pułap*, kwot importow*, tavan*, kota*, üst sınır, hạn ngạch, mức trần, حصص, سقف, कोटा
broker | tussenpersoon, tussenhandelaar, pośrednik*, aracı*, môi giới, trung gian, وسيط, وسطاء, बिचौलिए, दलाल
car | autofabrikant*, automaker*, autobouwer*, motoryzac*, samochod*, otomotiv*, otomobil*, ô tô, xe hơi, سيارة, سيارات, कार निर्माता, वाहन
cash | contant geld, contanten, gotów*, nakit*, tiền mặt, نقدا, نقدًا, أموال نقدية, नकद, नकदी
ceo | topman, topvrouw, bestuursvoorzitter, prezes*, dyrektor generaln*, icra kurulu başkanı, genel müdür*, tổng giám đốc, giám đốc điều hành, الرئيس التنفيذي, मुख्य कार्यकारी, सीईओ
closure | sluiting*, sluit, zamkn*, zamyka*, kapat*, kapan*, đóng cửa, إغلاق, أغلق*, बंद कर*
cloud | clouddienst*, chmur*, bulut*, điện toán đám mây, حوسبة سحابية, السحابية, क्लाउड
cluster | supercomputer*, rekencluster*, superkomputer*, klaster*, süper bilgisayar*, siêu máy tính, حاسوب فائق, सुपरकंप्यूटर
congress | tweede kamer, kamerlid, kamerleden, sejm*, senator*, parlament*, meclis*, milletvekil*, quốc hội, nghị sĩ, thượng viện, hạ viện, برلمان, الكونغرس, مجلس النواب, مجلس الشيوخ, संसद, सांसद, सीनेट
container | zeecontainer*, kontener*, konteyner*, xe container, حاوية, حاويات, कंटेनर
contract | leveringscontract*, overeenkomst*, umow(a|y|ę|ie), kontrakt*, sözleşme*, hợp đồng, عقد بقيمة, عقود, अनुबंध, करार
copper | koper, miedź, miedzi, bakır*, نحاس, तांबा
counterfeit | namaak*, vervalst*, podrabian*, podrób*, fałszyw*, sahte*, taklit*, hàng giả, làm giả, مزيف*, مقلد*, مغشوش*, नकली, जाली
court | rechtbank*, rechter*, gerechtshof*, sąd, sądu, sądzie, sądow*, sędzi*, mahkeme*, yargıç*, hâkim*, tòa án, thẩm phán, محكمة, المحكمة, قاض, القاضي, अदालत, न्यायालय, जज, न्यायाधीश
customer | klant(en|), afnemer*, klient*, odbiorc*, müşteri*, alıcı*, khách hàng, عميل, عملاء, زبائن, ग्राहक*
cyberattack | cyberaanval*, gehackt, gijzelsoftware, cyberatak*, haker*, siber saldırı*, fidye yazılım*, tấn công mạng, tin tặc, هجوم إلكتروني, قرصنة, قراصنة, साइबर हमला, हैकर*
datacentre | datacentr*, rekencentr*, centr danych, veri merkezi*, trung tâm dữ liệu, مركز بيانات, مراكز بيانات, مراكز البيانات, डेटा सेंटर*
deadline | uiterlijk, do końca, son tarih*, thời hạn, hạn chót, مهلة, موعد نهائي, समय सीमा, अंतिम तिथि
death | doden, overleden, omgekomen, śmier*, zginę*, zginął, nie żyje, öldü, ölü*, hayatını kaybe*, tử vong, thiệt mạng, قتلى, وفاة, مصرع, मौत, मृत्यु
debt | obligatie*, lening*, kredyt*, obligacj*, dług*, tahvil*, borç*, kredi*, trái phiếu, khoản vay, سندات, قروض, ديون, कर्ज, ऋण
defect | gebrek*, terugroep*, wad(a|y|liw*), usterk*, kusur*, arızal*, geri çağır*, lỗi sản phẩm, thu hồi sản phẩm, عيب, عيوب, استدعاء, खराबी, दोष
deliver | lever(t|en|ing*), geleverd*, dostaw*, dostarcz*, teslim*, sevk*, bàn giao, giao hàng, تسليم, توريد, शिपमेंट, आपूर्ति
demand | vraag naar, popyt*, talep*, nhu cầu, الطلب, मांग
deposit | aanbetaling, waarborgsom, zalicz*, kaucj gwarancyj*, depozito*, peşin*, đặt cọc, tạm ứng, عربون, دفعة مقدمة, अग्रिम, जमा राशि
dismissal | ontslag*, ontslagen, banen schrap*, zwolni*, zwalnia*, işten çıkar*, cắt giảm nhân sự, sa thải, تسريح, छंटनी
document | vervalste papieren, valse aangifte, aangegeven als, zgłoszon*, deklaracj*, fałszyw dokument*, beyan*, khai báo, khai sai, giả mạo giấy tờ, بيان جمركي, تصريح كاذب, وثائق مزورة, صرح بأنها, صُرّح, घोषित, फर्जी दस्तावेज़, फर्जी दस्तावेज
domestic | binnenlands*, eigen bodem, krajow*, rodzim*, yerli, milli, nội địa, trong nước, محلي*, محلية الصنع, وطنية, स्वदेशी, देसी, घरेलू
dram | geheugen, geheugenmodule*, pamięci, pamięć, modułów pamięci, bellek*, hafıza*, bộ nhớ, ذاكرة, ذواكر, मेमोरी
driver | chauffeur*, vrachtwagenchauffeur*, kierowc*, şoför*, sürücü*, tài xế, lái xe, سائق, चालक, ड्राइवर
drone | drona, dronów, dronach, insansız hava ara*, máy bay không người lái, مسيرة, مسيّرة, طائرات بدون طيار, ड्रोन
duty | invoerrechten, heffing*, cło, cła, celn opłat*, gümrük vergi*, thuế nhập khẩu, رسوم جمركية, رسم جمركي, सीमा शुल्क, आयात शुल्क
election | verkiezing*, wybor(y|ów|czy*), seçim*, bầu cử, انتخابات, चुनाव
employee | werknemer*, medewerker*, personeel, pracownik*, çalışan*, işçi*, nhân viên, công nhân, موظف*, عمال, कर्मचारी, कर्मचारियों
energy | energie*, energi*, năng lượng, طاقة, ऊर्जा
espionage | spionage*, szpieg*, casus*, gián điệp, تجسس, जासूसी
evacuation | geëvacueerd*, ontruim*, ewaku*, tahliye*, sơ tán, إخلاء, खाली कराया
exhibition | vakbeurs, tentoonstelling, targ(i|ach), wystaw*, fuar*, triển lãm, معرض, प्रदर्शनी, मेला
expansion | uitbreid*, rozbudow*, ekspansj*, genişle*, kapasite artır*, mở rộng, توسعة, توسيع, विस्तार
export | uitvoer*, exporteer*, geëxporteerd*, eksport*, wywóz, wywoz*, ihraç*, ihracat*, xuất khẩu, تصدير, صادرات, الصادرات, निर्यात*
fake-floor | dubbele bodem, verborgen ruimte, podwójn (dno|dn*|podłog*), skrytk*, gizli bölme*, zula*, ngăn bí mật, giấu dưới sàn, مخبأ سري, أرضية مزدوجة, छिपाकर, गुप्त खाने
financing | investeringsronde, finansowani*, finansman*, gọi vốn, huy động vốn, تمويل, वित्तपोषण, निवेश जुटा*
fine | boete*, beboet*, grzywn*, kar(a|ę|y) pieniężn*, para ceza*, ceza kes*, phạt tiền, xử phạt, غرامة, غرامات, जुर्माना
fire | vlammen, brandweer, pożar*, yangın*, hỏa hoạn, đám cháy, حريق, حرائق, आग लग*
flood | overstroming*, powód(ź|zi*), sel felaketi, su baskın*, ngập lụt, lũ lụt, فيضان*, سيول, बाढ़
forecast | verwachting*, prognoz*, przewiduj*, tahmin*, beklenti*, dự báo, توقعات, पूर्वानुमान, अनुमान
foreignministry | ministerie van buitenlandse zaken, ministerstw spraw zagranicznych, dışişleri*, bộ ngoại giao, وزارة الخارجية, الخارجية الصينية, विदेश मंत्रालय
foundry | chipfabriek*, contractfabrikant*, fabryk chipów, fabryk półprzewodnik*, dökümhane*, xưởng đúc, đúc chip, مسبك*, फाउंड्री
furniture | meubel*, mebl*, mobilya*, đồ nội thất, أثاث, फर्नीचर
gas | aardgas, gaz ziemn*, doğal gaz, khí đốt, غاز, प्राकृतिक गैस
government | regering*, rząd*, hükümet*, hükûmet*, chính phủ, حكومة, الحكومة, सरकार
grant | subsidie*, dotacj*, hibe*, teşvik*, trợ cấp, tài trợ, منحة, منح, دعم مالي, सब्सिडी, अनुदान
graphicscard | videokaart*, grafische kaart*, kart graficzn*, ekran kart*, card đồ họa, card màn hình, بطاقات رسوم*, بطاقة رسوم*, كروت شاشة, ग्राफिक्स कार्ड
hearing | hoorzitting*, rozpraw*, przesłuch*, duruşma*, phiên điều trần, جلسة استماع, جلسة محاكمة, सुनवाई
hospital | ziekenhui*, szpital*, hastane*, bệnh viện, مستشفى, अस्पताल
import | invoer*, importeer*, importeur*, import(u|owi|ów|owan*), ithal*, nhập khẩu, استيراد, واردات, الواردات, आयात*
indictment | aanklacht*, aangeklaagd*, vervolgd, akt oskarżenia, oskarż*, zarzut*, iddianame*, truy tố, cáo trạng, لائحة اتهام, توجيه تهم, اتهام, आरोपपत्र, आरोप पत्र, अभियोग
inspection | keuring*, kontrol(a|i|ę|e)*, rewizj*, muayene*, arama*, kiểm tra, soi chiếu, تفتيش, فحص, जांच, निरीक्षण
inventory | voorraad*, voorraden, zapas*, stok*, tồn kho, مخزون, मालसूची, भंडार
jointventure | samenwerkingsverband, wspóln przedsięwzięci*, ortak girişim*, liên doanh, مشروع مشترك, संयुक्त उद्यम
launch | presenteer*, onthul*, lanceer*, zaprezent*, premier(a|ę|y)*, tanıt*, piyasaya sür*, ra mắt, giới thiệu, كشفت عن, أطلقت, إطلاق, लॉन्च, पेश किया
lawsuit | rechtszaak*, dagvaard*, stapt naar de rechter, pozew, pozw*, dava*, khởi kiện, vụ kiện, دعوى, دعاوى, مقاضاة, मुकदमा, मुक़दमा
lawyer | advoca(at|ten), adwokat*, prawnik*, avukat*, luật sư, محام*, المحامي, वकील
licence | vergunning*, uitvoervergunning*, licenti*, zezwoleni*, pozwoleni*, licencj*, lisans*, izin*, ruhsat*, giấy phép, ترخيص, تراخيص, رخصة, लाइसेंस, अनुमति
localisation | lokalisatie, lokalizacj produkcji, yerlileştir*, nội địa hóa, توطين, स्थानीयकरण
lorry | vrachtwagen*, vrachtauto*, koelwagen*, bestelbus*, ciężarów*, tirów, tirem, chłodni*, kamyon*, tır, tırda*, tırın*, xe tải, شاحنة, شاحنات, ट्रक
loss | verlies, verliezen, strat(a|y|ę), zarar*, lỗ ròng, thua lỗ, خسارة, خسائر, घाटा, नुकसान
luggage | koffer*, bagage*, walizk*, bagaż*, valiz*, bavul*, hành lý, vali, حقيبة, حقائب, أمتعة, सूटकेस, सामान में
market-share | marktaandeel*, udział w rynku, pazar pay*, thị phần, حصة سوقية, حصتها السوقية, बाज़ार हिस्सेदारी, बाजार हिस्सेदारी
military | leger, krijgsmacht, wojsk*, armi(a|i|ę), zbrojeni*, askeri*, ordu, ordusu*, quân đội, quân sự, عسكري*, الجيش, सेना, सैन्य
minister | ministers, ministerie, staatssecretaris, ministr*, bakan, bakanı, bakanlığ*, bộ trưởng, وزير, وزيرة, وزارة, मंत्री, मंत्रालय
money-laundering | witwas*, prani(e|a) pieniędzy, kara para*, rửa tiền, غسل أموال, غسيل أموال, मनी लॉन्ड्रिंग, धन शोधन
nationalsecurity | nationale veiligheid, bezpieczeństw narodow*, ulusal güvenlik*, milli güvenlik*, an ninh quốc gia, الأمن القومي, الأمن الوطني, राष्ट्रीय सुरक्षा
notebook | laptops, laptopa, laptopy, laptopów, dizüstü*, máy tính xách tay, حاسوب محمول, حواسيب محمولة, लैपटॉप
officials | ambtenar*, douanebeambte*, urzędnik*, celnik*, funkcjonariusz*, yetkili*, memur*, quan chức, cán bộ hải quan, مسؤول*, أفراد الجمارك, अधिकारी, अधिकारियों
opening | geopend, opening van, otwarci*, otwart*, açılış*, khánh thành, افتتاح, افتتح*, उद्घाटन
operator | netbeheerder, telecombedrijf, operator(a|em|zy)*, operatör*, nhà mạng, مشغل*, ऑपरेटर
order | bestelling*, besteld*, opdracht van, zamówi*, zamawia*, sipariş*, đơn hàng, đặt mua, طلبية, طلبيات, ऑर्डर
packaging | verpakking van chips, chipverpakking, pakowani (chipów|układów), paketleme*, đóng gói chip, تغليف, पैकेजिंग
parcel | pakketje*, pakje*, paczk*, przesył*, kargo*, koli*, bưu kiện, kiện hàng, طرد, طرود, पार्सल
passport | paspoort*, paszport*, pasaport*, hộ chiếu, جواز سفر, جوازات, पासपोर्ट
patent | octrooi*, patentow*, patent(u|y|ów), bằng sáng chế, براءة اختراع, براءات, पेटेंट
pause | onderbrek*, opgeschort*, opschort*, zawies*, wstrzym*, askıya al*, durdur*, ara ver*, tạm dừng, tạm ngừng, تعليق, علقت, स्थगित, रोक लगा*
phone | telefoon*, smartphones, telefon*, akıllı telefon*, điện thoại, هاتف, هواتف, स्मार्टफोन, फोन
plea | bekende schuld, bekent, przyzna się, suçunu kabul*, itiraf*, nhận tội, اعترف*, أقر بالذنب, दोष स्वीकार, गुनाह कबूल
police | politie*, recherche*, policj*, polis*, emniyet*, cảnh sát, công an, شرطة, الشرطة, पुलिस
port | haven, havens, zeehaven*, port(u|cie|em|owy*), liman*, cảng biển, cảng, ميناء, موانئ, बंदरगाह
president | president(|e|s|en) van, prezydent*, cumhurbaşkan*, tổng thống, chủ tịch nước, الرئيس, राष्ट्रपति
price | prijs, prijzen, prijsstijging*, prijsverhoging*, cen(a|y|ę|om|ach), podwyż*, fiyat*, zam yap*, giá bán, tăng giá, giảm giá, سعر, أسعار, الأسعار, कीमत*, दाम
prison | celstraf*, gevangenis*, jaar cel, więzieni*, lat więzienia, hapis*, cezaevi*, án tù, năm tù, ngồi tù, سجن, بالسجن, السجن, जेल, कैद
probe | onderzoek*, opsporing*, śledztw*, dochodzeni*, prokuratur*, soruşturma*, incelem*, điều tra, تحقيق, تحقيقات, जाँच, छानबीन
production | productie*, produkcj*, üret*, sản xuất, إنتاج, उत्पादन
profit | winst*, zysk*, kâr*, kazanç*, lợi nhuận, أرباح, ربح, मुनाफा, मुनाफ़ा, लाभ
protest | betoging*, protestow*, demonstracj*, gösteri*, biểu tình, احتجاج*, تظاهر*, विरोध प्रदर्शन, प्रदर्शन
quake | aardbeving*, trzęsieni ziemi, deprem*, động đất, زلزال, هزة أرضية, भूकंप, भूकम्प
quarter | kwartaal*, kwarta(ł|łu|le|łach), çeyre*, quý (i|ii|iii|iv|một|hai|ba|tư), الربع الأول, الربع الثاني, الربع الثالث, الربع الرابع, तिमाही
record | recordhoogte, rekord*, rekor*, kỷ lục, قياسي*, रिकॉर्ड
replacement | vervang*, zastąp*, zastępuj*, zamienn*, yerine geç*, ikame*, thay thế, بديل, بدائل, استبدال, विकल्प, की जगह
research | onderzoekers, onderzoeksinstituut, naukow*, badacz*, araştırma*, nghiên cứu, باحث*, أبحاث, शोध, अनुसंधान
resign | treedt af, afgetreden, stapt op, rezygn*, ustąpi*, podał się do dymisji, istifa*, từ chức, استقال*, استقالة, इस्तीफा, इस्तीफ़ा
retaliation | vergelding*, tegenmaatregel*, odwet*, retors*, misilleme*, karşılık ver*, trả đũa, đáp trả, رد انتقامي, إجراءات مضادة, जवाबी कार्रवाई
return | teruggestuurd, retour, zwróc*, iade*, hoàn trả, إعادة, वापसी
revenue | omzet*, przych(ód|od*), obrot(y|ów), hasılat*, ciro*, gelir*, doanh thu, إيرادات, राजस्व, आय
sanctions | sanctie*, sankcj*, yaptırım*, ambargo*, trừng phạt, cấm vận, عقوبات, العقوبات, प्रतिबंध*
satellite | satelliet*, satelit*, uydu*, vệ tinh, قمر صناعي, أقمار, उपग्रह
scrap | schroot, złom*, elektronisch afval, elektroodpad*, hurda*, e-atık*, phế liệu, rác điện tử, خردة, نفايات إلكترونية, कबाड़, ई-कचरा
seal | verzegel*, plomb*, mühür*, niêm phong, ختم, सील
server | servers, serwer*, sunucu*, máy chủ, خادم, خوادم, सर्वर
shareholder | aandeelhouder*, akcjonariusz*, udziałow*, hissedar*, cổ đông, مساهم*, शेयरधारक
shell | schijnfirma*, schijnbedrij*, brievenbusfirma*, spół słup*, fikcyjn firm*, paravan şirket*, naylon şirket*, công ty ma, công ty bình phong, شركة وهمية, شركات وهمية, شركات واجهة, फर्जी कंपनी, मुखौटा कंपनी
ship | vrachtschip*, schip, statek, statk*, kontenerowiec*, gemi*, tàu hàng, tàu biển, سفينة, سفن, जहाज, जहाज़
shortage | tekort*, schaarste, niedob(ór|or*), brak dostaw, kıtlı*, sıkıntı*, khan hiếm, thiếu hụt, نقص, شح, कमी, किल्लत
smuggling | smokkel*, gesmokkeld*, przemyt*, przemyc*, kaçakç*, kaçak, buôn lậu, nhập lậu, تهريب, مهرب*, तस्करी, तस्कर*
spare | reserveonderdel*, części zamienn*, yedek parça*, linh kiện thay thế, phụ tùng, قطع غيار, पुर्जे, कलपुर्जे
stake | belang van, aandelenbelang, pakiet akcji, udziały, hisse*, cổ phần, حصة في, हिस्सेदारी
storage | opslagchip*, pamięć masow*, depolama*, lưu trữ, تخزين, भंडारण, स्टोरेज
storm | orkaan, tyfoon, tajfun*, burz(a|y|ę), fırtına*, tayfun*, bão số, cơn bão, إعصار, عاصفة, तूफान, चक्रवात
strike | staking*, stakers, vakbond*, strajk*, związk zawodow*, grev*, sendika*, đình công, công đoàn, إضراب, نقابة, हड़ताल, यूनियन
student | studenten, uczni*, student(ów|ki|om), öğrenci*, sinh viên, học sinh, طالب, طلاب, छात्र, विद्यार्थी
summit | topoverleg, topontmoeting, szczyt, szczytu, szczycie, zirve*, hội nghị thượng đỉnh, قمة, शिखर सम्मेलन
supplier | leverancier*, toeleverancier*, dostawc*, tedarikçi*, nhà cung cấp, مورد, موردين, موردون, आपूर्तिकर्ता
suspect | verdachte*, podejrzan*, zatrzyman*, şüpheli*, zanlı*, gözaltı*, nghi phạm, bị can, مشتبه*, موقوف*, संदिग्ध, आरोपी
syndicate | bende, netwerk van smokkelaars, grup przestępcz*, çete*, şebeke*, đường dây, băng nhóm, عصابة, شبكة تهريب, गिरोह
takeover | overname*, overgenomen, przejęci*, przejmuj*, przejmie, satın al*, devral*, thâu tóm, mua lại, استحواذ, अधिग्रहण
talks | overleg*, gesprek*, onderhandel*, rozmow*, negocjac*, görüşme*, müzakere*, đàm phán, hội đàm, محادثات, مفاوضات, مباحثات, बातचीत, वार्ता
tip-off | anonieme tip, cynk, donos*, ihbar*, tin báo, trình báo, بلاغ, إخبارية, गुप्त सूचना, मुखबिर
tool | chipmachine*, etsmachine*, scanners, maszyn*, urządze do produkcji, litograf*, makine*, ekipman*, thiết bị sản xuất, معدات, آلات, मशीन*, उपकरण
training | opleiding*, cursus, szkoleni*, eğitim*, đào tạo, تدريب, प्रशिक्षण
transit | doorvoer*, overslag*, tranzyt*, transit geçiş*, aktarma*, quá cảnh, trung chuyển, عبور, ترانزيت, إعادة شحن, पारगमन, ट्रांजिट
trial | proces tegen, terechtstaan, terecht staan, proces karn*, procesu karn*, yargılan*, xét xử, hầu tòa, محاكمة, مقدمة للمحاكمة, मुकदमे, ट्रायल
value | ter waarde van, waarde van, wartości, wartość, warte, değerinde*, piyasa değeri, trị giá, بقيمة, قيمتها, मूल्य
verdict | vonnis*, uitspraak*, orzecze*, wyrok*, hüküm giy*, mahkeme kararı, phán quyết, tuyên án, حكم, الحكم, फैसला, फ़ैसला, निर्णय
visit | bezoek*, bezocht, wizyt*, odwiedz*, ziyaret*, chuyến thăm, زيارة, زار, यात्रा, दौरा
wafer | waferfabriek, plastr krzem*, płytk krzem*, yonga plaka*, tấm wafer, đĩa bán dẫn, رقاقة سيليكون, رقائق السيليكون, वेफर
wage | salaris*, lonen, loonsverhoging*, płac(a|e|y), pensj*, wynagrodz*, maaş*, ücret*, tiền lương, أجور, رواتب, वेतन
warehouse | loods, loodsen, opslag in, magazyn*, hurtowni*, depo, depoda*, deposu*, nhà kho, kho hàng, مستودع*, مخزن, गोदाम
warning | waarschuw*, ostrzeg*, ostrzeż*, uyarı*, uyardı*, cảnh báo, تحذير, حذر*, चेतावनी
water | droogte, susz(a|y|ę), kuraklık*, hạn hán, thiếu nước, جفاف, सूखा
withdraw | ingetrokken, intrekking, wycof*, anulow*, geri çek*, iptal*, rút lại, hủy bỏ, سحب, إلغاء, वापस लिया, रद्द
yield | opbrengst van wafers, uzysk*, verimlilik*, tỷ lệ thành phẩm, معدل الإنتاج السليم, यील्ड
`;

/** The same for the happenings. */
export const HAPPENINGS_IN_MORE_LANGUAGES = `
ban | verbod*, verbied*, verboden, zakaz*, zabroni*, yasak*, cấm bán, cấm nhập, lệnh cấm, حظر, تحظر, منع بيع, प्रतिबंध, पाबंदी, रोक
restrict | beperk*, aanscherp*, aangescherpt*, inperk*, ogranicz*, zaostrz*, kısıtla*, sıkılaştır*, hạn chế, siết chặt, thắt chặt, تقييد, قيود, تشديد, प्रतिबंधित, सख्त, सख़्त
ease | versoepel*, opgeheven, heft, verlicht*, złagodz*, zniesi*, znosi, poluzow*, gevşet*, kaldır*, hafiflet*, nới lỏng, dỡ bỏ, تخفيف, رفع الحظر, رفع القيود, ढील, राहत, हटाया
denial | ontken*, spreekt tegen, zaprzecz*, dementuj*, yalanla*, reddet*, bác bỏ, phủ nhận, نفى, نفت, تنفي, खंडन, इनकार
seize | in beslag*, inbeslag*, onderschep*, onderschept*, zarekwirow*, zajęto, zajęli, zajęła, skonfisk*, przechwyc*, zabezpieczy*, el koy*, el konul*, ele geçir*, yakalan*, yakalad*, thu giữ, tịch thu, bắt giữ lô, phát hiện, ضبط, ضبطت, مصادرة, صادرت, ज़ब्त, जब्त, बरामद
smuggle | smokkel*, gesmokkeld*, przemyt*, przemyc*, kaçakç*, kaçak, buôn lậu, تهريب, तस्करी
arrest | aangehouden, gearresteerd*, opgepakt*, opgepakte, aresztow*, zatrzyma(no|li|ł)*, zarzut*, tutukla*, gözaltı*, bắt giữ, khởi tố, bị bắt, اعتقال, اعتقل*, توقيف, القبض على, गिरफ्तार*, गिरफ़्तार*
sentence | veroordeel*, celstraf*, schuldig, skazan*, wyrok*, winny, hüküm giy*, mahkûm*, mahkum*, hapis ceza*, bị kết án, tuyên phạt, năm tù, حكم بالسجن, إدانة, أدين, सज़ा, सजा, दोषी
probe | onderzoekt, onderzoek naar, śledztw*, dochodzeni*, soruşturma*, điều tra, تحقيق, تحقيقات, जांच
inspect | controle*, doorzoek*, scant, kontrol*, przeszuk*, rewizj*, muayene*, denetle*, kiểm tra, khám xét, تفتيش, جمارك, जांच की
fine | beboet*, boete*, grzywn*, kar(a|ę) pieniężn*, para ceza*, phạt tiền, غرامة, जुर्माना
earnings | kwartaalcijfers, omzet*, winst*, przychod*, zysk*, wynik finansow*, bilanço*, hasılat*, kâr açıkla*, doanh thu, lợi nhuận, إيرادات, أرباح, राजस्व, मुनाफा, मुनाफ़ा
launch | presenteert, onthult, lanceert, zaprezentow*, pokaza(ł|ła|no)*, tanıttı*, piyasaya sür*, ra mắt, trình làng, كشفت, أطلقت, लॉन्च, पेश
invest | investeer*, investering*, subsidie*, beursgang, inwest*, dotacj*, debiut na giełdzie, yatırım*, halka arz*, đầu tư, استثمار, استثمارات, طرح عام, निवेश
build | bouwt fabriek, nieuwe fabriek, fabriek*, budow(a|y|ę) fabryki, fabryk*, fabrika*, tesis*, xây dựng nhà máy, nhà máy, مصنع, مصانع, कारखाना, संयंत्र, प्लांट
acquire | overname*, overgenomen, przejęci*, przejmuj*, kupuje, satın al*, devral*, mua lại, thâu tóm, استحواذ, استحوذ*, अधिग्रहण, खरीदा
disaster | aardbeving*, overstroming*, stroomstoring*, explosie*, trzęsieni ziemi, pożar*, powódź, wybuch*, deprem*, yangın*, patlama*, sel baskın*, động đất, hỏa hoạn, lũ lụt, زلزال, حريق, فيضان*, انفجار, भूकंप, आग, बाढ़, विस्फोट
price | prijs*, prijzen, ceny, podwyż cen, fiyat*, giá bán, giá chip, tăng giá, أسعار, سعر, कीमत*, दाम
layoff | ontslag*, banen, zwolnieni*, işten çıkar*, sa thải, cắt giảm, تسريح, छंटनी
strike | staking*, strajk*, grev*, đình công, إضراب, हड़ताल
talks | overleg*, onderhandel*, rozmow*, negocjac*, görüş*, müzakere*, đàm phán, محادثات, مفاوضات, वार्ता, बातचीत
tariff | importheffing*, invoertarie*, cła, ceł, taryf*, gümrük vergi*, tarife*, thuế quan, رسوم جمركية, टैरिफ, शुल्क
sue | rechtszaak*, klaagt aan, naar rechter, naar de rechter, pozew, pozw*, pozywa, dava açt*, dava aç*, khởi kiện, دعوى, مقاضاة, मुकदमा
delay | vertraag*, vertraging*, uitgesteld*, uitstel*, opóźni*, odrocz*, przełoż*, ertele*, gecik*, trì hoãn, hoãn lại, تأجيل, تأخير, देरी, टला, स्थगित
hack | gehackt, cyberaanval*, datalek*, wyciek*, cyberatak*, siber saldırı*, sızdır*, tấn công mạng, rò rỉ, اختراق, تسريب, हैक, लीक
order | bestelt, bestelling*, zamów*, sipariş*, đặt hàng, đơn hàng, طلبية, طلبيات, ऑर्डर
shun | mijden, afraden, afgeraden, stop met kopen, unika*, odradza*, uzak dur*, almayın, tránh mua, ngừng mua, تجنب, التوقف عن شراء, न खरीदें, बचने
shortage | tekort*, schaarste, niedobór*, niedobor*, kıtlı*, thiếu hụt, khan hiếm, نقص, कमी
halt | opgeschort*, stilgelegd*, legt stil, wstrzym*, zawies*, durdur*, askıya al*, tạm dừng, ngừng, تعليق, إيقاف, وقف الإنتاج, रोक दिया, निलंबित
switch | vervang*, eigen chip*, zastąp*, krajow procesor*, krajow układ*, yerli, ikame*, thay thế, tự chủ, بديل محلي, محلية الصنع, स्वदेशी
`;
