import { describe, expect } from 'vitest';
import { chooseArticle } from '../../../src/core/plausibility/choose-article.ts';
import { variantTest } from '../../cases/support/cases.ts';

/** Headline, first sentence, further sentence of the feed, and the request of the page. */
const PAGES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  et: ['Toll peatas Paldiskis kiibisaadetise', 'Tolliametnikud peatasid pühapäeval Paldiski sadamas konteineri kiipidega.', 'Kaks inimest on vahi all, ütles prokurör Tallinnas, ja last oli deklareeritud mänguasjadena.', 'Artikli edasi lugemiseks vormista tellimus või logi sisse.'],
  lv: ['Muita Rīgas ostā aptur mikroshēmu kravu', 'Muitnieki svētdien Rīgas ostā apturēja konteineru ar mikroshēmām.', 'Divi cilvēki ir aizturēti, paziņoja prokurors, un krava bija deklarēta kā rotaļlietas.', 'Lai turpinātu lasīt, abonējiet vai ienāciet savā profilā.'],
  lt: ['Muitinė Klaipėdoje sulaikė lustų krovinį', 'Muitininkai sekmadienį Klaipėdos uoste sulaikė konteinerį su lustais.', 'Du žmonės suimti, pranešė prokuroras, o krovinys buvo deklaruotas kaip žaislai.', 'Norėdami skaityti toliau, prenumeruokite arba prisijunkite.'],
  sl: ['Cariniki v Kopru ustavili pošiljko čipov', 'Cariniki so v nedeljo v koprskem pristanišču ustavili zabojnik s čipi.', 'Dve osebi sta priprti, je sporočil tožilec, pošiljka pa je bila prijavljena kot igrače.', 'Za nadaljevanje branja se prijavite ali naročite.'],
  is: ['Tollurinn stöðvar örflögur í Sundahöfn', 'Tollverðir stöðvuðu á sunnudag gám með örflögum í Sundahöfn.', 'Tveir menn eru í haldi, segir saksóknari, og farmurinn var skráður sem leikföng.', 'Skráðu þig inn eða kauptu áskrift til að lesa áfram.'],
  ka: ['საბაჟომ ფოთში ჩიპების ტვირთი დააკავა', 'მებაჟეებმა კვირას ფოთის პორტში ჩიპებიანი კონტეინერი დააკავეს.', 'ორი ადამიანი დაკავებულია, განაცხადა პროკურორმა, ტვირთი კი სათამაშოებად იყო გაფორმებული.', 'კითხვის გასაგრძელებლად გაიარეთ ავტორიზაცია ან გამოიწერეთ.'],
  hy: ['Մաքսավորները չիպերի բեռ են կանգնեցրել', 'Մաքսավորները կիրակի օրը Մեղրիում կանգնեցրել են չիպերով բեռնատար։', 'Երկու մարդ ձերբակալվել է, հայտնեց դատախազը, իսկ բեռը ձևակերպված էր որպես խաղալիք։', 'Կարդալը շարունակելու համար մուտք գործեք կամ բաժանորդագրվեք։'],
  bn: ['চট্টগ্রামে চিপের চালান আটক', 'কাস্টমস কর্মকর্তারা রোববার চট্টগ্রাম বন্দরে চিপভর্তি একটি কনটেইনার আটক করেছেন।', 'দুজনকে গ্রেপ্তার করা হয়েছে বলে জানিয়েছেন কৌঁসুলি, আর চালানটি খেলনা হিসেবে ঘোষণা করা হয়েছিল।', 'পড়া চালিয়ে যেতে লগ ইন করুন বা সাবস্ক্রাইব করুন।'],
  ur: ['کراچی میں چپس کی کھیپ ضبط', 'کسٹم حکام نے اتوار کو کراچی بندرگاہ پر چپس سے بھرا کنٹینر روک لیا۔', 'دو افراد گرفتار ہیں، استغاثہ نے بتایا، اور کھیپ کھلونوں کے طور پر ظاہر کی گئی تھی۔', 'مزید پڑھنے کے لیے لاگ ان کریں یا سبسکرائب کریں۔'],
}; // biome-ignore format: a table

describe('the beginning of a report and a request to subscribe', () => {
  for (const [language, [title, first, further, request]] of Object.entries(PAGES)) {
    const published = new Date('2026-03-02T08:00:00Z');
    const choose = (paragraphs: readonly string[]) =>
      chooseArticle(
        {
          html: `<html lang="${language}"><head><title>${title}</title></head><body><main><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`,
          requested: 'https://outlet.example/a/1',
          url: 'https://outlet.example/a/1',
        },
        {
          url: 'https://outlet.example/a/1',
          title,
          author: undefined,
          summary: `${first} ${further}`,
          content: undefined,
          published,
        },
      ).article;
    variantTest(`${language}: the feed’s text stands`, () => {
      const { text } = choose([first, request]);
      expect(text).toContain(further);
      expect(text).not.toContain(request);
    });
    variantTest(`${language}: without the request the page’s text stands`, () => {
      expect(choose([first, further]).text).toContain(further);
    });
  }
});
