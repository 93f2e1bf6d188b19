import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, readVariant } from '../support/pages.ts';

/** A headline and its report, with a short sentence in each paragraph. */
type Flash = readonly [headline: string, sentences: readonly string[]];

// biome-ignore format: a table
const FLASHES: Readonly<Record<string, readonly Flash[]>> = {
 ja: [['米政府、中国半導体企業12社を禁輸リストに追加',['米商務省は30日、中国の半導体企業12社を輸出規制の対象に追加した。','対象企業は第三国を経由して半導体を調達していた。','措置は即日発効する。']],['プロ野球、新人王に若手投手を選出',['プロ野球の新人王に、20歳の若手投手が選ばれた。','投手は「ファンのおかげ」と語った。','来季は二桁勝利を目指す。']],['紅葉の名所、来場者が過去最多に',['京都の紅葉の名所で今年の来場者が過去最多となった。','市は臨時バスを増やした。','見頃は今週末までと予想される。']]],
 en: [['US adds twelve Chinese chip firms to list',['Washington on Monday put twelve chip firms on a blacklist.','They had bought accelerators through shell companies.','The rule takes effect at once.']],['Young pitcher is named rookie of the year',['A pitcher of twenty has been named rookie of the year.','He thanked the fans after the ceremony.','Next season he wants ten wins.']],['Record crowds visit autumn gardens',['More people than ever came to see the red maples.','The city sent additional buses.','The leaves will last until Sunday.']]],
 ko: [['미국, 중국 반도체 기업 12곳 수출통제',['미국 상무부는 중국 반도체 기업 12곳을 수출통제 명단에 올렸다.','이들은 제3국을 통해 칩을 들여온 혐의를 받는다.','이번 조치는 즉시 시행된다.']],['프로야구 신인왕에 스무 살 투수',['올해 프로야구 신인왕으로 스무 살 투수가 뽑혔다.','그는 팬들의 응원 덕분이라고 말했다.','내년에는 두 자릿수 승리가 목표다.']],['단풍 명소 방문객 역대 최다 기록',['단풍 명소를 찾은 방문객이 올해 가장 많았다.','시는 임시 버스를 늘렸다.','이번 주말까지 절정이 이어질 전망이다.']]],
 ru: [['США внесли двенадцать фирм в чёрный список',['Вашингтон внёс двенадцать производителей чипов в список.','Они покупали ускорители через подставные фирмы.','Правило вступает в силу сразу.']],['Молодой питчер признан новичком года',['Двадцатилетний игрок назван лучшим новичком сезона.','Он поблагодарил болельщиков за поддержку.','В новом сезоне он хочет десять побед.']],['Осенние сады посетило рекордное число гостей',['Посмотреть на красные клёны пришло больше людей, чем обычно.','Город добавил автобусы.','Листья продержатся до воскресенья.']]],
 zh: [['美国将十二家中国芯片企业列入清单',['美国商务部周一把十二家半导体企业列入清单。','这些企业曾通过空壳公司购买加速器。','新规立即生效。']],['二十岁投手当选年度最佳新人',['一名二十岁的投手当选本赛季最佳新人。','他在颁奖礼上感谢球迷。','下赛季的目标是十场胜利。']],['红叶景区游客人数创新高',['今年前来观赏红叶的游客人数创下纪录。','市政府加开了公交车。','最佳观赏期到周末为止。']]],
 ar: [['واشنطن تضيف اثنتي عشرة شركة إلى القائمة',['أضافت واشنطن اثنتي عشرة شركة رقائق إلى القائمة السوداء.','اشترت الشركات مسرعات عبر وسطاء.','يسري القرار فورا.']],['لاعب شاب يفوز بجائزة أفضل وافد',['فاز لاعب في العشرين بجائزة أفضل وافد جديد.','وشكر اللاعب جماهير فريقه.','ويأمل في عشرة انتصارات.']],['عدد قياسي من زوار حدائق الخريف',['زار الحدائق عدد من الناس أكبر من أي وقت مضى.','وأضافت المدينة حافلات.','وتستمر الألوان حتى الأحد.']]],
};

const LAYOUTS: Readonly<Record<string, (headline: string, text: string) => string>> = {
  articles: (headline, text) => `<article><h1>${headline}</h1>${text}</article>`,
  'boxes of one class': (headline, text) =>
    `<div class="article-unit"><h1 class="t">${headline}</h1><div class="body">${text}</div></div>`,
  sections: (headline, text) =>
    `<section class="x7"><header><h1>${headline}</h1></header><div>${text}</div></section>`,
  'stories under smaller headings': (headline, text) =>
    `<div class="story"><h2>${headline}</h2>${text}</div>`,
};

describe.each(Object.keys(FLASHES))('a page of flashes, in %s', (lang) => {
  const [own, ...others] = FLASHES[lang] as [Flash, Flash, Flash];
  const read = (layout: (headline: string, text: string) => string, flashes: readonly Flash[]) => {
    const main = flashes.map(([headline, sentences]) => layout(headline, inParagraphs(sentences))).join('');
    return readVariant(pageOf(main, { title: own[0], lang })).text.split('\n\n');
  };
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    variantTest(`in ${name}, keeps the first alone`, () => {
      expect(read(layout, [own, ...others])).toEqual(own[1]);
    });
    variantTest(`in ${name}, keeps the last alone`, () => {
      expect(read(layout, [...others, own])).toEqual(own[1]);
    });
  }
});
