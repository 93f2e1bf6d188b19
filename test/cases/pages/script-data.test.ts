import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import { feedOf, html, type Outcome, readOutlet } from '../support/page-outlet.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

interface Report {
  readonly title: string;
  readonly body: readonly string[];
  readonly other: string;
}

const SV: Report = {
  title: 'Tullverket stoppar grafikkort på väg till Ryssland',
  body: [
    'Tullverket har i Malmö stoppat sexhundra grafikkort som omfattas av exportförbudet för avancerade chip till Ryssland.',
    'Korten låg i en lastbil som enligt papperen körde barnvagnar till Almaty, säger tullens presstalesman på måndagen.',
    'Åklagaren har begärt två personer häktade. Den ena äger speditionsfirman och nekar till brott.',
  ],
  other: 'Bageriet i Ystad öppnar en andra butik vid stranden. Ägaren säger att brödet tar slut före lunch.',
};
const VI: Report = {
  title: 'Hải quan Hải Phòng chặn lô chip bị cấm xuất khẩu',
  body: [
    'Hải quan Hải Phòng hôm thứ Hai đã chặn một lô ba trăm chip đồ họa bị cấm xuất khẩu, khai là linh kiện đồ chơi.',
    'Theo tờ khai, lô hàng được chuyển sang một công ty ở Vladivostok vừa được thành lập tháng trước.',
    'Cơ quan điều tra đã mời giám đốc công ty giao nhận đến làm việc và niêm phong kho hàng của công ty này.',
  ],
  other: 'Tiệm bánh ở bến cảng mở cửa hàng thứ hai gần bãi biển. Bà chủ nói bánh thường hết trước buổi trưa.',
};
const EL: Report = {
  title: 'Το τελωνείο του Πειραιά κατάσχεσε απαγορευμένα τσιπ',
  body: [
    'Το τελωνείο του Πειραιά κατάσχεσε τη Δευτέρα διακόσιες κάρτες γραφικών των οποίων απαγορεύεται η εξαγωγή στη Ρωσία.',
    'Το φορτίο είχε δηλωθεί ως παιχνίδια και θα έφευγε για το Βλαδιβοστόκ, όπως δείχνουν τα χαρτιά του εκτελωνιστή.',
    'Η εισαγγελία ξεκίνησε έρευνα για ψευδή δήλωση και καλεί τον εκτελωνιστή την Τετάρτη.',
  ],
  other: 'Ο φούρνος του λιμανιού ανοίγει δεύτερο μαγαζί στην παραλία. Το ψωμί τελειώνει πριν το μεσημέρι.',
};

const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const data = ({ title, body, other }: Report) => ({
  site: { help: `${other} ${other}` },
  posts: [{ title: other.slice(0, 30), content: `<p>${other}</p>` }],
  post: { title, content: paragraphs(body), date_published: '2026-03-02T07:55:00Z' },
});
const FORMS: readonly [string, Report, (story: Report) => string][] = [
  ['a stream of server components', SV, (s) => `<script>self.__next_f.push([1,${JSON.stringify(`0:["$","$L2",null,${JSON.stringify(data(s))}]\n`)}])</script>`],
  ['a state', VI, (s) => `<script>window.__INITIAL_STATE__=${JSON.stringify(data(s)).replaceAll('</', String.raw`<\/`)}</script>`],
  ['an attribute', EL, (s) => `<main data-page='${JSON.stringify(data(s))}'></main>`],
  ['JSON-LD', EL, (s) => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: s.title, articleBody: s.body.join('\n') })}</script>`],
]; // biome-ignore format: a table

let number = 700;
function read(story: Report, description: string, main: string): Promise<Outcome> {
  const path = `/2026/03/02/story-${number++}.html`;
  const page = `<!doctype html><title>${story.title}</title><body>${main}</body>`;
  return readOutlet(bench, feedOf([{ title: story.title, path, description }]), () => html(page));
}

describe('the article in a page’s data', () => {
  for (const [name, story, form] of FORMS) {
    variantTest(`as ${name}, is read where the page shows nothing`, async () => {
      const { articles } = await read(story, ' ', `<div id="app"></div>${form(story)}`);
      expect(articles[0]?.text).toBe(story.body.join('\n\n'));
    });

    variantTest(`as ${name}, is read where the page shows less than the feed`, async () => {
      const shown = `<article><h1>${story.title}</h1><p>${story.body[0]}</p></article>`;
      const said = story.body.slice(0, 2).join(' ');
      const { articles } = await read(story, said, `${shown}${form(story)}`);
      expect(articles[0]?.text).toBe(story.body.join('\n\n'));
    });
  }

  // A headline and a body in one node of JSON-LD belong together.
  for (const [name, story, form] of FORMS.slice(0, 3))
    variantTest(`as ${name}, is not read in the place of another`, async () => {
      const other = { ...story, body: [story.other, `${story.other} ${story.other}`, story.other] };
      const shown = `<article><h1>${story.title}</h1><p>${story.body[0]}</p></article>`;
      const { articles } = await read(story, story.body.join(' '), `${shown}${form(other)}`);
      expect(articles[0]).toMatchObject({ via: 'feed', text: story.body.join(' ') });
    });
});
