/** What else makers of chips do, and what else is controlled, in reports that name chips, makers or rules. By language and kind. */
export const OTHER_BUSINESS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  eng: {
    'permit of another kind':
      'The council gave the chip maker a building permit for a car park. Shareholders meet in May.',
    'telephone network':
      "Vodafone to take Huawei gear out of its 5G core by 2027. The Chinese supplier's routers stay in branch offices.",
    vacancies:
      'Vacancies of the week: SMIC seeks process engineers, Huawei compiler writers for Ascend. Most posts are in Shanghai and Munich.',
    'size of a market':
      'AI chip market to reach $500 billion by 2031, study says. The report profiles Nvidia, Huawei and Cambricon.',
    merger:
      "Beijing clears American chip designer's merger with conditions. The regulator had asked for promises on contracts in China.",
    'other goods':
      'China puts cathode technology for batteries under licence. Exporters need a permit from the ministry before plans leave the country.',
    game: 'New wuxia game from China supports DLSS on Nvidia cards. Players get twice the frame rate.',
    incident:
      'Earthquake stops wafer lines in southern Taiwan. TSMC evacuated two plants; some wafers must be scrapped.',
  },
  fra: {
    'permit of another kind':
      'Le fabricant de puces obtient le permis de construire de son nouveau parking. Les actionnaires se réunissent en mai.',
    'telephone network':
      "Orange retire Huawei de son cœur de réseau 5G d'ici 2027. Les antennes chinoises resteront en province.",
    vacancies:
      "Offres d'emploi de la semaine : Huawei cherche des spécialistes de compilateurs pour Ascend, STMicro des ingénieurs. Certains postes relèvent du contrôle des exportations.",
    'size of a market':
      "Le marché des puces d'IA devrait atteindre 500 milliards en 2031, selon une étude de marché. Nvidia, Huawei et Cambricon y figurent.",
    merger:
      "Pékin autorise sous conditions la fusion d'un concepteur américain de puces. Le régulateur exige le maintien des contrats.",
    'other goods':
      'La Chine soumet à licence la technologie des batteries. Les exportateurs devront demander un permis au ministère.',
    game: 'Ce jeu vidéo chinois prend en charge le DLSS sur les cartes Nvidia. Les joueurs gagnent en fluidité.',
    incident: 'Un séisme arrête des lignes de puces dans le sud de Taïwan. TSMC a évacué deux usines.',
  },
  deu: {
    'permit of another kind':
      'Der Chiphersteller erhält die Baugenehmigung für ein Parkhaus. Die Hauptversammlung ist im Mai.',
    'telephone network':
      'Telekom wirft Huawei aus dem 5G-Kernnetz. Bei den Antennen lässt sich der Konzern mehr Zeit.',
    vacancies:
      'Stellenangebote der Woche: Huawei sucht Compilerbauer für Ascend, Infineon Prozessingenieure. Einige Stellen unterliegen der Exportkontrolle.',
    'size of a market':
      'Markt für KI-Chips wächst bis 2031 auf 500 Milliarden. Die Marktstudie nennt Nvidia, Huawei und Cambricon.',
    merger:
      'Peking gibt Fusion eines amerikanischen Chipentwicklers unter Auflagen frei. Die Behörde verlangt, dass Verträge weiterlaufen.',
    'other goods':
      'China stellt Batterietechnik unter Genehmigungspflicht. Wer Pläne ausführen will, braucht eine Lizenz des Ministeriums.',
    game: 'Neues Videospiel aus China nutzt DLSS auf Nvidia-Karten. Gamer bekommen doppelt so viele Bilder.',
    incident: 'Erdbeben legt Chipfabriken in Südtaiwan still. TSMC räumte zwei Werke.',
  },
  spa: {
    'permit of another kind':
      'El fabricante de chips recibe la licencia de obras para un aparcamiento. La junta de accionistas será en mayo.',
    'telephone network':
      'Telefónica retirará a Huawei de su red 5G troncal antes de 2027. Las antenas chinas seguirán en los pueblos.',
    vacancies:
      'Ofertas de empleo de la semana: Huawei busca expertos en compiladores para Ascend. Algunos puestos están sujetos al control de exportaciones.',
    'size of a market':
      'El mercado de chips de IA alcanzará 500.000 millones en 2031, según un estudio de mercado. Cita a Nvidia, Huawei y Cambricon.',
    merger:
      'Pekín aprueba con condiciones la fusión de una diseñadora de chips estadounidense. El regulador pide mantener contratos.',
    'other goods':
      'China somete a licencia la tecnología de baterías. Los exportadores necesitarán permiso del ministerio.',
    game: 'El videojuego chino admite DLSS en las tarjetas de Nvidia. Los jugadores ganan fluidez.',
    incident: 'Un terremoto detiene líneas de chips en el sur de Taiwán. TSMC evacuó dos plantas.',
  },
  ita: {
    'permit of another kind':
      "Il produttore di chip ottiene il permesso di costruire un parcheggio. L'assemblea degli azionisti è a maggio.",
    'telephone network':
      'Tim toglie Huawei dalla rete 5G entro il 2027. Gli apparati di rete cinesi resteranno in periferia.',
    vacancies:
      'Offerte di lavoro della settimana: Huawei cerca esperti di compilatori per Ascend. Alcuni posti sono soggetti al controllo delle esportazioni.',
    'size of a market':
      "Il mercato dei chip per l'IA raggiungerà 500 miliardi nel 2031, dice una ricerca di mercato. Cita Nvidia, Huawei e Cambricon.",
    merger:
      'Pechino dà il via libera con condizioni alla fusione di un progettista di chip americano. I contratti dovranno continuare.',
    'other goods':
      'La Cina mette sotto licenza la tecnologia delle batterie. Gli esportatori dovranno chiedere un permesso al ministero.',
    game: 'Il videogioco cinese supporta il DLSS sulle schede Nvidia. I giocatori guadagnano fluidità.',
    incident: 'Terremoto ferma linee di chip nel sud di Taiwan. TSMC ha evacuato due stabilimenti.',
  },
  por: {
    'permit of another kind':
      'A fabricante de chips recebe o alvará de construção de um estacionamento. A assembleia geral será em maio.',
    'telephone network':
      'Operadora brasileira tira Huawei da rede 5G central até 2027. As antenas chinesas ficam no interior.',
    vacancies:
      'Vagas de emprego da semana: Huawei procura especialistas em compiladores para Ascend. Algumas posições seguem regras de controle de exportação.',
    'size of a market':
      'Mercado de chips de IA atingirá US$ 500 bilhões em 2031, diz pesquisa de mercado. O relatório cita Nvidia, Huawei e Cambricon.',
    merger:
      'Pequim aprova com condições a fusão de uma projetista americana de chips. O regulador exige manter contratos.',
    'other goods':
      'China exige licença para tecnologia de baterias. Exportadores precisarão de permissão do ministério.',
    game: 'Videogame chinês ganha suporte a DLSS nas placas da Nvidia. Jogadores veem o dobro de quadros.',
    incident:
      'Terremoto para linhas de chips no sul de Taiwan. A TSMC retirou trabalhadores de duas fábricas.',
  },
  nld: {
    'permit of another kind':
      'De chipmaker krijgt een bouwvergunning voor een parkeergarage. De aandeelhouders vergaderen in mei.',
    'telephone network': 'KPN haalt Huawei uit het kernnetwerk. De Chinese antennes blijven voorlopig staan.',
    vacancies:
      'Vacatures van de week: Huawei zoekt compilerbouwers voor Ascend, NXP procesingenieurs. Voor sommige functies gelden exportregels.',
    'size of a market':
      'Markt voor AI-chips groeit tot 500 miljard in 2031, aldus marktonderzoek. Nvidia, Huawei en Cambricon worden genoemd.',
    merger:
      'Peking keurt fusie van Amerikaanse chipontwerper onder voorwaarden goed. Contracten moeten doorlopen.',
    'other goods':
      'China stelt vergunning verplicht voor batterijtechniek. Exporteurs moeten naar het ministerie.',
    game: 'Chinese videogame ondersteunt DLSS op kaarten van Nvidia. Gamers krijgen meer beelden.',
    incident: 'Aardbeving legt chiplijnen in Zuid-Taiwan stil. TSMC ontruimde twee fabrieken.',
  },
  pol: {
    'permit of another kind':
      'Producent chipów dostał pozwolenie na budowę parkingu. Walne zgromadzenie odbędzie się w maju.',
    'telephone network': 'Orange usuwa Huawei z sieci 5G. Chińskie anteny na wsiach zostaną do 2028 roku.',
    vacancies:
      'Oferty pracy tygodnia: Huawei szuka specjalistów od kompilatorów dla Ascend. Część stanowisk podlega kontroli eksportu.',
    'size of a market':
      'Rynek chipów AI osiągnie 500 miliardów w 2031 roku, wynika z badania rynku. Raport wymienia Nvidię, Huawei i Cambricon.',
    merger:
      'Pekin zgodził się na fuzję amerykańskiego projektanta chipów pod warunkami. Umowy mają być kontynuowane.',
    'other goods':
      'Chiny wymagają licencji na technologię baterii. Eksporterzy muszą prosić ministerstwo o zgodę.',
    game: 'Chińska gra obsługuje DLSS na kartach Nvidii. Gracze zobaczą dwa razy więcej klatek.',
    incident: 'Trzęsienie ziemi zatrzymało linie chipów na południu Tajwanu. TSMC ewakuowało dwie fabryki.',
  },
  rus: {
    'permit of another kind':
      'Производитель чипов получил разрешение на строительство парковки. Собрание акционеров пройдёт в мае.',
    'telephone network':
      'Оператор убирает Huawei из сети 5G к 2027 году. Базовые станции китайской компании пока останутся.',
    vacancies:
      'Вакансии недели: Huawei ищет разработчиков компиляторов для Ascend. Часть должностей подпадает под экспортный контроль.',
    'size of a market':
      'Рынок чипов для ИИ достигнет 500 миллиардов к 2031 году, говорится в исследовании рынка. Названы Nvidia, Huawei и Cambricon.',
    merger:
      'Пекин одобрил слияние американского разработчика чипов с условиями. Контракты должны сохраниться.',
    'other goods':
      'Китай вводит лицензии на технологию аккумуляторов. Экспортёрам понадобится разрешение министерства.',
    game: 'Китайская видеоигра получила поддержку DLSS на картах Nvidia. Геймеры довольны.',
    incident: 'Землетрясение остановило линии чипов на юге Тайваня. TSMC эвакуировала два завода.',
  },
  tur: {
    'permit of another kind': 'Çip üreticisi otopark için inşaat izni aldı. Genel kurul mayısta toplanacak.',
    'telephone network':
      "Operatör Huawei'yi 5G şebekesinden 2027'ye kadar çıkarıyor. Çinli firmanın baz istasyonları şimdilik kalacak.",
    vacancies:
      'Haftanın iş ilanları: Huawei, Ascend için derleyici uzmanı arıyor. Bazı görevler ihracat kontrolüne tabi.',
    'size of a market':
      "Yapay zekâ çipi pazarı 2031'de 500 milyar dolara ulaşacak, diyor pazar araştırması. Raporda Nvidia, Huawei ve Cambricon var.",
    merger: 'Pekin, Amerikalı çip tasarımcısının birleşmesini şartlı onayladı. Sözleşmeler sürecek.',
    'other goods': 'Çin batarya teknolojisini lisansa bağladı. İhracatçılar bakanlıktan izin alacak.',
    game: 'Çin yapımı oyun Nvidia kartlarında DLSS desteği aldı. Oyuncular iki kat kare görecek.',
    incident: "Deprem Tayvan'ın güneyinde çip hatlarını durdurdu. TSMC iki fabrikayı boşalttı.",
  },
  arb: {
    'permit of another kind': 'حصلت شركة الرقائق على رخصة بناء لموقف سيارات. تجتمع الجمعية العمومية في مايو.',
    'telephone network':
      'شركة الاتصالات تزيل معدات هواوي من شبكة الجيل الخامس بحلول 2027. وتبقى الهوائيات الصينية في الأرياف.',
    vacancies:
      'وظائف شاغرة هذا الأسبوع: هواوي تبحث عن خبراء لمعالجات أسيند. بعض الوظائف تخضع لضوابط التصدير.',
    'size of a market':
      'حجم السوق العالمية لرقائق الذكاء الاصطناعي يبلغ 500 مليار دولار في 2031 وفق دراسة. ويذكر التقرير إنفيديا وهواوي.',
    merger: 'بكين توافق بشروط على اندماج شركة أمريكية لتصميم الرقائق. وستستمر العقود.',
    'other goods': 'الصين تشترط رخصة لتصدير تقنية البطاريات. وعلى المصدرين طلب إذن الوزارة.',
    game: 'لعبة صينية جديدة تدعم بطاقات إنفيديا. وألعاب الفيديو الصينية تجذب اللاعبين.',
    incident: 'زلزال يوقف خطوط الرقائق في جنوب تايوان. وأخلت الشركة مصنعين.',
  },
  hin: {
    'permit of another kind': 'चिप कंपनी को पार्किंग के लिए निर्माण परमिट मिला। शेयरधारक मई में मिलेंगे।',
    'telephone network': 'ऑपरेटर 2027 तक 5जी नेटवर्क से हुआवेई के उपकरण हटाएगा। चीनी कंपनी के मोबाइल टावर फिलहाल रहेंगे।',
    vacancies: 'इस हफ्ते की नौकरियां: हुआवेई को असेंड के लिए इंजीनियर चाहिए। कुछ पदों पर निर्यात नियंत्रण के नियम लागू हैं।',
    'size of a market':
      'एआई चिप बाजार का आकार 2031 तक 500 अरब डॉलर होगा, मार्केट रिसर्च। रिपोर्ट में एनवीडिया और हुआवेई शामिल हैं।',
    merger: 'बीजिंग ने अमेरिकी चिप डिजाइनर के विलय को शर्तों के साथ मंजूरी दी। अनुबंध जारी रहेंगे।',
    'other goods': 'चीन ने बैटरी तकनीक के निर्यात पर लाइसेंस लगाया। निर्यातकों को मंत्रालय से अनुमति लेनी होगी।',
    game: 'चीनी वीडियो गेम एनवीडिया कार्ड पर चलेगा। गेमर को दोगुने फ्रेम मिलेंगे।',
    incident: 'भूकंप से दक्षिण ताइवान में चिप उत्पादन रुका। टीएसएमसी ने दो कारखाने खाली कराए।',
  },
  vie: {
    'permit of another kind':
      'Hãng chip được cấp giấy phép xây dựng bãi đỗ xe. Đại hội cổ đông họp vào tháng 5.',
    'telephone network':
      'Nhà mạng loại Huawei khỏi mạng 5G trước năm 2027. Các trạm phát sóng của hãng Trung Quốc tạm giữ lại.',
    vacancies:
      'Tuyển dụng trong tuần: Huawei tìm kỹ sư trình biên dịch cho Ascend. Một số vị trí chịu quy định kiểm soát xuất khẩu.',
    'size of a market':
      'Quy mô thị trường chip AI sẽ đạt 500 tỷ USD năm 2031, theo nghiên cứu thị trường. Báo cáo nêu Nvidia, Huawei và Cambricon.',
    merger:
      'Bắc Kinh chấp thuận có điều kiện vụ sáp nhập của hãng thiết kế chip Mỹ. Các hợp đồng phải tiếp tục.',
    'other goods': 'Trung Quốc yêu cầu giấy phép với công nghệ pin lithium. Nhà xuất khẩu phải xin phép bộ.',
    game: 'Trò chơi Trung Quốc hỗ trợ DLSS trên card Nvidia. Game thủ có khung hình gấp đôi.',
    incident: 'Động đất làm dừng dây chuyền chip ở nam Đài Loan. TSMC sơ tán hai nhà máy.',
  },
  cmn: {
    'permit of another kind': '芯片厂商获得停车场建设许可。股东大会五月召开。',
    'telephone network': '德国电信将把华为设备撤出5G核心网。华为的天线暂时保留。',
    vacancies: '本周招聘：华为找昇腾编译器工程师，中芯国际招工艺岗位。部分职位须符合出口管制规定。',
    'size of a market': '研究机构：2031年全球AI芯片市场规模将达5000亿美元。报告列出英伟达、华为和寒武纪。',
    merger: '市场监管总局附条件批准美国芯片设计公司的合并案。合同须继续履行。',
    'other goods': '商务部将电池正极材料技术列入限制出口目录。出口商须先申请许可证。',
    game: '国产动作游戏支持英伟达DLSS。玩家帧数翻倍。',
    incident: '台湾南部地震，芯片生产线停工。台积电疏散两座厂房。',
  },
  jpn: {
    'permit of another kind': '半導体メーカーに駐車場の建設許可が下りた。株主総会は5月に開かれる。',
    'telephone network': '携帯大手、5G網からファーウェイ機器を撤去へ。地方の基地局は当面残す。',
    vacancies: '今週の求人：ファーウェイはAscend向けコンパイラー技術者を募集。一部の職種は輸出管理の対象。',
    'size of a market':
      'AI半導体の市場規模、2031年に5000億ドルへ。調査会社の報告書はエヌビディアとファーウェイを挙げる。',
    merger: '中国当局、米半導体設計会社の合併を条件付きで承認。契約の継続を求めた。',
    'other goods': '中国、電池の正極材技術を輸出許可制に。企業は商務省の許可が必要になる。',
    game: '中国の新作ゲームがエヌビディアのDLSSに対応。フレームレートは2倍。',
    incident: '台湾南部で地震、半導体の生産ライン停止。TSMCは2工場から避難した。',
  },
  kor: {
    'permit of another kind': '반도체 업체가 주차장 건축 허가를 받았다. 주주총회는 5월에 열린다.',
    'telephone network': '이동통신사, 5G 핵심망에서 화웨이 장비 뺀다. 지방 기지국은 당분간 유지한다.',
    vacancies: '이번 주 채용: 화웨이, 어센드 컴파일러 기술자 찾는다. 일부 직무는 수출통제 규정을 적용받는다.',
    'size of a market':
      'AI 반도체 시장 규모 2031년 5000억 달러 전망. 시장조사업체 보고서는 엔비디아와 화웨이를 꼽았다.',
    merger: '중국 당국, 미국 반도체 설계회사 합병 조건부 승인. 계약을 이어가야 한다.',
    'other goods': '중국, 배터리 양극재 기술 수출 허가제로. 기업은 상무부 허가를 받아야 한다.',
    game: '중국산 신작 게임, 엔비디아 DLSS 지원. 프레임이 두 배로 는다.',
    incident: '대만 남부 지진에 반도체 라인 멈춰. TSMC는 공장 두 곳에서 직원을 대피시켰다.',
  },
};
