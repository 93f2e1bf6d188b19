/** Europe and Russia: `id | name, name …`, as `places.ts` reads it. */
export const EUROPE = `
venlo | venlo, венло, 芬洛, フェンロー, 펜로
gorlitz | gorlitz, görlitz, görlitzer, zgorzelec*, герлиц*, гёрлиц*, 格尔利茨
grodno | grodno, hrodna, grodna, grodnie, гродно
kuznica | kuźnica, kuźnicy, kuźnicę, kuznica, кузница
cardiff | cardiff, caerdydd, кардифф*, 加的夫, 卡迪夫, カーディフ, 카디프
saarbrucken | saarbrücken, sarrebruck, саарбрюккен*
dresden | dresden, dresde, dresda, saxony, sachsen, saxe, sajonia, sassonia, дрезден*, 德累斯顿, 德勒斯登, ドレスデン, 드레스덴
magdeburg | magdeburg, magdebourg, magdeburgo, магдебург*, 马格德堡, マクデブルク, 마그데부르크
munich | munich, münchen, monaco di baviera, мюнхен*, 慕尼黑, ミュンヘン, 뮌헨
hamburg | hamburg, hambourg, hamburgo, amburgo, гамбург*, 汉堡, ハンブルク, 함부르크
frankfurt | frankfurt, francfort, fráncfort, francoforte, франкфурт*, 法兰克福, フランクフルト, 프랑크푸르트
leipzig | leipzig, lipsia, лейпциг*, 莱比锡, ライプツィヒ, 라이프치히
nijmegen | nijmegen, nimègue, nimega, неймеген*, 奈梅亨, ナイメーヘン, 네이메헌
eindhoven | eindhoven, veldhoven, эйндховен*, велдховен*, 埃因霍温, 费尔德霍芬, アイントホーフェン, フェルトホーフェン, 에인트호번, 펠트호번
rotterdam | rotterdam, róterdam, роттердам*, 鹿特丹, ロッテルダム, 로테르담
schiphol | schiphol, схипхол*, 史基浦, 史基浦機場, スキポール, 스키폴
amsterdam | amsterdam, ámsterdam, амстердам*, 阿姆斯特丹, アムステルダム, 암스테르담
antwerp | antwerp, antwerpen, anvers, amberes, anversa, антверпен*, 安特卫普, アントワープ, 안트베르펜
leuven | leuven, louvain, lovaina, lovanio, 鲁汶, ルーベン, 루벤
crolles | crolles, 克罗勒
grenoble | grenoble, гренобль, гренобле, 格勒诺布尔, グルノーブル, 그르노블
lehavre | le havre, гавр*, 勒阿弗尔, ルアーブル, 르아브르
marseille | marseille, marseilles, marsella, marsiglia, марсел*, 马赛, マルセイユ, 마르세유
paris | paris, parís, parigi, париж*, 巴黎, パリ, 파리
roissy | roissy, charles de gaulle, 戴高乐机场, シャルルドゴール
lyon | lyon, lione, 里昂, リヨン, 리옹
london | london, londres, londra, лондон*, 伦敦, ロンドン, 런던
newport | newport, 纽波特, ニューポート, 뉴포트
cambridge | cambridge, кембридж*, 剑桥, ケンブリッジ, 케임브리지
glasgow | glasgow, глазго, 格拉斯哥, グラスゴー
milan | milan, milano, mailand, milán, milão, милан*, 米兰, ミラノ, 밀라노
catania | catania, catane, катани*, 卡塔尼亚, カターニア, 카타니아
turin | turin, torino, turín, турин*, 都灵, トリノ, 토리노
novara | novara, новар*, 诺瓦拉, ノヴァーラ, 노바라
genoa | genoa, genova, gênes, génova, genua, генуя, 热那亚, ジェノバ, 제노바
trieste | trieste, triest, триест*, 的里雅斯特, トリエステ
malpensa | malpensa, мальпенса, 马尔彭萨, マルペンサ
madrid | madrid, мадрид*, 马德里, マドリード, 마드리드
barcelona | barcelona, barcelone, barcellona, барселон*, 巴塞罗那, バルセロナ, 바르셀로나
valencia | valencia, valence, valenza, валенси*, 瓦伦西亚, バレンシア, 발렌시아
malaga | málaga, malaga, малаг*, 马拉加, マラガ, 말라가
algeciras | algeciras, algésiras, альхесирас*, 阿尔赫西拉斯, アルヘシラス
lisbon | lisbon, lisboa, lisbonne, lissabon, lisbona, лиссабон*, 里斯本, リスボン, 리스본
moscow | moscow, moscou, moskau, moscú, mosca, москв*, московск*, 莫斯科, モスクワ, 모스크바
stpetersburg | saint petersburg, st petersburg, petersbourg, petersburg, санкт петербург*, петербург*, 圣彼得堡, サンクトペテルブルク
zelenograd | zelenograd, зеленоград*, 泽列诺格勒, ゼレノグラード, 젤레노그라드
vladivostok | vladivostok, владивосток*, 海参崴, 符拉迪沃斯托克, ウラジオストク, 블라디보스토크
novosibirsk | novosibirsk, новосибирск*, 新西伯利亚, ノボシビルスク
warsaw | warsaw, warszaw*, varsovie, varsovia, warschau, варшав*, 华沙, ワルシャワ, 바르샤바
gdansk | gdansk, gdańsk*, danzig, гданьск*, 格但斯克, グダニスク
wroclaw | wroclaw, wrocław*, breslau, вроцлав*, 弗罗茨瓦夫, ヴロツワフ
vienna | vienna, wien, vienne, viena, 维也纳, ウィーン, 빈시
villach | villach, филлах*, 菲拉赫, フィラッハ
zurich | zurich, zürich, zurigo, цюрих*, 苏黎世, チューリッヒ, 취리히
geneva | geneva, genève, genf, ginebra, ginevra, genebra, женев*, 日内瓦, ジュネーブ, 제네바
stockholm | stockholm, estocolmo, стокгольм*, 斯德哥尔摩, ストックホルム, 스톡홀름
helsinki | helsinki, хельсинки, 赫尔辛基, ヘルシンキ
kyiv | kyiv, kiev, киев*, 基辅, キーウ, 키이우
tallinn | tallinn, таллин*, 塔林, タリン
vilnius | vilnius, вильнюс*, 维尔纽斯
davos | davos, давос*, 达沃斯, ダボス, 다보스
felixstowe | felixstowe, феликстоу, 费利克斯托
southampton | southampton, саутгемптон*, 南安普敦
heathrow | heathrow, хитроу, 希思罗, 希斯路, ヒースロー, 히스로
bremerhaven | bremerhaven, бремерхафен*, 不来梅港
duisburg | duisburg, дуйсбург*, 杜伊斯堡
saarland | saarland, sarre, ensdorf
leixlip | leixlip, kildare, 莱克斯利普
piraeus | piraeus, pirée, piräus, pireo, пире(й|я|е), 比雷埃夫斯, ピレウス, 피레우스
gioiatauro | gioia tauro
zabaikalsk | zabaikalsk, забайкальск*
brest | brest litovsk, брест*
minsk | minsk, минск*, 明斯克, ミンスク
bremen | bremen, brême, brema, бремен*, 不来梅, ブレーメン, 브레멘
cologne | cologne, köln, colonia, кёльн*, кельн*, 科隆, ケルン, 쾰른
berlin | berlin, berlín, berlino, берлин*, 柏林, ベルリン, 베를린
stuttgart | stuttgart, stoccarda, штутгарт*, 斯图加特, シュトゥットガルト, 슈투트가르트
dusseldorf | düsseldorf, dusseldorf, дюссельдорф*, 杜塞尔多夫, デュッセルドルフ, 뒤셀도르프
liege | liège, liege airport, lüttich, luik, lieja, льеж*, 列日, リエージュ, 리에주
zeebrugge | zeebrugge, zeebruges, зебрюгге, 泽布吕赫
luxembourg | findel, финдель
toulouse | toulouse, tolosa, тулуз*, 图卢兹, トゥールーズ
bordeaux | bordeaux, bordéus, бордо, 波尔多, ボルドー
dunkirk | dunkirk, dunkerque, dünkirchen, 敦刻尔克
bilbao | bilbao, бильбао, 毕尔巴鄂, ビルバオ
vigo | vigo
sines | sines
porto | porto de leixões, leixões
naples | naples, napoli, neapel, nápoles, неапол*, 那不勒斯, ナポリ, 나폴리
livorno | livorno, leghorn, ливорно, 里窝那
bologna | bologna, bolonia, bolonha, болонь*, 博洛尼亚, ボローニャ
budapest | budapest, будапешт*, 布达佩斯, ブダペスト, 부다페스트
prague | prague, praha, prag, praga, прага, праге, 布拉格, プラハ, 프라하
brno | brno, brünn, брно
bucharest | bucharest, bucarest, bukarest, bucareste, бухарест*, 布加勒斯特, ブカレスト
constanta | constanța, constanta, констанц*
sofia | sofia airport, софия
zagreb | zagreb, загреб*
koper | koper, копер
bratislava | bratislava, братислав*
krakow | krakow, kraków, krakau, cracovie, cracovia, краков*, 克拉科夫, クラクフ
medininkai | medininkai, мядининка*, 梅迪宁凯
riga | riga, рига, риге, 里加, リガ
copenhagen | copenhagen, københavn, kopenhagen, copenhague, копенгаген*, 哥本哈根, コペンハーゲン, 코펜하겐
oslo | oslo, осло, 奥斯陆, オスロ, 오슬로
gothenburg | gothenburg, göteborg, 哥德堡, ヨーテボリ
malta | marsaxlokk, 马尔萨什洛克
dover | dover, douvres, дувр*
manchester | manchester, манчестер*, 曼彻斯特, マンチェスター
dublin | dublin, дублин*, 都柏林, ダブリン, 더블린
orenburg | orenburg, оренбург*, 奥伦堡
novorossiysk | novorossiysk, новороссийск*, 新罗西斯克
kaliningrad | kaliningrad, калининград*, 加里宁格勒
yekaterinburg | yekaterinburg, екатеринбург*, 叶卡捷琳堡
kazan | kazan, казан*, 喀山
sheremetyevo | sheremetyevo, шереметьев*, 谢列梅捷沃
odesa | odesa, odessa, одес*, 敖德萨, オデーサ
`;
