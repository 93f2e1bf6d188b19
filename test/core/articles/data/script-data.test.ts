import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/core/articles/extract-article.ts';

interface Story {
  readonly language: string;
  readonly title: string;
  readonly body: readonly [string, string, string];
  readonly other: { readonly title: string; readonly body: string };
}

const STORIES: readonly Story[] = [
  {
    language: 'pl',
    title: 'Ministerstwo zaostrza kontrolę eksportu maszyn litograficznych',
    body: [
      'Od marca każda firma, która wysyła części do maszyn litograficznych, będzie potrzebować licencji. Poinformował o tym minister.',
      'Urząd spodziewa się czterdziestu wniosków rocznie, głównie na części zamienne i "wizyty serwisowe" u klientów.',
      'Eksporterzy prosili o okres przejściowy. Minister odmówił po rozmowach z producentami maszyn w Eindhoven.',
    ],
    other: {
      title: 'Piekarnia z Gdyni otwiera drugi sklep',
      body: 'Piekarnia otworzyła w sobotę drugi sklep przy plaży. Właścicielka mówi, że chleb sprzedaje się już przed południem, a latem kolejka sięga mola.',
    },
  },
  {
    language: 'ja',
    title: '経産省、露光装置部品の輸出許可を厳格化',
    body: [
      '経済産業省は月曜日、露光装置の部品を輸出する企業に三月から許可を求めると発表した。対象には保守用の部品も含まれる。',
      '同省は年間およそ四十件の申請を見込んでおり、大半は予備部品と「保守訪問」に関するものになるという。',
      '業界団体は移行期間を求めたが、大臣は装置メーカーとの協議の後にこれを退けた。施行日は変わらない。',
    ],
    other: {
      title: '港町のパン屋が二号店を開く',
      body: '港町のパン屋が土曜日に海辺で二号店を開いた。店主によると、パンは昼前に売り切れ、夏には桟橋まで行列が続くという。地元の小麦だけを使っている。',
    },
  },
  {
    language: 'ar',
    title: 'الوزارة تشدد تراخيص تصدير قطع آلات الطباعة الضوئية',
    body: [
      'أعلنت الوزارة يوم الاثنين أن الشركات تحتاج إلى ترخيص لتصدير قطع آلات الطباعة الضوئية اعتبارا من شهر مارس المقبل.',
      'ويتوقع المسؤولون أربعين طلبا في السنة، معظمها لقطع الغيار و"زيارات الصيانة" لدى العملاء في المنطقة.',
      'وطلب المصدرون فترة انتقالية، لكن الوزير رفضها بعد محادثات مع الشركات المصنعة للآلات في هولندا.',
    ],
    other: {
      title: 'مخبز المرفأ يفتتح متجره الثاني',
      body: 'افتتح مخبز المرفأ متجره الثاني قرب الشاطئ يوم السبت. وتقول صاحبته إن الخبز ينفد قبل الظهر، وإن الطابور يصل إلى الرصيف في الصيف.',
    },
  },
];

const html = ({ body }: Story) => body.map((text) => `<p>${text.replaceAll('"', '&quot;')}</p>`).join('\n');
/** Data as most sites have it: the article among others, with texts of the site. */
const data = (story: Story, body: unknown) => ({
  locale: story.language,
  translations: { consent: story.other.body.repeat(4), error: story.other.body.repeat(2) },
  page: {
    article: {
      id: 4711,
      title: story.title,
      slug: 'a-story',
      summary: story.body[0],
      body,
      publishedAt: '2026-03-02T10:30:00Z',
    },
    more: [1, 2, 3].map((id) => ({
      id,
      title: `${story.other.title} ${id}`,
      body: `<p>${story.other.body} ${id}.</p>`,
    })),
  },
});
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
const script = (text: string, attributes = '') => `<script${attributes}>${text}</script>`;
const flightOf = (rows: string) => {
  const parts = rows.match(/[^]{1,400}/gu) ?? [];
  return [
    script('(self.__next_f=self.__next_f||[]).push([0])'),
    ...parts.map((part) => script(`self.__next_f.push([1,${inScript(part)}])`)),
  ].join('');
};
const bytes = (text: string) => new TextEncoder().encode(text).length.toString(16);

