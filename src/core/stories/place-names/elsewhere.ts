/** Central, South and South-East Asia, the Middle East, Africa and Oceania: `id | name, name …`, as `places.ts` reads it. */
export const ELSEWHERE = `
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
almaty | almaty, астана, astana, алмат*, 阿拉木图
haifa | haifa, kiryat gat, tel aviv, тель авив*, 特拉维夫, テルアビブ, 텔아비브
sydney | sydney, сидне*, 悉尼, 雪梨, シドニー, 시드니
tuas | tuas, туас, 大士港
changi | changi, чанги, 樟宜, チャンギ, 창이공항
mundra | mundra, 蒙德拉
nhavasheva | nhava sheva
tabriz | tabriz*, täbris, tebriz*, тебриз*, 大不里士, タブリーズ, 타브리즈, تبريز
pasirgudang | pasir gudang, 巴西古当, パシールグダン, 파시르구당
vadodara | vadodara, baroda, वडोदरा
bishkek | bishkek, bischkek, bichkek, biszkek*, biskek, bişkek*, бишкек*, 比什凯克, ビシケク
yerevan | yerevan, erevan, ереван*, 埃里温
tbilisi | tbilisi, тбилиси, 第比利斯
ashdod | ashdod, ашдод*
tanjungpelepas | tanjung pelepas, 丹戎帕拉帕斯
johorbahru | johor bahru, джохор бару, 柔佛新山, ジョホールバル, 조호르바루
selangor | selangor, селангор*, 雪兰莪, 雪蘭莪, スランゴール
kulim | kulim, 居林
batam | batam, батам*, 巴淡, バタム, 바탐
clark | clark freeport
tashkent | tashkent, ташкент*, 塔什干, タシケント
astana | astana, астан*, 阿斯塔纳, アスタナ
baku | baku, bakou, баку, 巴库, バクー
tehran | tehran, teheran, téhéran, teherán, тегеран*, 德黑兰, テヘラン, 테헤란
bandarabbas | bandar abbas, bandar-e abbas, бендер аббас*, 阿巴斯港
baghdad | baghdad, bagdad, багдад*, 巴格达, バグダッド
doha | doha, доха, 多哈, ドーハ, 도하
muscat | muscat, mascate, маскат*, 马斯喀特
jeddah | jeddah, djeddah, джидд*, 吉达, ジッダ
cairo | cairo, le caire, kairo, el cairo, каир*, 开罗, カイロ, 카이로
portsaid | port said, port saïd, порт саид*, 塞得港
casablanca | casablanca, касабланк*, 卡萨布兰卡, カサブランカ
tangier | tangier, tanger, tánger, танжер*, 丹吉尔
lagos | lagos port, apapa, 拉各斯
nairobi | nairobi, найроби, 内罗毕, ナイロビ
mombasa | mombasa, момбас*, 蒙巴萨
durban | durban, дурбан*, 德班, ダーバン
johannesburg | johannesburg, йоханнесбург*, 约翰内斯堡, ヨハネスブルク
karachi | karachi, карачи, 卡拉奇, カラチ
lahore | lahore, лахор*, 拉合尔
dhaka | dhaka, дакка, 达卡, ダッカ
chittagong | chittagong, chattogram, читтагонг*, 吉大港
colombo | colombo, коломбо, 科伦坡, コロンボ
kathmandu | kathmandu, катманду, 加德满都, カトマンズ
hyderabad | hyderabad, хайдарабад*, 海得拉巴, ハイデラバード
kolkata | kolkata, calcutta, колкат*, 加尔各答, コルカタ
sanand | sanand, dholera, 萨南德
noida | noida, नोएडा, 诺伊达
yangon | yangon, rangoon, янгон*, 仰光, ヤンゴン
phnompenh | phnom penh, пномпен*, 金边, プノンペン
vientiane | vientiane, вьентьян*, 万象
suvarnabhumi | suvarnabhumi, สุวรรณภูมิ, 素万那普
noibai | noi bai, nội bài, 内排
tansonnhat | tan son nhat, tân sơn nhất, 新山一
danang | da nang, đà nẵng, дананг*, 岘港, ダナン
mongcai | mong cai, móng cái, 芒街
langson | lang son, lạng sơn, hữu nghị, 谅山, 友谊关
surabaya | surabaya, сурабая, 泗水, スラバヤ
cebu | cebu, себу, 宿务, セブ
perth | perth, перт, 珀斯, パース
melbourne | melbourne, мельбурн*, 墨尔本, メルボルン, 멜버른
canberra | canberra, канберр*, 堪培拉, キャンベラ
brisbane | brisbane, брисбен*, 布里斯班, ブリスベン
auckland | auckland, окленд*, 奥克兰, オークランド, 오클랜드
`;
