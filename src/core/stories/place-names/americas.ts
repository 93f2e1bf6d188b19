/** North and South America: `id | name, name …`, as `places.ts` reads it. */
export const AMERICAS = `
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
saopaulo | são paulo, sao paulo, san pablo, сан паулу, 圣保罗, サンパウロ, 상파울루
campinas | campinas, viracopos, 坎皮纳斯, カンピナス
santos | santos, 桑托斯, サントス
manaus | manaus, манаус*, 马瑙斯, マナウス
mexicocity | mexico city, ciudad de méxico, мехико, 墨西哥城, メキシコシティ, 멕시코시티
guadalajara | guadalajara, 瓜达拉哈拉, グアダラハラ
tijuana | tijuana, тихуан*, 蒂华纳, ティファナ
manzanillo | manzanillo, 曼萨尼约, マンサニージョ
toronto | toronto, торонто, 多伦多, トロント, 토론토
montreal | montreal, montréal, bromont, монреал*, 蒙特利尔, モントリオール
vancouver | vancouver, ванкувер*, 温哥华, バンクーバー
tampa | tampa, тампа, 坦帕, タンパ, 탬파
longbeach | long beach, лонг бич*, 长滩, 長灘, ロングビーチ, 롱비치
oakland | oakland, окленд*, 奥克兰港
savannah | savannah, саванн*, 萨凡纳
newark | newark, ньюарк*, 纽瓦克, ニューアーク, 뉴어크
laredo | laredo, ларедо
detroit | detroit, детройт*, 底特律, デトロイト, 디트로이트
montevideo | montevideo, монтевидео, 蒙得维的亚
fraybentos | fray bentos
buenosaires | buenos aires, ezeiza, буэнос айрес*, 布宜诺斯艾利斯, ブエノスアイレス
santiago | santiago de chile, 圣地亚哥
iquique | iquique, zofri, 伊基克
valparaiso | valparaíso, valparaiso, 瓦尔帕莱索
lima | el callao, callao
bogota | bogotá, bogota, богот*, 波哥大
cartagena | cartagena, картахен*, 卡塔赫纳
panama | panama city, zona libre de colón, colón free zone, 科隆自由区
monterrey | monterrey, монтеррей*, 蒙特雷
veracruz | veracruz, веракрус*, 韦拉克鲁斯
ciudadjuarez | ciudad juárez, ciudad juarez, juárez, 华雷斯城
puebla | puebla, пуэбл*, 普埃布拉
foz | foz do iguaçu, ciudad del este, 伊瓜苏
guarulhos | guarulhos, viracopos, гуарульос*
riodejaneiro | rio de janeiro, рио де жанейро, 里约热内卢, リオデジャネイロ
portland | portland, hillsboro, 波特兰, 希尔斯伯勒
denver | denver, денвер*, 丹佛, デンバー
atlanta | atlanta, атлант*, 亚特兰大, アトランタ, 애틀랜타
memphis | memphis, мемфис*, 孟菲斯, メンフィス
louisville | louisville, луисвилл*, 路易斯维尔
anchorage | anchorage, анкоридж*, 安克雷奇, アンカレッジ
philadelphia | philadelphia, филадельфи*, 费城, フィラデルフィア
minneapolis | minneapolis, миннеаполис*, 明尼阿波利斯
sandiego | san diego, сан диего, 圣迭戈, サンディエゴ, 샌디에이고
honolulu | honolulu, гонолулу, 檀香山, ホノルル
elpaso | el paso, эль пасо, 埃尔帕索
taylor | taylor texas, 泰勒市
maltany | malta new york, saratoga county
syracuse | syracuse, clay new york
manassas | manassas, 马纳萨斯
windsor | windsor ontario, 温莎
halifax | halifax, галифакс*
`;
