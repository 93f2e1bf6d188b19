import { compilePhrases } from './phrase-finder.ts';

/**
 * Towns, ports and regions in chip and trade news, with their names in other scripts. Capitals that mean their
 * government (Washington, Beijing, Brussels) are left to the entities.
 */
const PLACES = `
arizona | arizona, аризон*, 亚利桑那, アリゾナ, 애리조나
phoenix | phoenix, финикс*, 凤凰城, フェニックス, 피닉스
texas | texas, texan*, техас*, 得克萨斯, 得州, 德州, テキサス, 텍사스
houston | houston, хьюстон*, 休斯顿, 休斯敦, 休士頓, ヒューストン, 휴스턴
austin | austin, остин*, 奥斯汀, オースティン, 오스틴
dallas | dallas, даллас*, 达拉斯, ダラス, 댈러스
california | california, californie, kalifornien*, калифорни*, 加利福尼亚, 加州, カリフォルニア, 캘리포니아
losangeles | los angeles, лос анджелес*, 洛杉矶, ロサンゼルス, 로스앤젤레스
sanjose | san jose, san josé, сан хосе, 圣何塞, 聖荷西, サンノゼ, 새너제이
sanfrancisco | san francisco, 旧金山, 三藩市, サンフランシスコ, 샌프란시스코, сан франциско
newyork | new york, nueva york, nova york, nova iorque, нью йорк*, 纽约, ニューヨーク, 뉴욕
brooklyn | brooklyn, бруклин*, 布鲁克林, ブルックリン, 브루클린
newjersey | new jersey, нью джерси, 新泽西, 紐澤西, ニュージャージー, 뉴저지
florida | florida, floride, флорид*, 佛罗里达, フロリダ, 플로리다
miami | miami, майами, 迈阿密, マイアミ, 마이애미
ohio | ohio, огайо, 俄亥俄, オハイオ, 오하이오
oregon | oregon, орегон*, 俄勒冈, オレゴン, 오리건
idaho | idaho, айдахо, 爱达荷, アイダホ, 아이다호
boise | boise, бойсе, 博伊西, ボイシ, 보이시
utah | utah, юта, 犹他, ユタ, 유타
virginia | virginia, virginie, вирджини*, 弗吉尼亚, バージニア, 버지니아
chicago | chicago, чикаго, 芝加哥, シカゴ, 시카고
seattle | seattle, сиэтл*, 西雅图, シアトル, 시애틀
boston | boston, massachusetts, бостон*, 波士顿, ボストン, 보스턴
albany | albany, 奥尔巴尼
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
saopaulo | são paulo, sao paulo, san pablo, сан паулу, 圣保罗, サンパウロ, 상파울루
campinas | campinas, viracopos, 坎皮纳斯, カンピナス
santos | santos, 桑托斯, サントス
manaus | manaus, манаус*, 马瑙斯, マナウス
mexicocity | mexico city, ciudad de méxico, мехико, 墨西哥城, メキシコシティ, 멕시코시티
guadalajara | guadalajara, 瓜达拉哈拉, グアダラハラ
tijuana | tijuana, тихуан*, 蒂华纳, ティファナ
manzanillo | manzanillo, 曼萨尼约, マンサニージョ
moscow | moscow, moscou, moskau, moscú, mosca, москв*, московск*, 莫斯科, モスクワ, 모스크바
stpetersburg | saint petersburg, st petersburg, petersbourg, petersburg, санкт петербург*, петербург*, 圣彼得堡, サンクトペテルブルク
zelenograd | zelenograd, зеленоград*, 泽列诺格勒, ゼレノグラード, 젤레노그라드
vladivostok | vladivostok, владивосток*, 海参崴, 符拉迪沃斯托克, ウラジオストク, 블라디보스토크
novosibirsk | novosibirsk, новосибирск*, 新西伯利亚, ノボシビルスク
tokyo | tokyo, tokio, tóquio, токио, 东京, 東京, 도쿄
osaka | osaka, осак*, 大阪, 오사카
kobe | kobe, кобе, 神户, 神戸, 고베
nagoya | nagoya, нагоя, 名古屋, 나고야
yokohama | yokohama, иокогам*, 横滨, 横浜, 요코하마
narita | narita, нарита, 成田, 나리타
kumamoto | kumamoto, кумамото, 熊本, 구마모토
hiroshima | hiroshima, хиросим*, 广岛, 広島, 히로시마
hokkaido | hokkaido, chitose, хоккайдо, титосэ, 北海道, 千岁, 千歳, 홋카이도, 지토세
kyushu | kyushu, fukuoka, кюсю, 九州, 福冈, 福岡, 규슈, 후쿠오카
sendai | sendai, miyagi, 仙台, 宮城, 宫城, 센다이
seoul | seoul, séoul, seúl, seul, сеул*, 首尔, ソウル, 서울
incheon | incheon, инчхон*, 仁川, インチョン, 인천
busan | busan, pusan, пусан*, 釜山, プサン, 부산
pyeongtaek | pyeongtaek, пхёнтхэк*, 平泽, 平沢, ピョンテク, 평택
yongin | yongin, йонъин*, 龙仁, 龍仁, ヨンイン, 용인
icheon | icheon, ичхон*, 利川, イチョン, 이천
cheongju | cheongju, чхонджу, 清州, チョンジュ, 청주
hsinchu | hsinchu, синьчж*, 新竹, 신주
taichung | taichung, тайчжун*, 台中, 타이중
kaohsiung | kaohsiung, гаосюн*, 高雄, 가오슝
tainan | tainan, тайнан*, 台南, 타이난
taoyuan | taoyuan, таоюан*, 桃园, 桃園, 타오위안
keelung | keelung, цзилун*, 基隆, 지룽
taipei | taipei, taipeh, taïpei, тайбэ*, 台北, 타이베이
hualien | hualien, хуалян*, 花莲, 花蓮, 화롄
chiayi | chiayi, цзяи, 嘉义, 嘉義, 자이현
shanghai | shanghai, shanghái, xangai, sciangai, шанха*, 上海, 상하이
shenzhen | shenzhen, шэньчжэн*, 深圳, 深セン, 선전시, 선전의
guangzhou | guangzhou, canton, гуанчжоу, 广州, 広州, 광저우
dongguan | dongguan, дунгуан*, 东莞, 둥관
zhuhai | zhuhai, чжуха*, 珠海, 주하이
huizhou | huizhou, хойчжоу, 惠州, 후이저우
hangzhou | hangzhou, ханчжоу, 杭州, 항저우
ningbo | ningbo, нинбо, 宁波, 寧波, 닝보
nanjing | nanjing, nankin, нанкин*, 南京, 난징
suzhou | suzhou, сучжоу, 苏州, 蘇州, 쑤저우
wuxi | wuxi, уси, 无锡, 無錫, 우시
wuhan | wuhan, ухан*, 武汉, 武漢, 우한
hefei | hefei, хэфэ*, 合肥, 허페이
chengdu | chengdu, чэнду, 成都, 청두
chongqing | chongqing, чунцин*, 重庆, 重慶, 충칭
xian | xi'an, сиань, 西安, 시안
tianjin | tianjin, тяньцзин*, 天津, 톈진
dalian | dalian, далян*, 大连, 大連, 다롄
qingdao | qingdao, циндао, 青岛, 青島, 칭다오
xiamen | xiamen, сямын*, 厦门, 廈門, 샤먼
ordos | ordos, ulanqab, inner mongolia, 鄂尔多斯, 乌兰察布, 内蒙古, 内モンゴル
guizhou | guizhou, guiyang, гуйчжоу, 贵州, 贵阳, 구이저우
xinjiang | xinjiang, синьцзян*, 新疆, 신장
hongkong | hong kong, hongkong, гонконг*, 香港, 홍콩
macau | macau, macao, макао, 澳门, マカオ, 마카오
singapore | singapore, singapour, singapur, singapura, singapura, cingapura, сингапур*, 新加坡, シンガポール, 싱가포르
johor | johor, джохор*, 柔佛, ジョホール, 조호르
penang | penang, pulau pinang, пинанг*, 槟城, 槟榔屿, ペナン, 페낭
kualalumpur | kuala lumpur, куала лумпур*, 吉隆坡, クアラルンプール, 쿠알라룸푸르
portklang | port klang, klang, порт кланг*, 巴生, ポートクラン
bangkok | bangkok, бангкок*, 曼谷, バンコク, 방콕
laemchabang | laem chabang, лаем чабанг*, 林查班, レムチャバン, 램차방
hanoi | hanoi, hanói, ханой, ханое, 河内, ハノイ, 하노이
hochiminh | ho chi minh, hochiminh, saigon, хошимин*, 胡志明市, ホーチミン, 호찌민
haiphong | haiphong, hai phong, хайфон*, 海防, ハイフォン, 하이퐁
jakarta | jakarta, джакарт*, 雅加达, ジャカルタ, 자카르타
manila | manila, manille, манил*, 马尼拉, マニラ, 마닐라
mumbai | mumbai, bombay, мумба*, 孟买, ムンバイ, 뭄바이
delhi | delhi, noida, дели, 德里, デリー, 델리
bangalore | bangalore, bengaluru, бангалор*, 班加罗尔, バンガロール, 벵갈루루
chennai | chennai, madras, ченна*, 金奈, チェンナイ, 첸나이
gujarat | gujarat, dholera, sanand, гуджарат*, 古吉拉特, グジャラート, 구자라트
jebelali | jebel ali, djebel ali, yebel ali, джебель али, 杰贝阿里, 傑貝阿里, ジュベル・アリ, 제벨알리
dubai | dubai, dubái, dubaï, дуба*, 迪拜, 杜拜, ドバイ, 두바이, دبي
abudhabi | abu dhabi, abou dabi, абу даби, 阿布扎比, アブダビ, 아부다비
riyadh | riyadh, riyad, riad, эр рияд*, 利雅得, リヤド, 리야드
istanbul | istanbul, estambul, ambarlı, стамбул*, 伊斯坦布尔, イスタンブール, 이스탄불
mersin | mersin, мерсин*, 梅尔辛
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
almaty | almaty, астана, astana, алмат*, 阿拉木图
haifa | haifa, kiryat gat, tel aviv, тель авив*, 特拉维夫, テルアビブ, 텔아비브
sydney | sydney, сидне*, 悉尼, 雪梨, シドニー, 시드니
toronto | toronto, торонто, 多伦多, トロント, 토론토
montreal | montreal, montréal, bromont, монреал*, 蒙特利尔, モントリオール
vancouver | vancouver, ванкувер*, 温哥华, バンクーバー
davos | davos, давос*, 达沃斯, ダボス, 다보스
hwaseong | hwaseong, хвасон*, 华城, 華城, ファソン, 화성시, 화성캠퍼스, 화성사업장
gyeonggi | gyeonggi, кёнги, 京畿, 京畿道, 경기도
giheung | giheung, 器兴, 器興, 기흥
gumi | gumi, 龟尾, 亀尾, クミ, 구미시, 구미공장
ulsan | ulsan, ульсан*, 蔚山, 울산
gwangju | gwangju, кванджу, 光州, 광주
daejeon | daejeon, тэджон*, 大田广域市, 대전시, 대전의, 대전공장
pohang | pohang, пхохан*, 浦项, 浦項, 포항
gwangyang | gwangyang, 光阳, 光陽, 광양항
huanggang | huanggang, хуанган*, 皇岗, 皇崗
yantian | yantian, яньтянь, 盐田港, 鹽田港, 盐田口岸
shekou | shekou, 蛇口
songshanlake | songshan lake, 松山湖
yangshan | yangshan, 洋山, 洋山港
pudong | pudong, пудун*, 浦东, 浦東
nansha | nansha, 南沙港, 南沙口岸
gongbei | gongbei, 拱北
kwaichung | kwai chung, kwai tsing, 葵涌, 葵青
cheklapkok | chek lap kok, hong kong international airport, 赤鱲角, 香港国际机场, 香港國際機場
lokmachau | lok ma chau, 落马洲, 落馬洲
tuas | tuas, туас, 大士港
changi | changi, чанги, 樟宜, チャンギ, 창이공항
tampa | tampa, тампа, 坦帕, タンパ, 탬파
longbeach | long beach, лонг бич*, 长滩, 長灘, ロングビーチ, 롱비치
oakland | oakland, окленд*, 奥克兰港
savannah | savannah, саванн*, 萨凡纳
newark | newark, ньюарк*, 纽瓦克, ニューアーク, 뉴어크
laredo | laredo, ларедо
detroit | detroit, детройт*, 底特律, デトロイト, 디트로이트
felixstowe | felixstowe, феликстоу, 费利克斯托
southampton | southampton, саутгемптон*, 南安普敦
heathrow | heathrow, хитроу, 希思罗, 希斯路, ヒースロー, 히스로
bremerhaven | bremerhaven, бремерхафен*, 不来梅港
duisburg | duisburg, дуйсбург*, 杜伊斯堡
saarland | saarland, sarre, ensdorf
leixlip | leixlip, kildare, 莱克斯利普
piraeus | piraeus, pirée, piräus, pireo, пире(й|я|е), 比雷埃夫斯, ピレウス, 피레우스
gioiatauro | gioia tauro
mundra | mundra, 蒙德拉
nhavasheva | nhava sheva
khorgos | khorgos, horgos, хоргос*, 霍尔果斯, ホルゴス
manzhouli | manzhouli, 满洲里
zabaikalsk | zabaikalsk, забайкальск*
brest | brest litovsk, брест*
minsk | minsk, минск*, 明斯克, ミンスク
bishkek | bishkek, бишкек*, 比什凯克, ビシケク
yerevan | yerevan, erevan, ереван*, 埃里温
tbilisi | tbilisi, тбилиси, 第比利斯
ashdod | ashdod, ашдод*
tanjungpelepas | tanjung pelepas, 丹戎帕拉帕斯
johorbahru | johor bahru, джохор бару, 柔佛新山, ジョホールバル, 조호르바루
selangor | selangor, селангор*, 雪兰莪, 雪蘭莪, スランゴール
kulim | kulim, 居林
batam | batam, батам*, 巴淡, バタム, 바탐
clark | clark freeport
haneda | haneda, ханэда, 羽田空港
yokkaichi | yokkaichi, ёккаити, 四日市, 욧카이치
kitakami | kitakami, 北上工場
hitachinaka | hitachinaka, ひたちなか
higashihiroshima | higashihiroshima, 東広島, 东广岛
miyazaki | miyazaki, 宮崎県, 宫崎
nagasaki | nagasaki, нагасаки, 長崎, 长崎, 나가사키
noto | noto peninsula, 能登
taitung | taitung, 台东, 台東, 타이둥
yilan | yilan, 宜兰, 宜蘭
`;

/** The places by id. */
export const places = compilePhrases(PLACES);
