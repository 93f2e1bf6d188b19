/**
 * Terms that news of chips and trade is full of, by the share of the classifier's labelled set (fixtures/labelled.jsonl) that has
 * them: at least an eighth, a twentieth, a fortieth of the articles of a language.
 */
const AN_EIGHTH = `
accele aceler americ amerik anlage ausfuh ausser beschl bleibt china chine chines chinoi chip chips
client commer compan compra contro countr custom deja deren design desorm dollar einzel empres end
equipe espera estado etwa euro euros every export fabric final four gilt gpu grafik half heimis herste
huawei import interd inzwis karten konnte kosten kostet kunden kunfti landes lauft licenc liefer liegt
local millio minist minute modell muss next nieder now nvidia office offici own pekin peking percen
plataf preise premie prix pro proces prohib prozen puce puces rechen rechne regier rund schalt sechs
sehen selbst severa sicher tarjet unters versch ware weil weiter wer withou zoll zollne ファーウェイ メモリー 万円
产品 人士 价格 企业 伟达 供应 公司 公布 出口 制品 加速 半导 发现 发表 周間 国产 国内 大手 客户 导体 工场 当局 提醒 政府 旅客 海关 税关 美国 芯片 英伟 表示 设备 贩卖 购入 超过
输出 进口 部分 部门 采购 개발 것으 곳이 국산 기업 늘어 다만 들어 명을 모델 모두 물량 미국 밝혔 사람 사업 생산 세관 수입 시행 엔비 여전 연말 올랐 일부 있다 있었 장비 정부 제품
조금 중국 지난 최대 했다 혐의 확인 회사
`;
const A_TWENTIETH = `
abando abroad achete affirm again agents alread althou analys anothe ans applic approv around arrive
ascend asked attend aucun aucune autori avance back ban behind beijin being billio blackl border bought
boxes built buyers called cambri cartes case centre change charge checks chiffr cloud comman commen
commun compla compos comput concep conduc connai contre cost cote counte cut data decisi declar demand
depart depass derobe destin develo devron did domest donnee douane douani double down earlie early
effect electr engine enquet entrai entree entrep etat etrang europe execut expect far few fin firms fois
follow fondeu foreig found fourni free fronti genera goods gouver govern gpus group groupe h20 hausse
high home how hundre identi indust inside inspec instal instea invest jusqu keep laisse large law leave
less leve ligne limite list locale locaux logici longer machin made maison make marche market materi
memoir memory mesure millia mise model modele models moins nation networ nouvea numeri obliga open
operat order orders ordina packag part partag parts pay pays permet person place platef plusie porte
pourra power pres presen prevoi printe procha produc produi profit propos public puis put quatre quelqu
questi rappel reach reclam regula releas remove rempla replac report reste resten restri review rule run
same screen second securi semain sera seront server serveu servic shares showed six smic smuggl softwa
sold soluti start state states stop suppli suppor system taiwan take techno teleph ten third thousa
tiers time too tour tourne trade tradin transi tsmc twenty united use used utilis vente ventes vers
versio veut vise want wants warned washin way well whethe 一代 一名 一度 一百 七十 三百 业内 业务 严重 九成 二十 云端 互联 五千 产线
人员 人工 亿美 仍需 仓库 件仍 价一 价值 供货 先进 全面 六十 关员 内人 内存 分型 分析 分钟 列入 务部 升腾 厂商 取消 口岸 口管 口许 合理 名单 否认 商务 国商 国家 国际 增长 处理
存储 安全 宣布 寒武 工智 市场 平台 应链 建议 开发 影响 必须 恢复 手机 扩大 持续 提供 提高 收入 收紧 数量 新一 显卡 显示 晶片 机构 析师 查获 案件 检查 模型 欧洲 武纪 测试 海外
消息 深圳 游戏 理器 生产 用户 申报 电脑 目标 研究 禁止 管制 系列 系统 维持 缉私 美元 股价 自主 荷兰 营收 计划 订单 货物 购买 资金 走私 软件 辉达 进入 逐步 速卡 量产 集群 预计
首次 高端
`;
const A_FORTIETH = `
above access accoun accuse achat act add added additi adds advanc affair afin agains agreem ahead air
allow almost along altern amd amende among annonc answer anyone anythi anywhe app apple arrest ask
assemb attein auraie author automo autumn banks based become begin begun benefi best better bill blocke
boards breach bruxel build bureau busine buy buying cadenc calcul call calls came cannot car cards cargo
carmak carte chaque check cherch childr chipma choose circui city claims close collec comes commis
comple compte concer concur confir consig consom constr consum contai conten contou contra conver core
costs court covere cpus craint critic cuda deal debut decade decide decouv deepse delive denies depend
dernie descri detail device devrai dies direct dispon dispos distri divert dizain does doors downlo draw
droppe dutch eight eleven else elus ended enforc enough equipm etats etique evenin ever exchan exempt
expedi expens experi exploi fabs face factor famili favour featur fiftee fifty fill find fine firm
foncti force former forty fridge gagne game gaming gap gear german get given goes graphi gratui groups
guidan h200 hague halve hands hardwa held hidden hold holds homegr hopes hour hours house ici image
impose india indian infere inform intel interc intern introd issued januar janvie jeune know known korea
larges late later lawyer least let licens light limit limits line lines links liste little livrer locati
logos loi london look lookin main maker makers makes malays man manage marcha matter meant measur messag
mettre money mornin move moved names nanome needs never night noise nombre nothin nouvel number object
offere old older opens outils owned owners paid pallet parent partir passer penalt pendan permit petit
phone phones photog placed plan planne plans plant platfo player police port ports possib practi pratiq
prepar presid prevu price prices pris progra projec promis prosec provid pruden purcha quarte quota
racks ran rares receiv recett record reduir regles remain replie reques requir resear reseau restor
result retrou return revenu ring risque rose rtx rules runnin runs sale sales samsun savoir scanne
secret see seize sell sellin semi semico send sent seoul seven shangh share shenzh shipme shippi shops
shows side sign silico simila singap single small smalle societ soon souhai source south specia spokes
stack staff stay step stocks stoppe store stream strike strong struck study sugges summer supply surtou
suspec suspen switch talks team temps tests text texte thirty though thread titre tonnes took tools
traine traini travel trouve unis univer update user users uses using valeur value verifi vingt visito
voit wait waitin water window within work workin worth yet
`;

/** How much a common term still tells, against 1 for one that is not here. */
export const commonTerms: ReadonlyMap<string, number> = new Map([
  ...entries(A_FORTIETH, 0.65),
  ...entries(A_TWENTIETH, 0.4),
  ...entries(AN_EIGHTH, 0.2),
]);

function entries(terms: string, rarity: number): [string, number][] {
  return terms
    .trim()
    .split(/\s+/)
    .map((term) => [term, rarity]);
}