/** A value in the form in which each value stands once. `named`: whether names of fields are places too. */
function flat(value: unknown, named: boolean): unknown[] {
  const list: unknown[] = [];
  const place = (one: unknown): number => {
    const at = list.push(null) - 1;
    if (Array.isArray(one)) list[at] = one.map(place);
    else if (typeof one === 'object' && one !== null)
      list[at] = Object.fromEntries(
        Object.entries(one).map(([key, inner]) => [named ? `_${place(key)}` : key, place(inner)]),
      );
    else list[at] = one;
    return at;
  };
  place(value);
  return list;
}

const FORMS: readonly [string, (story: Story) => string][] = [
  ['__NEXT_DATA__', (s) => script(inScript({ props: { pageProps: data(s, html(s)) } }), ' id="__NEXT_DATA__" type="application/json"')],
  ['an island of JSON', (s) => script(inScript(data(s, html(s))), ' type="application/json" data-island="story"')],
  ['an assignment to window', (s) => script(`window.__INITIAL_STATE__ = ${inScript(data(s, html(s)))};window.x=1`)],
  ['an assignment by name in brackets', (s) => script(`var a=1;window["__PRELOADED_STATE__"]=${inScript(data(s, html(s)))}`)],
  ['JSON.parse of a string', (s) => script(`self.__STATE__=JSON.parse(${inScript(JSON.stringify(data(s, html(s))))});`)],
  ['a string in escapes of addresses', (s) => script(`window.__DATA__="${encodeURIComponent(JSON.stringify(data(s, html(s))))}"`)],
  ['Base64', (s) => script(`window.__S=JSON.parse(atob("${Buffer.from(JSON.stringify(data(s, html(s)))).toString('base64')}"))`)],
  ['literals of JavaScript', (s) => script(`window.app = {lang: '${s.language}', /* the story */ story: {title: '${s.title}', when: new Date(1772447400000), ok: !0, none: void 0, body: \`${html(s)}\`,},};`)],
  ['a function that is called', (s) => script(`window.__NUXT__=(function(a,b){return {layout:"default",data:[${inScript(data(s, html(s))).replace('"locale":', 'l:a,"locale":')}],error:b}}("x",null));`)],
  ['an Apollo cache', (s) => script(`window.__APOLLO_STATE__=${inScript({ 'Article:1': { __typename: 'Article', headline: s.title, body: { __ref: 'Body:1' }, html: html(s) }, ...Object.fromEntries([2, 3, 4].map((id) => [`Article:${id}`, { __typename: 'Article', headline: s.other.title + id, html: `<p>${s.other.body}${id}.</p>` }])) })}`)],
  ['the flat list of Nuxt', (s) => script(inScript([['ShallowReactive', 1], ...(flat([0, data(s, html(s))], false).slice(2))].map((v) => v)), ' type="application/json" id="__NUXT_DATA__"')],
  ['the flat list of React Router', (s) => script(`window.__reactRouterContext.streamController.enqueue(${inScript(`${JSON.stringify(flat({ loaderData: data(s, html(s)) }, true))}\n`)});`)],
  ['an argument of a call', (s) => script(`kit.start(app, element, {node_ids: [0, 2], data: [{type:"data",data:${inScript(data(s, html(s)))}}], form: null});`)],
  ['JSON in an attribute', (s) => `<div id=app data-page="${JSON.stringify({ component: 'Story', props: data(s, html(s)) }).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></div>`],
  ['HTML that a program sets', (s) => script(`document.getElementById('story').innerHTML=${inScript(html(s))}`)],
  ['streamed data with a text of its own', (s) => flightOf(`0:{"P":null,"f":[["",["$","main",null,{"children":["$","$L5",null,{"story":{"title":${JSON.stringify(s.title)},"html":"$6"}}]}]]]}\n5:I[123,["a.js"],"Story"]\n6:T${bytes(html(s))},${html(s)}7:["$","footer",null,{"children":"${s.other.title}"}]\n`)],
  ['streamed elements', (s) => flightOf(`1:"$Sreact.fragment"\n2:I[9,[],"Layout"]\n0:["$","$L2",null,{"children":["$","article",null,{"children":[["$","h1",null,{"children":${JSON.stringify(s.title)}}],"$L3"]}]}]\n3:["$","div",null,{"className":"story","children":[${s.body.map((text) => `["$","p",null,{"children":[${JSON.stringify(text.slice(0, 20))},["$","strong",null,{"children":${JSON.stringify(text.slice(20, 30))}}],${JSON.stringify(text.slice(30))}]}]`).join(',')}]}]\n`)],
  ['blocks of Portable Text', (s) => script(inScript(data(s, s.body.map((text) => ({ _type: 'block', style: 'normal', children: [{ _type: 'span', text: text.slice(0, 9), marks: [] }, { _type: 'span', text: text.slice(9), marks: ['strong'] }] })))), ' type=application/json')],
  ['blocks of Contentful', (s) => script(inScript(data(s, { nodeType: 'document', content: s.body.map((text) => ({ nodeType: 'paragraph', content: [{ nodeType: 'text', value: text.slice(0, 9) }, { nodeType: 'hyperlink', data: { uri: 'https://a.example' }, content: [{ nodeType: 'text', value: text.slice(9, 20) }] }, { nodeType: 'text', value: text.slice(20) }] })) })), ' type=application/json')],
  ['blocks of ProseMirror in a string', (s) => script(`window.__STATE__=${inScript(data(s, JSON.stringify({ type: 'doc', content: s.body.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text: text.slice(0, 9) }, { type: 'text', marks: [{ type: 'bold' }], text: text.slice(9) }] })) })))}`)],
  ['blocks of Editor.js', (s) => script(inScript(data(s, { time: 1, blocks: s.body.map((text) => ({ type: 'paragraph', data: { text } })) })), ' type=application/json')],
  ['blocks of Lexical', (s) => script(inScript(data(s, { root: { type: 'root', children: s.body.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text: text.slice(0, 12) }, { type: 'link', children: [{ type: 'text', text: text.slice(12) }] }] })) } })), ' type=application/json')],
  ['blocks with models', (s) => script(`window.SIMORGH_DATA=${inScript(data(s, { model: { blocks: s.body.map((text) => ({ type: 'text', model: { blocks: [{ type: 'paragraph', model: { text, blocks: [{ type: 'fragment', model: { text } }] } }] } })) } }))}`)],
]; // biome-ignore format: a table

