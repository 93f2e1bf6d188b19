/** Japan and Korea: `id | name, name …`, as `places.ts` reads it. */
export const JAPAN_AND_KOREA = `
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
hwaseong | hwaseong, хвасон*, 华城, 華城, ファソン, 화성시, 화성캠퍼스, 화성사업장
gyeonggi | gyeonggi, кёнги, 京畿, 京畿道, 경기도
giheung | giheung, 器兴, 器興, 기흥
gumi | gumi, 龟尾, 亀尾, クミ, 구미시, 구미공장
ulsan | ulsan, ульсан*, 蔚山, 울산
gwangju | gwangju, кванджу, 光州, 광주
daejeon | daejeon, тэджон*, 大田广域市, 대전시, 대전의, 대전공장
pohang | pohang, пхохан*, 浦项, 浦項, 포항
gwangyang | gwangyang, 光阳, 光陽, 광양항
haneda | haneda, ханэда, 羽田空港
yokkaichi | yokkaichi, ёккаити, 四日市, 욧카이치
kitakami | kitakami, 北上工場
hitachinaka | hitachinaka, ひたちなか
higashihiroshima | higashihiroshima, 東広島, 东广岛
miyazaki | miyazaki, 宮崎県, 宫崎
nagasaki | nagasaki, нагасаки, 長崎, 长崎, 나가사키
noto | noto peninsula, 能登
fukuoka | fukuoka, hakata, фукуока, 福岡, 博多, 후쿠오카
moji | moji, 門司
sapporo | sapporo, chitose, саппоро, 札幌, 千歳市, 삿포로
kyoto | kyoto, киото, 京都市, 京都府, 교토
kansai | kansai airport, 関西空港, 关西机场, 간사이공항
chiba | chiba, ichihara, тиба, 千葉, 千叶, 지바, 이치하라
oita | oita, 大分市, 大分県
iwate | iwate, 岩手, 이와테
daegu | daegu, тэгу, 大邱, テグ, 대구시, 대구세관
suwon | suwon, сувон*, 水原, 水原市, スウォン, 수원시
cheonan | cheonan, 天安市, チョナン, 천안
pangyo | pangyo, 판교
`;
