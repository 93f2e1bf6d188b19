import { SUBJECTS_IN_MORE_LANGUAGES } from './more-languages.ts';
import { compilePhrases } from './phrase-finder.ts';

/**
 * Subjects of chip, trade and industry news, with the words of each language. Two reports in different languages
 * without a common name may still share a power failure, a lorry and a false floor. Terms are written as in
 * `parseTerm`, one subject on each line.
 */
const VOCABULARY = `
accident | accident*, unfall, unfälle, accidente*, incident*, авари*, 事故, 사고
aftermath | clean-up, cleanup, restart*, resum*, back online, restored, redémarr*, reprise, reprend*, wieder hoch, wieder an, reanud*, riprend*, retom*, возобнов*, восстанов*, 恢复, 重启, 復旧, 再開, 복구, 재개, 재가동
airport | airport*, aéroport*, flughafen*, aeropuerto*, aeroporto*, аэропорт*, 机场, 空港, 공항
aircraft | aircraft, airline*, flight, plane, avion*, flugzeug*, avión*, aereo, самолет*, 航班, 飞机, 航空機, 항공기
ambassador | embass*, ambassad*, botschaft*, embajad*, ambasciat*, embaixad*, посол*, 大使, 대사관, 대사
analog | analogue, analog, analogique*, analógic*, analogic*, аналогов*, 模拟芯片, 模拟, アナログ, 아날로그
anniversary | anniversar*, anniversaire, jahrestag, aniversario, anniversario, 周年, 주년
antitrust | antitrust, competition authorit*, concurrence, kartell*, wettbewerbshüter, monopol*, competencia, concorrenza, concorrência, антимонопол*, 反垄断, 独占禁止, 公取, 공정위, 반독점, 독점
appeal | appeal*, fait appel, interjet*, berufung, recurr*, recurso, ricors*, recorr*, апелл*, обжал*, 上诉, 控訴, 上訴, 항소, 상고
approval | approv*, green light, clearance, autoris*, approuv*, genehmig*, aprob*, aprov*, одобр*, 批准, 承認, 認可, 승인, 허가
auction | auction*, enchères, versteiger*, subasta*, asta, leilão, аукцион*, 拍卖, 競売, 경매
audit | audit*, inspection team, prüfung, prüfer, 审计, 監査, 감사
bail | bail, caution, kaution, fianza, cauzione, залог*, 保释, 保釈, 보석
bankruptcy | bankrupt*, insolven*, faillite, redressement judiciaire, quiebra, concurso de acreedores, fallimento, falência, банкрот*, 破产, 破産, 倒産, 파산, 회생
battery | batter*, akku*, bateria*, батаре*, 电池, 電池, 배터리
bill | bill, draft law, legislation, proposition de loi, projet de loi, gesetzentwurf, gesetz*, proyecto de ley, ley, disegno di legge, legge, projeto de lei, законопроект*, закон*, 法案, 法律, 법안, 법률
blackout | power cut*, power failure*, power outage*, blackout*, outage*, lost power, coupure de courant, panne de courant, panne*, stromausfall*, apagón*, corte de luz, blackout, interruzione di corrente, apagão, обесточ*, перебо*, 停电, 断电, 跳电, 停電, 정전
board | board of directors, directors, conseil d'administration, aufsichtsrat, vorstand, consejo de administración, consiglio di amministrazione, conselho de administração, совет директоров, 董事会, 取締役会, 이사회
bonus | bonus*, prime*, prämie*, bono*, gratifica, премии, 奖金, 绩效奖, ボーナス, 賞与, 성과급, 상여금
border | border*, frontier*, frontière*, grenz*, fronter*, confine, fronteira*, границ*, 口岸, 边境, 国境, 국경
brake | brake*, curb on, cap, caps, capped, ceiling, quota*, limit*, plafon*, contingent*, obergrenze*, kontingent*, deckel*, tope*, cupo*, cuota*, tetto, teto, cota*, квот*, лимит*, потол*, 配额, 上限, 限额, 総量, 쿼터, 상한, 한도
broker | broker*, middlem*, intermedia*, courtier*, zwischenhändler*, vermittler*, intermediari*, посредник*, 中间商, 中介, 仲介, 브로커, 중개
car | carmaker*, automak*, car maker*, automotive, vehicle*, automobile*, constructeur*, autobauer*, autohersteller*, fahrzeug*, automóvil*, coches, auto, montadora*, автопром*, автомобил*, 汽车, 车企, 自動車, 車載, 자동차, 완성차
cash | cash, numéraire, comptant, bar bezahl*, barzahl*, efectivo, contanti, dinheiro, наличн*, 现金, 現金, 현금
ceo | chief executive, ceo, directeur général, pdg, vorstandschef*, konzernchef*, consejero delegado, director ejecutivo, amministratore delegato, diretor executivo, гендиректор*, глава компании, 首席执行官, 总裁, 最高経営責任者, 社長, 최고경영자, 대표이사
chair | chairm*, chairwoman, président du conseil, aufsichtsratschef*, presidente del consejo, председатель, 董事长, 会長, 회장
closure | closes, closure*, closing down, shut down, shuts, shutter*, ferme, fermeture*, schließ*, schliess*, cierr*, chiud*, chiusur*, fech*, закры*, 关闭, 关厂, 停业, 閉鎖, 폐쇄, 문 닫
cloud | cloud, nuage, nube, nuvola, nuvem, облачн*, 云服务, 云计算, 云厂商, クラウド, 클라우드
cluster | cluster*, supernode*, supercomput*, supercalcul*, superrechner*, rechenverbund*, supercomputador*, superordenador*, кластер*, суперкомпьютер*, 集群, 超节点, 超算, 超级计算, スパコン, クラスター, 슈퍼컴, 클러스터
commentperiod | public comment*, consultation*, stellungnahme*, consulta pública, consultazione, 征求意见, パブリックコメント, 의견수렴, 입법예고
congress | congress*, house of representatives, senate, senator*, lawmaker*, parliament*, congrès, sénat*, députés, parlament*, bundestag, kongress, congreso, senado*, diputad*, parlamento, senat*, câmara dos deputados, конгресс*, сенат*, парламент*, дум*, 国会, 众议院, 参议院, 众院, 参院, 議会, 上院, 下院, 의회, 하원, 상원, 국회
consumer | consumer*, gamer*, shopper*, consommateur*, verbraucher*, consumidor*, consumator*, потребител*, 消费者, 消費者, 소비자
container | container*, conteneur*, contenedor*, contêiner*, контейнер*, 货柜, 集装箱, コンテナ, 컨테이너
contract | contract*, supply deal, contrat*, liefervertrag, großauftrag, contrato*, contratto, договор*, контракт*, 合同, 签约, 契約, 계약
copper | copper, cuivre, kupfer, cobre, rame, медь, 铜, 銅, 구리
counterfeit | counterfeit*, fake, falsif*, contrefa*, gefälsch*, fälsch*, contraffatt*, подделк*, поддельн*, фальшив*, 假冒, 翻新, 偽造, 偽物, 위조, 가짜
court | court, courts, judge*, tribunal*, juge*, gericht*, richter*, juez*, jueza, giudice*, corte, juiz*, суд, суда, суде, судья, судьи, 法院, 法官, 裁判所, 地裁, 判事, 법원, 판사, 재판
customer | customer*, client*, kund*, cliente*, заказчик*, клиент*, 客户, 顧客, 고객, 고객사
cyberattack | cyberattack*, hacker*, ransomware, malware, breach*, cyberattaque*, piratage*, cyberangriff*, ciberataque*, attacco informatico, хакер*, кибератак*, 黑客, 网络攻击, 勒索, サイバー攻撃, 不正アクセス, 해킹, 랜섬웨어
datacentre | data cent*, datacenter*, rechenzentr*, data center*, дата-центр*, 数据中心, 智算中心, 算力中心, 机房, データセンター, 데이터센터
deadline | deadline, by the end of, until june, échéance, frist, plazo, scadenza, prazo, крайний срок, 截止, 期限, 기한, 시한
death | dead, died, dies, death*, killed, kills, mort*, tué*, décès, tot, tote, toten, getötet, muert*, fallec*, погиб*, смерт*, 死亡, 身亡, 遇难, 死者, 사망, 숨져, 숨지, 숨졌
debt | bond*, loan*, debt, prêt*, dette*, anleihe*, kredit*, schulden, préstamo*, deuda, bonos, prestit*, debit*, dívida, empréstimo*, кредит*, облигац*, долг*, 债券, 贷款, 债务, 社債, 融資, 대출, 채권
defect | defect*, flaw*, faulty, recall*, défaut*, défectu*, mangel*, defekt*, fallo*, defectuos*, difett*, defeito*, брак, дефект*, 缺陷, 召回, 不具合, 欠陥, 결함, 리콜, 불량
deliver | deliver*, shipped, shipping, livr*, ausliefer*, liefer*, entreg*, consegn*, поставк*, отгру*, 交付, 出货, 供货, 出荷, 納入, 납품, 출하, 인도
demand | demand, demande, nachfrage, demanda, domanda, спрос*, 需求, 需要, 수요
deposit | deposit*, prepaid, acompte*, anzahlung*, depósito*, anticip*, аванс*, предоплат*, 定金, 预付, 前払い, 선금, 계약금
dismissal | layoff*, lay off, job cuts, cut jobs, jobs go, redundan*, lose their jobs, licenci*, suppressions de postes, stellenabbau, stellen, entlass*, despid*, recorte*, esuber*, licenzia*, demiss*, увольн*, сокращ*, 裁员, 人員削減, 希望退職, 감원, 해고, 희망퇴직
document | forged, false papers, false declaration*, misdeclar*, declared as, falsely, déclaré*, falsch deklarier*, deklariert, declarad*, dichiarat*, оформлен*, декларац*, 伪报, 谎报, 报称, 申报, 虚偽申告, 申告, 허위신고, 허위, 신고
domestic | domestic, home-made, homegrown, locally made, nationaux, local, heimisch*, nacional*, nazional*, отечествен*, 国产, 国産, 国内製, 국산
donation | donat*, charit*, don, spend*, donación, donazion*, 捐赠, 寄付, 기부
dram | dram, memory, mémoire*, speicher*, memoria*, memória*, память, памяти, 内存, 存储, 存储器, メモリー, メモリ, 메모리, d램
driver | driver, chauffeur*, fahrer*, conductor*, camionero*, autista, motorista, водител*, 司机, 运转手, 運転手, 기사, 운전자
drone | drone*, uav, drohne*, dron*, беспилотник*, дрон*, 无人机, 無人機, ドローン, 드론
duty | tariff*, duties, droits de douane, zölle, zoll*, arancel*, dazi, dazio, tarifa*, пошлин*, 关税, 関税, 관세
eda | design software, design tools, eda, entwurfssoftware, entwurfsprogramm*, designsoftware, software de diseño, software di progettazione, сапр, 设计软件, 設計ソフト, 설계 소프트웨어, 설계툴
election | election*, vote, votes, voted, ballot, élection*, scrutin, wahl*, abstimm*, elección*, votación, voto*, elezion*, eleiç*, голосован*, выбор*, 表决, 投票, 票, 採決, 可決, 표결, 투표, 가결
employee | employee*, worker*, staff, workforce, salarié*, employé*, ouvrier*, beschäftigt*, mitarbeiter*, arbeiter*, empleado*, trabajador*, plantilla, dipendent*, lavorator*, funcionári*, trabalhador*, сотрудник*, работник*, рабоч*, 员工, 工人, 职工, 従業員, 社員, 作業員, 직원, 근로자, 노동자
energy | electricity, energy, power plant*, power grid, substation*, électricité, énergie, strom, energie, umspannwerk, electricidad, energía, subestación, elettric*, energia, электр*, подстанц*, 电力, 电网, 变电站, 電力, 変電所, 전력, 한전, 변전소
entitylist | entity list, blacklist*, trade blacklist, liste noire, schwarze liste, lista negra, lista nera, 实体清单, 黑名单, 不可靠实体, ブラックリスト, 禁輸リスト, 信頼できない, 블랙리스트, 제재 명단, 거래제한
espionage | espionage, spy, spies, spying, trade secret*, espionn*, spionage, geschäftsgeheimnis*, espion*, secretos comerciales, spionaggio, шпион*, 间谍, 商业秘密, 产业机密, スパイ, 営業秘密, 産業スパイ, 산업스파이, 기술 유출, 기술유출, 영업비밀
evacuation | evacuat*, évacu*, evakuier*, evacu*, эвакуац*, 疏散, 撤离, 避難, 대피
exhibition | trade fair, trade show, exhibition, salon, messe, feria, fiera, feira, выставк*, 展会, 博览会, 展示会, 전시회, 박람회
expansion | expan*, capacity, agrandi*, extension, capacité*, ausbau*, kapazität*, ampli*, capacidad*, capacità, расшир*, мощност*, 扩产, 产能, 増産, 能力増強, 증설, 증산
export | export*, ausfuhr*, exporta*, esporta*, экспорт*, вывоз*, 出口, 輸出, 수출
fake-floor | false floor, false bottom, hidden, concealed, stashed, double fond, caché*, dissimul*, versteck*, escond*, ocult*, nascost*, спрятан*, тайник*, 藏匿, 夹藏, 暗格, 夹层, 隠し, 隠さ, 은닉, 숨겨, 숨긴
filter | air purifier*, filtre*, luftreiniger*, purificador*, depurator*, очистител*, 空气清新机, 空气净化, 空気清浄, 공기청정
financing | raises, raised, fundrais*, funding round, venture, levée de fonds, lève, finanzierungsrunde, ronda de financiación, raccol*, captou, привлек*, раунд*, 融资, 募资, 資金調達, 투자 유치, 투자유치
fine | fine, fined, fines, penalt*, amende*, geldbuße*, geldstrafe*, bußgeld*, strafe*, multa*, sanción, sanzion*, штраф*, 罚款, 罚金, 罰金, 課徴金, 制裁金, 벌금, 과징금
fire | fire, blaze, flames, incendie, feu, brand, großbrand, feuer, incendio, incêndio, пожар*, 火灾, 起火, 着火, 火災, 出火, 화재, 불이
flood | flood*, inondation*, überschwemm*, hochwasser, inundaci*, alluvion*, enchente*, наводнен*, 洪水, 水灾, 浸水, 홍수, 침수
forecast | forecast*, guidance, outlook, expects, prévision*, prognose*, ausblick*, erwartet, previsión, perspectiva*, previsioni, prevê, previsão, прогноз*, 预计, 指引, 展望, 予想, 見通し, 전망, 예상, 가이던스
foreignministry | foreign ministry, spokesm*, spokesperson, spokeswoman, ministère des affaires étrangères, porte-parole, außenminister*, sprecher*, portavoz, farnesina, portavoce, porta-voz, мид, представител*, 外交部, 发言人, 外務省, 報道官, 외교부, 대변인
foundry | foundry, foundries, contract chipmaker*, fondeur*, auftragsfertiger*, fundición, fonderia, fundição, 代工, 晶圆代工, 受託生産, ファウンドリー, 파운드리
furniture | furniture, meuble*, möbel*, muebles, mobili, móveis, meble, meblami, мебел*, 家具, 가구
gallium | gallium, germanium, antimony, galio, germanio, gallio, галли*, герман*, 镓, 锗, ガリウム, ゲルマニウム, 갈륨, 게르마늄
gas | gas leak, nitrogen, helium, neon, fuite de gaz, azote, gasleck, stickstoff, fuga de gas, nitrógeno, azoto, азот*, гели*, 泄漏, 氮气, 氦气, 窒素, ガス漏れ, 질소, 가스 누출, 누출, 헬륨
government | government, cabinet, gouvernement, regierung, gobierno, governo, правительств*, 政府, 내각, 정부
grant | subsid*, grant*, state aid, aide publique, subvention*, fördermittel, förderung, beihilfe*, subvenci*, ayudas, sovvenzion*, aiuti di stato, subsídio*, субсид*, 补贴, 资助, 大基金, 補助金, 助成, 보조금, 지원금
graphicscard | graphics card*, gpu, gpus, cartes graphiques, grafikkart*, tarjetas gráficas, schede grafiche, placas de vídeo, видеокарт*, 显卡, 图形处理器, グラフィックスカード, 画像処理半導体, 그래픽카드
half | half, moitié, hälfte, mitad, metà, metade, половин*, 一半, 半数, 半分, 절반
hearing | hearing*, testif*, testimon*, audience*, anhörung*, audiencia, comparec*, udienza, audiência, слушан*, 听证, 作证, 公聴会, 証言, 청문회, 증언
hbm | high-bandwidth memory, hbm*, mémoire à haute bande, 高带宽, 広帯域メモリー, 고대역폭
holiday | holiday*, jours fériés, feiertag*, festivo*, vacanze, feriado*, праздник*, 假期, 連休, 연휴
hospital | hospital*, injur*, wounded, hurt, bless*, verletzt*, krankenhaus, herid*, ferit*, ferid*, пострада*, ранен*, 受伤, 送医, 伤者, 負傷, けが, 搬送, 부상, 다쳤, 다친, 병원
import | import*, einfuhr*, importa*, импорт*, ввоз*, 进口, 輸入, 수입
indictment | indict*, charged, charges against, prosecut*, inculp*, mis en examen, parquet, procureur*, angeklagt, anklage*, staatsanwalt*, acusad*, imputad*, fiscal*, procura, procurator*, imputat*, denunciad*, обвин*, прокур*, 起诉, 检方, 检察, 公诉, 被控, 起訴, 検察, 地検, 기소, 검찰
index | shares, stock, stocks, shares fell, stock price, bourse, action, titre, aktie*, börse, kurs, acciones, bolsa, azioni, borsa, ações, акци*, бирж*, котиров*, 股价, 跌停, 涨停, 收跌, 收涨, 概念股, 板块, 株価, 株安, 株高, 주가, 급락, 급등, 상한가
inference | inference, inférence, inferenz, inferencia, inferenza, инференс*, 推理, 推論, 추론
inspection | inspect*, search*, raid*, perquisition*, fouille*, durchsuch*, razzia*, registr*, perquisizion*, busca e apreensão, обыск*, досмотр*, 查验, 搜查, 突击检查, 捜索, 立ち入り検査, 압수수색, 수색, 점검
interest | interest rate*, inflation, taux d'intérêt, zinsen, tipos de interés, tassi, juros, ставк*, 利率, 通胀, 金利, 금리, 물가
inventory | inventor*, stockpil*, stocks of, stocks de, lagerbest*, vorräte, existencias, inventari*, scorte, estoque*, запас*, складск*, 库存, 囤货, 在庫, 재고
jointventure | joint venture*, coentreprise, gemeinschaftsunternehmen, empresa conjunta, joint venture, 合资, 合弁, 합작, 합작사
jury | jury, jurors, geschworen*, jurado, giuria, júri, присяжн*, 陪审团, 陪審, 배심원
launch | launch*, unveil*, présent*, dévoil*, lance, stellt vor, vorgestellt, präsentier*, present*, lanz*, svel*, lanç*, представ*, 发布, 推出, 亮相, 発表, 発売, 공개, 출시
lawsuit | lawsuit*, sues, sued, plaintiff*, plainte*, assign*, klage, verklag*, demanda judicial, demandó, querella, causa, processo, ação, иск*, 诉讼, 起诉, 提訴, 訴訟, 소송, 제소
lawyer | lawyer*, attorney*, counsel, avocat*, anwält*, anwalt, abogad*, avvocat*, advogad*, адвокат*, юрист*, 律师, 弁護士, 변호사, 변호인
licence | licence*, license*, licensing, permit*, lizenz*, ausfuhrgenehmigung*, licencia*, permiso*, licenz*, licença*, лицензи*, разрешени*, 许可, 许可证, 執照, 許可, ライセンス, 허가, 면허, 허가증
lithography | lithograph*, scanner*, euv, duv, belichtungs*, litograf*, литограф*, 光刻, 露光, 노광
localisation | tracking, location verification, geoloc*, localis*, traceur*, ortung*, rastre*, localiz*, отслежив*, 定位, 追踪, 位置情報, 追跡, 위치추적, 위치 확인
lorry | lorry, truck*, camion*, lastwagen*, lkw, camión*, caminh*, грузовик*, фур*, 货车, 卡车, トラック, 貨物車, 화물차, 트럭
loss | loss, losses, written off, write-off*, write-down*, writedown*, charge of, perte*, dépréciation*, verlust*, abschreib*, schaden, pérdida*, perdit*, svalutazion*, perda*, prejuízo*, убыт*, ущерб*, списан*, 亏损, 损失, 减记, 計提, 损害, 減損, 損失, 赤字, 손실, 적자, 피해, 손해
luggage | luggage, suitcase*, bagage*, valise*, koffer*, gepäck, maleta*, equipaje, valig*, mala, багаж*, чемодан*, 行李, 旅客, スーツケース, 手荷物, 수하물, 여행가방
margin | margin*, marge*, marge, margen, margine, margem, рентабельност*, маржа, 毛利率, 利润率, 利益率, 粗利, 이익률, 마진
market-share | market share*, parts de marché, part de marché, marktanteil*, cuota de mercado, quota di mercato, participação de mercado, доля рынка, 市占率, 市场份额, シェア, 점유율
mayor | mayor, maire, bürgermeister*, alcalde*, sindaco, prefeito, мэр*, 市长, 市長, 시장이
military | military, army, navy, weapons, missile*, defence, defense, armée, militaire*, marine, armes, militär*, rüstung*, waffen*, ejército, militar*, armada, armas, difesa, esercito, marinha, военн*, армии, оруж*, ракет*, 军方, 军事, 国防, 武器, 海军, 军工, 導弹, 軍事, 防衛, 兵器, ミサイル, 군사, 국방, 무기, 미사일
mine | mine, mines, mining, rare earth*, terres rares, seltene erden, tierras raras, terre rare, terras raras, редкоземел*, 稀土, 矿, レアアース, 희토류
minister | minister*, ministre*, ministr*, министр*, 部长, 大臣, 장관
model | language model*, ai model*, modèle de langage, sprachmodell*, modelo de lenguaje, modello linguistico, 大模型, 大規模言語, 언어모델, 거대모델
money-laundering | launder*, blanchi*, geldwäsche, blanqueo, riciclaggio, lavagem de dinheiro, отмыв*, 洗钱, 洗黑钱, 资金洗浄, マネーロンダリング, 자금세탁, 돈세탁
nationalsecurity | national security, sécurité nationale, nationale sicherheit, seguridad nacional, sicurezza nazionale, segurança nacional, 国家安全, 安全保障, 국가안보, 안보
network | network security, cyberspace, cybersécurité, cyber*, 网络安全, 网信, 数据安全, データ安全, 사이버보안, 보안
notebook | laptop*, notebook*, pc, pcs, ordinateur*, computer*, ordenador*, portátil*, ноутбук*, 笔记本, 电脑, パソコン, 노트북, 컴퓨터
officials | officials, authorities, autorités, behörden, autoridades, autorità, власти, 当局, 당국
opening | open*, inaugur*, ouverture, eröffn*, einweih*, apertura, открыт*, 开业, 投产, 揭牌, 開所, 稼働, 開業, 개소, 준공, 가동
operator | operator*, carrier*, telecom*, opérateur*, netzbetreiber*, operador*, оператор*, 运营商, 通信事業者, 통신사
order | order*, commande*, bestell*, auftrag*, pedido*, ordin*, encomenda*, заказ*, 订单, 订购, 下单, 受注, 発注, 注文, 주문, 발주, 수주
packaging | packaging, encapsul*, assemblage, verpackung*, gehäuse*, empaquetado, confezionamento, корпусирован*, 封装, 封测, パッケージング, 後工程, 패키징, 후공정
parcel | parcel*, courier*, postal, colis, paket*, paquete*, pacco, pacchi, encomendas postais, посылк*, 包裹, 快递, 邮包, 小包, 宅配, 소포, 택배
partner | partner*, alliance*, partenariat*, partnerschaft*, alianza*, partenariato, parceria*, партн[её]р*, 合作, 提携, 連携, 제휴, 협력
passport | passport*, visa*, reisepass, pasaporte*, passaport*, виз*, 护照, 签证, ビザ, 비자, 여권
patent | patent*, brevet*, patente*, brevett*, патент*, 专利, 特許, 특허
pause | suspend*, put on hold, paus*, freez*, frozen, postpon*, delay*, put off, gel*, gèle, report*, reporte, sursis, aussetz*, ausgesetzt, verschieb*, verschob*, aufschub, aplaz*, congel*, suspens*, rinvi*, sospend*, sospes*, adia*, приостан*, отлож*, отсроч*, заморо*, 暂停, 推迟, 延期, 延后, 暂缓, 叫停, 先送り, 凍結, 見送り, 一時停止, 유예, 연기, 보류, 중단
phone | smartphone*, phone*, handset*, téléphone*, handy, handys, móvil*, teléfono*, telefon*, celular*, смартфон*, телефон*, 手机, スマホ, スマートフォン, 스마트폰, 휴대폰
photonics | photonic*, optical*, optique*, photonik, optisch*, fotón*, fotonic*, óptic*, ottic*, оптич*, фотон*, 光子, 光芯片, 光模块, 光電融合, シリコンフォト, 光半導体, 광반도체, 포토닉스
plea | plead*, pleads, guilty plea, admitted, plaid*, reconn*, geständ*, schuldig bekannt, bekannte sich, declaró culpable, culpable, reconoc*, patteggi*, ammess*, ammette, confess*, признал*, вину, 认罪, 承认, 有罪を認め, 認めた, 유죄 인정, 혐의 인정, 시인
police | police, officers, polic*, polizei*, polizist*, agentes, carabinieri, agenti, guardia civil, полици*, полицейск*, 警方, 公安, 警察, 県警, 경찰
port | port, ports, harbour, harbor, hafen, puerto, porto, порт, порту, порта, 港口, 码头, 港, 항만, 항구
powerchip | power chip*, power semiconductor*, leistungshalb*, semi-conducteurs de puissance, chips de potencia, semiconduttori di potenza, 功率半导体, 功率芯片, パワー半導体, 전력반도체
president | president, white house, président, maison-blanche, präsident, weißes haus, casa blanca, presidente, casa bianca, casa branca, президент*, белый дом, 总统, 白宫, 大統領, ホワイトハウス, 대통령, 백악관
price | price*, prix, preis*, precio*, prezz*, preço*, цен*, 价格, 涨价, 降价, 报价, 価格, 値上げ, 値下げ, 가격, 인상, 인하
prison | prison, jail*, sentenced, years behind bars, condamn*, haft, haftstrafe, verurteil*, cárcel, prisión, condenad*, carcere, condannat*, prisão, приговор*, тюрьм*, лет лишения, 判刑, 判处, 监禁, 有期徒刑, 実刑, 懲役, 禁錮, 징역, 실형, 구속
probe | investigat*, probe*, inquir*, enquête*, ermittl*, untersuch*, investig*, indagin*, inchiesta, расследов*, 调查, 侦查, 立案, 調査, 捜査, 수사, 조사
production | production, output, produc*, fabrication, produktion, fertigung*, producción, produzion*, produção, производств*, выпуск*, 生产, 量产, 投片, 生産, 量産, 생산, 양산
profit | profit*, net income, earnings, bénéfice*, résultat net, gewinn*, überschuss, beneficio*, ganancia*, util*, lucro*, прибыл*, 净利, 利润, 純利益, 営業利益, 利益, 영업이익, 순이익
protest | protest*, rally, manifest*, kundgebung*, demonstr*, митинг*, 抗议, 示威, 抗議, デモ, 시위, 집회
quake | earthquake, quake, tremor, séisme, tremblement de terre, erdbeben, beben, terremoto, sismo, землетрясен*, толчк*, 地震, 강진, 지진
quantum | quantum, quantique*, quanten*, cuántic*, quantistic*, квантов*, 量子, 양자
quarter | quarter*, trimestr*, quartal*, квартал*, 季度, 四半期, 分期, 분기
record | record*, all-time high, rekord*, récord*, рекорд*, 创新高, 新高, 创纪录, 過去最高, 最高を更新, 사상 최대, 최대치
registration | regist*, enregistr*, anmeld*, registrier*, inscri*, регистрац*, 登记, 注册, 备案, 登録, 届け出, 등록, 신고제
relief | relief, soulag*, erleichter*, entlast*, alivi*, sollievo, облегчен*, 松绑, 缓解, 安堵, 한숨 돌, 안도
replacement | replac*, substitut*, alternativ*, remplac*, ersatz, ersetz*, sustitu*, reemplaz*, sostitu*, substitu*, замен*, замещ*, 替代, 代替, 置き換え, 대체
research | research*, scientist*, universit*, laborator*, chercheur*, recherche, forsch*, wissenschaft*, hochschul*, investigador*, ricerc*, pesquis*, учён*, учен*, исследова*, университет*, лаборатор*, 研究, 科学家, 大学, 高校, 实验室, 科研, 研究者, 대학교, 연구, 연구진
resign | resign*, steps down, quit*, démission*, rücktritt, zurückgetreten, tritt zurück, dimit*, dimiss*, renunci*, отставк*, 辞职, 离职, 卸任, 辞任, 退任, 사임, 퇴임
retaliation | retaliat*, tit-for-tat, hits back, countermeasure*, représaille*, riposte*, vergelt*, gegenmaßnahm*, schlägt zurück, represalia*, contramedida*, ritorsion*, retalia*, 反制, 报复, 反击, 対抗措置, 報復, 보복, 맞대응, 맞불
return | returned, sent back, renvoy*, zurückgeschickt, devuel*, restitui*, возвращ*, 退运, 退回, 返送, 반송
revenue | revenue*, sales, turnover, chiffre d'affaires, umsatz*, erlös*, ingresos, ventas, facturación, ricavi, fatturato, vendite, receita*, vendas, faturamento, выручк*, продаж*, 营收, 收入, 销售额, 売上, 売上高, 매출
reversal | u-turn, backs down, backtrack*, reversal, volte-face, rétropédal*, kehrtwende, rückzieher, rudert zurück, marcha atrás, dietrofront, recua*, отступ*, 反转, 收回, 撤回, 撤销, 転換, 철회, 번복
riscv | risc-v, riscv, open-source instruction, 开源架构, 리스크파이브
safety | safety, sécurité au travail, arbeitssicherheit, arbeitsschutz, sicurezza sul lavoro, 安全生产, 労働安全, 労災, 중대재해, 산업안전, 산재
sanctions | sanction*, sanktion*, sancion*, sanzioni, sanções, санкци*, 制裁, 제재
satellite | satellite*, space, satellit*, weltraum, satélite*, спутник*, 卫星, 衛星, 위성
scrap | scrap*, discard*, rebut*, ausschuss, desech*, scart*, descart*, утилиз*, 报废, 废弃, 廃棄, 폐기
sell-off | sells, sell its, sale of, divest*, disposal, cède, cession, vend sa, verkauft, verkauf*, abstoß*, vende, venta, cede, cessione, vendita, venda, продаёт, прода[её]т, продаж*, 出售, 剥离, 转让, 売却, 譲渡, 매각
server | server*, serveur*, servidor*, pelayan, сервер*, 服务器, サーバー, 서버
shareholder | shareholder*, investor*, actionnaire*, aktionär*, anleger*, accionista*, inversor*, azionist*, investitor*, acionista*, инвестор*, акционер*, 股东, 投资者, 株主, 投資家, 주주, 투자자
shell | shell compan*, front compan*, shell firm*, société-écran, sociétés-écrans, briefkastenfirm*, scheinfirm*, società di comodo, подставн*, 空壳, 皮包公司, ペーパーカンパニー, ダミー会社, 페이퍼컴퍼니, 유령회사
ship | ship, vessel, cargo, navire*, cargaison*, fret, schiff*, fracht*, buque, barco, carga, nave, navio, судно, груз*, 货轮, 货船, 船舶, 货物, 貨物船, 貨物, 선박, 화물
shortage | shortage*, scarc*, pénurie*, engpass, engpäss*, knapp*, escasez, desabastec*, carenza, escassez, дефицит*, нехватк*, 短缺, 紧缺, 缺货, 不足, 品薄, 부족, 품귀
smuggling | smuggl*, contraband*, contreband*, schmugg*, contrabando, contrabbando, контрабанд*, 走私, 偷运, 密輸, 밀수, 밀반출
spare | spare part*, maintenance, servicing, service tools, pièces détachées, ersatzteil*, wartung, mantenimiento, repuestos, manutenzion*, ricambi, manutenção, запчаст*, обслуживан*, 备件, 维护, 维修, 零部件, 保守, 部品, 정비, 부품, 유지보수
stake | stake*, share of, minority, participation, anteil*, beteilig*, participación, quota, partecipazion*, participação, дол[юяи], 入股, 股权, 持股, 出資, 株式, 지분
startup | start-up*, startup*, jeune pousse, gründer*, emergente, стартап*, 初创, スタートアップ, 新興企業, 스타트업
storage | nand, flash memory, flash, ssd, stockage, almacenamiento, 闪存, フラッシュ, 낸드
storm | storm, typhoon, hurricane, tempête, typhon, sturm, taifun, tormenta, tifón, tempesta, tufão, тайфун*, шторм*, 台风, 暴雨, 台風, 태풍, 폭우
strike | strike*, walkout*, grève*, débray*, streik*, ausstand, huelga*, paro, sciopero, scioper*, greve*, забастов*, 罢工, スト, ストライキ, 파업
student | student*, étudiant*, studierend*, estudiante*, studenti, estudante*, студент*, 学生, 留学生, 학생, 유학생
substrate | substrate*, substrat*, sustrato*, подложк*, 基板, 衬底, 기판
summit | summit*, sommet, gipfel*, cumbre*, vertice, cúpula, саммит*, 峰会, 首脑, 首脳, サミット, 정상회담, 정상회의
supplier | supplier*, vendor*, subcontract*, fournisseur*, sous-traitant*, zuliefer*, proveedor*, fornitor*, fornecedor*, поставщик*, подрядчик*, 供应商, 分包, サプライヤー, 下請け, 仕入先, 공급사, 협력사, 협력업체, 납품사
surcharge | tax*, levy, impôt*, taxe*, steuer*, impuesto*, tassa*, imposto*, налог*, 税, 課税, 세금, 과세
survey | survey*, poll, enquête auprès, umfrage*, encuesta*, sondaggi*, pesquisa de, опрос*, 调查问卷, アンケート, 설문
suspect | suspect*, detain*, arrest*, held, arrêt*, interpell*, garde à vue, festgenommen, verhaft*, verdächtig*, deten*, sospettat*, fermat*, arrestat*, suspeit*, pres[oa]s, задержа*, арест*, подозрева*, 拘捕, 逮捕, 被捕, 嫌疑, 抓获, 拘留, 容疑者, 容疑, 체포, 용의자, 피의자, 입건, 구속
syndicate | union*, syndicat*, gewerkschaft*, betriebsrat, sindicato*, sindacat*, профсоюз*, 工会, 労組, 労働組合, 노조, 노동조합, 노사
takeover | takeover*, acqui*, buys, buy, bought, bid for, rachat*, rachèt*, rachet*, übernahm*, übernimm*, kauft, schluckt, adquier*, adquisic*, compra*, acquist*, compr*, aquisiç*, приобрет*, покупк*, поглощ*, купи*, покупа*, 收购, 并购, 買収, 取得, 인수, 합병
talks | talks, negotiat*, négociat*, pourparlers, verhandl*, gespräche, negocia*, conversaciones, negoziat*, trattativ*, переговор*, 谈判, 磋商, 会谈, 協議, 交渉, 협상, 교섭, 합의
tariff-exempt | exempt*, waiver*, exonér*, dérogation*, ausnahm*, befrei*, exenci*, esenzion*, isenç*, исключени*, освобожд*, 豁免, 例外, 免除, 면제, 예외
tip-off | tip-off, whistleblow*, lanceur d'alerte, hinweisgeber*, denuncia anónima, segnalazion*, 举报, 線报, 情报, 通報, 内部告発, 제보, 내부고발
tool | tools, equipment, machine*, équipement*, machines, anlage*, maschin*, equipo*, máquina*, macchin*, attrezzatur*, equipament*, оборудован*, 设备, 机台, 装置, 製造装置, 장비
training | training, entraînement, trainier*, entrenamiento, addestr*, treinamento, обучени*, 训练, 学習, 학습
transit | transship*, re-export*, rerout*, diverted, via malaysia, transbord*, réexport*, umgeleitet, weiterverkauf*, reexport*, desvi*, riesport*, перепродаж*, реэкспорт*, транзит*, 转口, 转运, 经第三国, 迂回, 転売, 再輸出, 우회, 재수출
trial | trial, hearing date, procès, prozess, juicio, processo, julgamento, 庭审, 开庭, 公判, 裁判, 공판
unreliable | unreliable entit*, entités non fiables, unzuverlässig*, entidades no fiables, inaffidabil*, ненад[её]жн*, 不可靠实体清单, 信頼できない企業, 신뢰할 수 없는
value | worth, valued, valeur, wert, valor*, valore, стоимост*, 价值, 案值, 市值, 相当, 시가, 상당
verdict | verdict, ruling, ruled, overturn*, annul*, annull*, jugement*, arrêt de la cour, urteil*, gekippt, aufgehoben, fallo, anul*, sentencia*, sentenz*, decisão, вердикт*, отменил*, 裁定, 判决, 驳回, 判決, 取り消し, 決定, 판결, 취소, 위법
visit | visit*, tour, besuch*, visita*, визит*, 访问, 访华, 訪問, 訪中, 방문, 방중
wafer | wafer*, tranche*, plaquette*, oblea*, пластин*, 晶圆, 硅片, ウエハ, ウエハー, ウェハー, 웨이퍼
wage | wage*, pay rise, pay deal, salary, salaries, salaire*, rémunération*, lohn*, löhne, gehalt*, gehält*, tarif*, salari*, sueldo*, stipend*, зарплат*, оклад*, 工资, 加薪, 薪酬, 涨薪, 賃金, 賃上げ, 給与, 임금, 기본급, 임단협
warehouse | warehouse*, depot, entrepôt*, lager, lagerhaus, lagerhalle*, almacén*, magazzin*, armazém, galpão, склад*, 仓库, 倉庫, 창고
warning | warn*, alert*, avert*, mise en garde, warnt, warnung*, advert*, avvert*, предупре*, 警告, 预警, 警戒, 경고
water | water, drought, eau, sécheresse, wasser, dürre, agua, sequía, acqua, siccità, água, seca, вод[аыуе], засух*, 水资源, 缺水, 干旱, 渇水, 水不足, 가뭄, 용수
website | website, site web, webseite, sitio web, sito web, сайт*, 网站, 官网, サイト, 홈페이지
withdraw | withdr*, pull out, cancel*, scrap plan*, retir*, annul*, zurückzieh*, zurückgezog*, abgesagt, storn*, ritir*, отозва*, отмен*, 取消, 撤单, 退出, キャンセル, 撤退, 취소, 철수
yield | yield*, rendement*, ausbeute, rendimiento, resa, rendimento, выход годн*, 良率, 歩留まり, 수율
`;

/** The subjects by id. */
export const vocabulary = compilePhrases(VOCABULARY + SUBJECTS_IN_MORE_LANGUAGES);
