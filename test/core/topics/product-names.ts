/** What reports call chips besides "chip", by language: by use, by build, written out; separated by bars. */
export const CHIPS: Readonly<Record<string, string>> = {
  eng: `AI accelerator | AI accelerators | AI processors | compute modules | graphics modules |
    graphics accelerators | graphics processing units | signal processors | digital signal processors |
    acceleration cards | compute cards | computing boards | AI boards | server boards | memory modules |
    server CPUs | inference cards | training chips | GPU modules | accelerator modules | logic chips |
    sensor chips | image sensors | power chips | micro-controllers | field programmable gate arrays |
    application-specific integrated circuits | high bandwidth memory | memory dies | chip dies | bare die |
    graphics hardware | AI hardware | server modules | tensor processors | neural processing units |
    network chips | optical chips | photonic chips | baseband chips | radio-frequency chips |
    analogue-to-digital converters | system-on-chip | systems on a chip | ASICs | SoCs`,
  fra: `cartes d'accélération | carte d'accélération | cartes accélératrices | processeurs de signal |
    processeurs graphiques | puces graphiques | unités de calcul | unités de calcul graphique |
    modules de calcul | cartes de calcul | cartes d'intelligence artificielle |
    accélérateurs d'intelligence artificielle | modules d'accélération | modules mémoire | barrettes mémoire |
    puces mémoire | puces logiques | puces de puissance | modules de puissance | capteurs d'image |
    circuits programmables | réseaux de portes programmables | circuits intégrés | composants électroniques |
    serveurs de calcul | processeurs neuronaux | processeurs tensoriels | cartes d'inférence |
    systèmes sur puce | puces photoniques | puces optiques | convertisseurs analogique-numérique |
    tranches de silicium | cartes vidéo`,
  deu: `Beschleunigermodule | Beschleunigerkarten | Rechenmodule | Recheneinheiten | Rechenknoten | Grafikmodule |
    Grafikbeschleuniger | Grafikchips | Signalprozessoren | KI-Karten | KI-Beschleunigern | Speichermodule |
    Speicherriegel | Arbeitsspeicherriegel | Logikchips | Sensorchips | Bildsensoren | Leistungschips |
    Leistungsmodule | Leistungshalbleiter | Hauptplatinen | Serverplatinen | Rechenkarten | Inferenzkarten |
    programmierbare Logikbausteine | Mikrochips | Schaltkreise | Ein-Chip-Systeme | Analog-Digital-Wandler |
    Siliziumscheiben | Grafikhardware | KI-Hardware | Rechenbeschleuniger | Tensorprozessoren | Netzwerkchips |
    Elektronikbauteile | Serverprozessoren`,
  spa: `tarjetas aceleradoras | tarjetas de aceleración | tarjetas de procesamiento gráfico |
    procesadores gráficos | procesadores de señal | unidades de procesamiento gráfico | unidades de cálculo |
    unidades de cómputo | módulos de cómputo | módulos de memoria | placas de cómputo |
    tarjetas de inteligencia artificial | aceleradores de inteligencia artificial | chips gráficos |
    chips lógicos | chips de potencia | módulos de potencia | sensores de imagen | circuitos programables |
    matrices de puertas programables | tarjetas madre | placas madre | servidores de inteligencia artificial |
    semiconductores de potencia | sistemas en chip | conversores analógico-digitales |
    unidades de procesamiento neuronal | chips fotónicos | chips ópticos | barras de memoria | memorias RAM |
    GPUs`,
  ita: `unità di calcolo grafico | unità di calcolo | unità di elaborazione grafica | processori grafici |
    processori di segnale | schede di accelerazione | schede acceleratrici | schede di calcolo |
    acceleratori di intelligenza artificiale | acceleratori per l'intelligenza artificiale |
    moduli di memoria | moduli di calcolo | moduli di potenza | chip grafici | chip logici | chip di memoria |
    sensori d'immagine | circuiti integrati | schede madri | schede madre |
    server per l'intelligenza artificiale | semiconduttori di potenza | componenti elettronici |
    logiche programmabili | microprocessori | convertitori analogico-digitali | banchi di memoria |
    fette di silicio | schede per l'intelligenza artificiale | processori neurali`,
  por: `aceleradores de inteligência artificial | placas aceleradoras | placas de aceleração |
    placas de processamento gráfico | unidades de processamento gráfico | unidades de cálculo |
    processadores gráficos | processadores de sinal | processadores de sinais | módulos de memória |
    módulos de computação | placas gráficas | placas de vídeo | placas de IA |
    placas de inteligência artificial | chips gráficos | chips de potência | módulos de potência |
    sensores de imagem | placas-mãe | circuitos integrados | circuitos programáveis |
    servidores de inteligência artificial | pentes de memória | componentes eletrônicos | sistemas em chip |
    conversores analógico-digitais | lâminas de silício | semicondutores de potência | processadores neurais`,
  nld: `versnellerkaarten | versnellingskaarten | AI-versnellers | AI-kaarten | rekenkaarten | rekenmodules |
    rekeneenheden | grafische processoren | grafische kaarten | grafische chips | videokaarten |
    signaalprocessoren | geheugenmodules | geheugenchips | geheugenrepen | beeldsensoren | vermogenschips |
    vermogensmodules | vermogenselektronica | moederborden | geïntegreerde schakelingen | AI-servers |
    AI-hardware | programmeerbare logica | systeemchips | analoog-digitaalomzetters | siliciumwafers |
    AI-processoren | logische chips | elektronische onderdelen`,
  pol: `karty akceleracyjne | karty akceleratorów | kart akceleracyjnych | akceleratory AI |
    akceleratorów sztucznej inteligencji | karty obliczeniowe | moduły obliczeniowe | jednostki obliczeniowe |
    procesory graficzne | procesory sygnałowe | procesorów sygnałowych | jednostki przetwarzania grafiki |
    moduły pamięci | kości pamięci | układy graficzne | układy logiczne | układy mocy | moduły mocy |
    sensory obrazu | płyty główne | układy scalone | układy programowalne | serwery AI |
    podzespoły elektroniczne | przetworniki analogowo-cyfrowe | płytki krzemowe | wafle krzemowe |
    kart graficznych | karty graficzne | mikrokontrolery`,
  tur: `hızlandırıcı kartlar | yapay zekâ hızlandırıcıları | yapay zeka kartları | grafik işlemciler |
    grafik işlem birimleri | grafik işleme birimi | grafik kartları | ekran kartları | sinyal işlemcileri |
    sinyal işlemciler | hesaplama kartları | hesaplama modülleri | bellek modülleri | bellek çubukları |
    güç modülleri | güç yarı iletkenleri | görüntü sensörleri | anakartlar | tümleşik devreler |
    programlanabilir devreler | yapay zekâ sunucuları | elektronik bileşenler | mikrodenetleyiciler |
    mantık çipleri | silikon plakalar | mikroçipler | çip setleri | dijital sinyal işlemcisi |
    sunucu işlemcileri`,
  rus: `ускорительные карты | карты-ускорители | ускорители вычислений | ускорители искусственного интеллекта |
    вычислительные модули | вычислительные карты | вычислительных плат | графические процессоры |
    графических процессоров | графические ускорители | видеокарты | цифровые сигнальные процессоры |
    модули памяти | микросхемы памяти | планки памяти | логические микросхемы | силовые модули |
    силовые полупроводники | материнские платы | программируемые логические схемы | ПЛИС | интегральные схемы |
    серверы для ИИ | электронные компоненты | аналого-цифровые преобразователи | кремниевые пластины |
    тензорные процессоры | чипсеты | контроллеры`,
  ara: `بطاقات معالجة رسومية | بطاقات المعالجة الرسومية | وحدات معالجة رسومية | وحدات معالجة الرسوميات |
    وحدات المعالجة الرسومية | بطاقات تسريع | بطاقات التسريع | مسرعات الذكاء الاصطناعي |
    مسرّعات الذكاء الاصطناعي | معالجات رسومية | معالجات الإشارة | وحدات الحوسبة | بطاقات حوسبة |
    وحدات الذاكرة | شرائح الذاكرة | رقائق الطاقة | مستشعرات الصور | اللوحات الأم | لوحات أم |
    الدوائر المتكاملة | دارات متكاملة | خوادم الذكاء الاصطناعي | المكونات الإلكترونية | متحكمات دقيقة |
    المتحكمات الدقيقة | رقائق السيليكون | كروت الشاشة | بطاقات رسومات | الرقائق المنطقية`,
  hin: `ग्राफिक्स प्रोसेसिंग यूनिट | ग्राफिक्स प्रोसेसिंग यूनिटें | ग्राफिक्स कार्ड | ग्राफ़िक्स कार्ड |
    एक्सेलरेटर कार्ड | एक्सीलरेटर कार्ड | एआई एक्सेलरेटर | एआई त्वरक | एआई कार्ड | एआई प्रोसेसर |
    सिग्नल प्रोसेसर | कंप्यूट मॉड्यूल | कंप्यूटिंग कार्ड | मेमोरी मॉड्यूल | मेमोरी चिप | पावर चिप |
    पावर मॉड्यूल | इमेज सेंसर | मदरबोर्ड | इंटीग्रेटेड सर्किट | एआई सर्वर | इलेक्ट्रॉनिक घटक |
    माइक्रोकंट्रोलर | सिलिकॉन वेफर | लॉजिक चिप | सर्वर प्रोसेसर | ग्राफिक प्रोसेसर | अर्धचालक | जीपीयू |
    एकीकृत परिपथ`,
  vie: `bộ xử lý đồ họa | bộ xử lý đồ hoạ | card tăng tốc | thẻ tăng tốc | bộ tăng tốc AI | bộ gia tốc AI |
    bộ xử lý tín hiệu | card đồ họa | card đồ hoạ | mô-đun bộ nhớ | thanh nhớ | thẻ nhớ máy chủ |
    mô-đun tính toán | chip công suất | bán dẫn công suất | cảm biến hình ảnh | bo mạch chủ | mạch tích hợp |
    vi mạch | máy chủ AI | máy chủ trí tuệ nhân tạo | linh kiện điện tử | vi điều khiển | tấm silicon |
    chip logic | bộ vi xử lý | GPU | đơn vị xử lý đồ họa | card màn hình | bộ xử lý AI`,
  zho: `加速卡 | 图形处理器 | 图形处理单元 | 图形卡 | 绘图处理器 | 计算卡 | 算力卡 | 推理卡 | 人工智能加速器 | 人工智能芯片 | 信号处理器 | 数字信号处理器 | 内存模组 | 内存条 |
    存储芯片 | 逻辑芯片 | 功率芯片 | 功率模块 | 功率器件 | 图像传感器 | 主板 | 集成电路 | 可编程逻辑器件 | AI服务器 | 电子元器件 | 微控制器 | 模数转换器 | 硅片 | 晶圆 |
    伺服器處理器 | 繪圖卡 | 顯示卡 | 加速器 | 光芯片 | 射频芯片 | 系统级芯片 | 神经网络处理器`,
  jpn: `グラフィック処理装置 | 画像処理プロセッサー | 画像処理半導体 | 演算ボード | アクセラレーターカード | AIアクセラレーター | AI半導体 | GPUボード | 信号処理プロセッサー |
    信号処理LSI | LSI | システムLSI | メモリーモジュール | メモリーチップ | ロジック半導体 | パワー半導体 | パワーモジュール | イメージセンサー | マザーボード | 集積回路 |
    FPGA | AIサーバー | 電子部品 | マイコン | AD変換器 | シリコンウエハー | グラフィックカード | 演算カード | 推論チップ | SoC | CPU | 人工知能向け半導体`,
  kor: `그래픽 처리 장치 | 그래픽처리장치 | 그래픽 프로세서 | 그래픽 카드 | 그래픽카드 | 가속기 카드 | AI 가속기 | 인공지능 가속기 | 연산 모듈 | 연산카드 | 신호 처리 프로세서 |
    신호처리기 | 메모리 모듈 | 메모리 반도체 | 로직 반도체 | 시스템 반도체 | 전력 반도체 | 전력반도체 | 전력 모듈 | 이미지 센서 | 메인보드 | 집적 회로 | 집적회로 |
    AI 서버 | 전자 부품 | 마이크로컨트롤러 | 실리콘 웨이퍼 | 추론 칩 | 서버용 그래픽 처리 장치 | 인공지능 반도체`,
};