describe.each(STORIES)('the article in a script, $language', (story) => {
  const shell = (scripts: string, head = '') =>
    `<!doctype html><html lang="${story.language}"><head><title>${story.title} | Gazeta</title>${head}</head><body><div id="root"><div class="spinner"></div></div>${scripts}</body></html>`;

  test.each(FORMS)('in %s', (_, form) => {
    const { text, title, via } = extractArticle(shell(form(story)), 'https://gazeta.example/a-story');
    expect(via).toBe('page-data');
    expect(title).toContain(story.title);
    expect(text.split('\n\n')).toEqual([...story.body]);
  });

  test('is not read where the page has a text', () => {
    const shown = `<main><h1>${story.title}</h1>${html(story)}</main>`;
    const { text, via } = extractArticle(
      shell(shown + script(`window.a=${inScript(data(story, `<p>${story.other.body}</p>`.repeat(9)))}`)),
      'https://gazeta.example/a-story',
    );
    expect(via).toBe('dom');
    expect(text).not.toContain(story.other.body);
  });

  test('is not taken from data about something else', () => {
    const other = { settings: [1, 2, 3].map((id) => ({ id, help: `${story.other.body} ${id}.` })) };
    const { text } = extractArticle(shell(script(`window.a=${inScript(other)}`)), 'https://gazeta.example/a');
    expect(text).toBe('');
  });
});
