/** China, Hong Kong, Macau and Taiwan: `id | name, name …`, as `places.ts` reads it. */
export const GREATER_CHINA = `
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
khorgos | khorgos, horgos, хоргос*, 霍尔果斯, ホルゴス
manzhouli | manzhouli, 满洲里
taitung | taitung, 台东, 台東, 타이둥
yilan | yilan, 宜兰, 宜蘭
fuzhou | fuzhou, фучжоу, 福州, 푸저우
quanzhou | quanzhou, цюаньчжоу, 泉州
zhengzhou | zhengzhou, чжэнчжоу, 郑州, 鄭州, 鄭州市, 정저우
changsha | changsha, чанша, 长沙, 長沙, 창사
jinan | jinan, цзинань, 济南, 濟南, 지난시
shenyang | shenyang, шэньян*, 沈阳, 瀋陽, 선양
harbin | harbin, харбин*, 哈尔滨, 哈爾濱, 하얼빈
changchun | changchun, чанчунь, 长春, 長春, 창춘
kunming | kunming, куньмин*, 昆明, 쿤밍
nanning | nanning, pingxiang, наньнин*, 南宁, 凭祥
haikou | haikou, hainan, хайнань, 海口, 海南, 하이난
zhangjiang | zhangjiang, 张江, 張江
lanzhou | lanzhou, ланьчжоу, 兰州, 蘭州
urumqi | urumqi, урумчи, 乌鲁木齐, 烏魯木齊, 우루무치
alashankou | alashankou, 阿拉山口
hulunbuir | hulunbuir, 呼伦贝尔
ulanqab | ulanqab, 乌兰察布
jiangmen | jiangmen, 江门, 江門
zhanjiang | zhanjiang, 湛江
huaqiangbei | huaqiangbei, хуацянбэй, 华强北, 華強北, 화창베이
futian | futian, 福田口岸, 福田保税
liantang | liantang, 莲塘口岸, 蓮塘
yuenlong | yuen long, 元朗
tsingyi | tsing yi, 青衣
shamshuipo | sham shui po, 深水埗
kinmen | kinmen, quemoy, 金门, 金門
miaoli | miaoli, 苗栗
`;