/** What reports call the machines, materials and programs that chips are made with. */
export const CHIP_TOOLS: Readonly<Record<string, string>> = {
  eng: `etching machines | deposition tools | deposition systems | lithography scanners | lithography machines |
    immersion scanners | wafer inspection systems | metrology tools | chipmaking equipment |
    chip-making machines | chip making machinery | semiconductor manufacturing equipment | ion implanters |
    photoresists | photoresist | photomasks | reticles | electronic design automation | chip design software |
    design tools for chips | wafer fab equipment | EUV machines | wafer bonders | hybrid bonding tools |
    epitaxy reactors | test equipment for chips | mask writers | plasma etchers`,
  fra: `machines de gravure | équipements de gravure | équipements de gravure cryogénique | machines de dépôt |
    équipements de dépôt | scanners de lithographie | machines de lithographie | scanners à immersion |
    machines à graver | outils de métrologie pour semi-conducteurs | équipements de fabrication de puces |
    machines à fabriquer des puces | implanteurs ioniques | résines photosensibles | photorésines |
    photomasques | masques de lithographie | logiciels de conception de puces | logiciels de CAO électronique |
    équipements pour semi-conducteurs | machines pour l'industrie des puces`,
  deu: `Ätzanlagen | Abscheideanlagen | Belichtungsmaschinen | Lithografieanlagen | Lithographiesysteme |
    Immersionsscanner | Immersionsanlagen | Waferinspektion | Messanlagen für Halbleiter | Chipmaschinen |
    Maschinen zur Chipherstellung | Anlagen für die Chipfertigung | Ionenimplanter | Fotolacke | Fotomasken |
    Entwurfssoftware für Chips | Chipdesign-Software | Halbleiteranlagen | Halbleiterausrüstung | EUV-Anlagen |
    Waferbonder | Plasmaätzer`,
  spa: `máquinas de grabado | equipos de grabado | equipos de deposición | máquinas de litografía |
    escáneres de litografía | escáneres de inmersión | equipos de inmersión |
    equipos de metrología para obleas | equipos para fabricar chips | maquinaria para fabricar chips |
    máquinas para hacer chips | implantadores de iones | fotorresinas | resinas fotosensibles | fotomáscaras |
    software de diseño de chips | equipos para semiconductores | equipamiento de semiconductores |
    herramientas de diseño electrónico`,
  ita: `macchine per incisione | macchine per la deposizione | apparecchiature di deposizione |
    macchine litografiche | macchine per litografia | scanner a immersione | sistemi di litografia |
    apparecchiature per la produzione di chip | macchinari per semiconduttori | macchine per produrre chip |
    impiantatori ionici | fotoresist | fotomaschere | software per la progettazione di chip |
    strumenti di metrologia per wafer | attrezzature per semiconduttori`,
  por: `equipamentos de gravação a plasma | equipamentos de deposição | máquinas de litografia |
    scanners de imersão | sistemas de litografia | equipamentos para fabricação de chips |
    máquinas para fabricar chips | maquinário para semicondutores | implantadores de íons | fotorresistes |
    fotomáscaras | software de projeto de chips | equipamentos de semicondutores |
    equipamentos de metrologia para wafers`,
  nld: `etsmachines | depositiemachines | lithografiemachines | lithografiesystemen | immersiescanners |
    immersiemachines | meetapparatuur voor halfgeleiders | meetapparatuur voor chips | chipmachines |
    machines voor chipproductie | apparatuur voor chipproductie | ionenimplanters | fotolakken | fotomaskers |
    ontwerpsoftware voor chips | halfgeleiderapparatuur | EUV-machines | chipapparatuur`,
  pol: `maszyny litograficzne | maszyn litograficznych | urządzenia do trawienia | urządzenia do osadzania |
    skanery litograficzne | skanery immersyjne | sprzęt do produkcji chipów | urządzenia do produkcji chipów |
    maszyny do produkcji chipów | maszyn do produkcji półprzewodników | implantatory jonów | fotorezysty |
    fotomaski | oprogramowanie do projektowania układów | aparatura do metrologii płytek`,
  tur: `litografi makineleri | litografi sistemleri | aşındırma makineleri | biriktirme ekipmanı |
    daldırmalı litografi | çip üretim makineleri | çip üretim ekipmanları | çip yapım makineleri |
    yarı iletken ekipmanları | iyon aşılayıcılar | fotorezist | fotomaske | çip tasarım yazılımları |
    yarı iletken üretim ekipmanı | metroloji cihazları yarı iletken`,
  rus: `литографические машины | литографических установок | установки травления | установки осаждения |
    иммерсионные сканеры | литографы | оборудование для производства чипов |
    оборудования для производства микросхем | машины для производства чипов | станки для выпуска микросхем |
    ионные имплантеры | фоторезисты | фотошаблоны | системы проектирования микросхем |
    программы для проектирования чипов | САПР микроэлектроники | полупроводниковое оборудование |
    метрологическое оборудование для пластин`,
  ara: `آلات الطباعة الحجرية | معدات الحفر لأشباه الموصلات | معدات الترسيب للرقائق | أجهزة الطباعة الضوئية |
    معدات تصنيع الرقائق | آلات صنع الرقائق | معدات صناعة أشباه الموصلات | مقاومات ضوئية | أقنعة ضوئية |
    برامج تصميم الرقائق | برمجيات تصميم أشباه الموصلات | معدات الغمر لأشباه الموصلات | آلات إنتاج الرقائق`,
  hin: `लिथोग्राफी मशीनें | लिथोग्राफी मशीन | लिथोग्राफी उपकरण | एचिंग मशीन | डिपोजिशन उपकरण |
    चिप बनाने वाली मशीनें | चिप बनाने के उपकरण | चिप निर्माण उपकरण | सेमीकंडक्टर उपकरण |
    सेमीकंडक्टर बनाने की मशीनें | फोटोरेजिस्ट | फोटोमास्क | चिप डिजाइन सॉफ्टवेयर | ईयूवी मशीन |
    वेफर निरीक्षण उपकरण`,
  vie: `máy quang khắc | máy khắc | thiết bị quang khắc | thiết bị khắc | thiết bị lắng đọng | máy in thạch bản |
    thiết bị sản xuất chip | máy sản xuất chip | máy làm chip | thiết bị bán dẫn | chất cản quang |
    mặt nạ quang | phần mềm thiết kế chip | máy quang khắc nhúng | thiết bị đo wafer`,
  zho: `光刻机 | 浸没式光刻机 | 浸没式设备 | 刻蚀机 | 刻蚀设备 | 薄膜沉积设备 | 沉积设备 | 量测设备 | 检测设备 | 离子注入机 | 光刻胶 | 光掩模 | 掩膜版 | 芯片设计软件 |
    设计自动化软件 | 半导体设备 | 制造芯片的设备 | 曝光机 | 蝕刻設備 | 晶圆检测设备 | 涂胶显影设备`,
  jpn: `露光装置 | 液浸露光装置 | エッチング装置 | 成膜装置 | 洗浄装置 | 検査装置 | 半導体製造装置 | 製造装置 | イオン注入装置 | フォトレジスト | フォトマスク | マスク描画装置 |
    設計ソフト | 回路設計ソフト | EDAツール | 塗布現像装置 | ボンディング装置 | ステッパー | 計測装置`,
  kor: `노광장비 | 노광 장비 | 액침 노광 장비 | 식각 장비 | 식각장비 | 증착 장비 | 증착장비 | 세정 장비 | 검사 장비 | 반도체 장비 | 반도체 제조 장비 | 칩 제조 장비 |
    이온 주입기 | 감광액 | 포토레지스트 | 포토마스크 | 설계 소프트웨어 | 반도체 설계 프로그램 | 계측 장비 | 본딩 장비 | 노광기`,
};
