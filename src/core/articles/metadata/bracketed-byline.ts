import { isNewsroom } from './asian-bylines.ts';

/**
 * Common surnames. Beside a headline a word in brackets may be a section or a series as well (`【半導体】`, `【解説】`), so
 * only what begins with a surname is a name there.
 */
const JAPANESE = new Set(
  `佐藤 鈴木 高橋 田中 渡辺 渡邊 渡部 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 阿部 池田 橋本 山下
  石川 中島 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 坂本 遠藤 藤井 青木 福田 三浦 西村 藤原 太田 松田 原田 岡本 中野 中川 小野 田村 竹内
  金子 和田 中山 藤本 石田 上田 森田 小島 柴田 宮崎 宮本 酒井 工藤 横山 宮田 内田 高木 安藤 谷口 大野 丸山 今井 河野 高田 藤川 武田 上野 杉山
  千葉 村田 増田 小山 大塚 平野 菅原 久保 松井 岩崎 桜井 木下 野口 松尾 菊地 菊池 野村 新井 佐野 渡会 古川 杉本 大西 市川 小松 島田 水野 山内
  高野 吉川 西田 西川 北村 五十嵐 安田 中田 川口 平田 川崎 飯田 吉村 本田 久保田 沢田 岩田 服部 川上 永井 松岡 田口 福島 矢野 樋口
  山中 森本 秋山 中西 小池 大島 岡崎 篠原 荒木 松村 望月 松下 永田 早川 荒井 児玉 浅野 大久保 広瀬 片山 熊谷 尾崎 須藤 黒田 小沢 内藤 星野
  石原 石橋 大谷 三宅 白井 大橋 田辺 河合 成田 馬場 若林 土屋 村井 古賀 西山 小野寺 宮川 萩原 富田 奥村 津田 関口 栗原 片岡 原口 桑原 桑田
  根本 松永 榎本 堀内 神田 相馬 岡村 桜庭 今村 川村 米田 田島 武藤 上原 平井 北川 水谷 岸本 大森 本間 堀江 落合 戸田 鎌田 塚本 日高 藤沢`.split(
    /\s+/,
  ),
);
/** Those that are ordinary characters more often (高, 金, 方) are left out. */
const CHINESE = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭潘袁蔡蒋蔣余杜叶葉魏苏蘇吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范廖韦韋贾賈邹鄒熊孟秦阎閻薛侯雷龙龍段郝邵史陶黎贺賀顾顧毛龚龔邱庄莊赖賴詹洪游巫',
);
const COMPOUND = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|张简|張簡|范姜|欧陽)/u;
/** Last characters of words that are no names: firms, offices, papers, people of an occupation. */
const NO_NAME =
  /[部局署院会會社司厂廠所校党黨国國市省县縣県區区州村城港员員者业業学學技化性书書刊报報讯訊版网網人车車机機铁鐵场場战戰权權法案论論题題录錄検裁発駅連研器輪店大線橋]$/u;

/** A place before or after a name: `ソウル＝佐藤健一`, `佐藤健一＝ソウル`. */
const PLACE = '[\\p{sc=Katakana}ー・]{2,10}|[\\p{sc=Han}]{2,4}';
const NAME = '[\\p{sc=Han}々]{2,4} ?[\\p{sc=Han}々\\p{sc=Hiragana}\\p{sc=Katakana}ー]{0,4}';
const PLACED = new RegExp(`^(?:(?:${PLACE})[=・](${NAME})|(${NAME})=(?:${PLACE}))$`, 'u');
const IN_BRACKETS = /[【〔（([]([^【】〔〕（）()[\]]{2,30})[】〕）)\]]/gu;
/** A line that is one name, without brackets. */
const A_NAME = new RegExp(`^${NAME}$`, 'u');
const WHOLE_PLACED = new RegExp(`^${NAME}=(?:[\\p{sc=Katakana}ー]{2,10})$`, 'u');

/**
 * The authors that a line beside the headline names in brackets, in Japanese or Chinese, without a word for the author:
 * `【佐藤健一】`, `（佐藤健一、鈴木一郎）`, `【ソウル＝佐藤健一】`, `佐藤健一＝ソウル`, also beside a date.
 */
export function bracketedAuthors(line: string): string[] {
  if (line.length > 80 || !/[\u4e00-\u9fff]/.test(line)) return [];
  const text = line.normalize('NFKC').trim();
  if (WHOLE_PLACED.test(text)) return namesIn(text);
  for (const [whole, inside] of text.matchAll(IN_BRACKETS)) {
    const rest = text.replace(whole, '');
    // Beside other words than a date, the brackets explain a word.
    if (/[\p{L}]/u.test(rest.replace(/[年月日時分点點时上午下前後公開更新配信発布发]/gu, ''))) continue;
    const names = namesIn(inside!.trim());
    if (names.length > 0) return names;
  }
  return [];
}

/** `王小明／综合报导`. */
const REPORTED = /\s?\/\s?\p{sc=Han}{0,8}(?:报道|報導|报导)$/u;

function namesIn(inside: string): string[] {
  const parts = inside
    .replace(REPORTED, '')
    .split(/[、,]/u)
    .map((part) => part.trim());
  const names = parts.map((part) => {
    const placed = PLACED.exec(part);
    return placed?.[1] ?? placed?.[2] ?? part;
  });
  const isAll = names.every((name) => isName(name));
  return isAll && names.every((name) => !isNewsroom(name)) ? names : [];
}

function isName(name: string): boolean {
  const bare = name.replace(' ', '');
  if (bare.length < 3 || bare.length > 7 || NO_NAME.test(bare)) return false;
  if (!A_NAME.test(name)) return false;
  const isJapanese = [3, 2].some(
    (length) => JAPANESE.has(bare.slice(0, length)) && bare.length - length >= 1 && bare.length - length <= 4,
  );
  const isChinese = (CHINESE.has(bare[0]!) && bare.length === 3) || (COMPOUND.test(bare) && bare.length <= 4);
  return isJapanese || isChinese;
}
