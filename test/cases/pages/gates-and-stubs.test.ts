import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import type { ScriptedAnswer } from '../../support/scripted-server.ts';
import { variantTest } from '../support/cases.ts';
import { feedOf, html, type Outcome, readOutlet } from '../support/page-outlet.ts';
import { inParagraphs, pageOf } from '../support/pages.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

interface Story {
  readonly title: string;
  readonly sentences: readonly string[];
}

const EN: Story = {
  title: 'Customs in Tallinn seize smuggled graphics processors',
  sentences: [
    'Customs officers in Tallinn found four hundred graphics processors in a lorry with garden furniture on Monday.',
    'The driver said that a dealer in Narva had hired him, and that he had never opened the boxes.',
    'A court will decide on Thursday whether he stays in custody while the dealer is being looked for.',
  ],
};
const FR: Story = {
  title: 'La douane d’Anvers saisit des processeurs interdits',
  sentences: [
    'Les douaniers d’Anvers ont saisi lundi deux cents processeurs interdits d’exportation dans un conteneur de jouets.',
    'Le conteneur devait partir pour Vladivostok, selon les papiers que le transitaire avait remis la veille.',
    'Le parquet a ouvert une enquête pour fausse déclaration et entend le transitaire ce mercredi.',
  ],
};
const KO: Story = {
  title: '부산세관, 밀수출하려던 엔비디아 GPU 적발',
  sentences: [
    '부산세관은 월요일 중고 가구로 신고된 컨테이너에서 밀수출하려던 엔비디아 GPU 삼백 개를 적발했다고 밝혔다.',
    '세관은 수출업체 대표를 불러 구입 경로와 최종 목적지를 조사하고 있다.',
    '검찰은 관련 업체 두 곳의 계좌와 거래 장부도 함께 살펴보고 있다.',
  ],
};

const whole = (story: Story) => story.sentences.join(' ');

/** Reads the entry with this text; its page is `main` under the entry's headline. */
function read(story: Story, said: string, main: string): Promise<Outcome> {
  return outlet(story, said, () =>
    html(pageOf(`<article><h1>${story.title}</h1>${main}</article>`, { title: story.title })),
  );
}

function outlet(
  { title }: Story,
  description: string,
  page: (path: string, base: string, other: string) => ScriptedAnswer | undefined,
): Promise<Outcome> {
  const path = `/2026/03/02/story-${number++}.html`;
  return readOutlet(bench, feedOf([{ title, path, description: description || ' ' }]), page);
}
let number = 400;

describe('a request to the reader under the entry’s headline', () => {
  const GATES: readonly [string, Story, string][] = [
    ['a survey', EN, '<p>Answer one question to unlock this story.</p><p>Which of these supermarkets have you visited in the past month? Your answer is anonymous.</p><button>Submit</button>'],
    ['a job, in a dialog', EN, '<div role="dialog"><p>We’d like to know a little about you first.</p><p>What best describes your job? Your reply helps us choose the stories that we show you.</p></div>'],
    ['a donation, in French', FR, '<section><p>Nous sommes un journal sans patron. Si vous nous lisez souvent, pensez à un petit don : cinq euros suffisent.</p></section>'],
    ['messages on the phone, in Korean', KO, '<table><tr><td>중요한 소식을 가장 먼저 받아 보세요. 알림은 언제든지 브라우저에서 끄실 수 있습니다.</td></tr></table>'],
  ]; // biome-ignore format: a table
  for (const [name, story, main] of GATES) {
    variantTest(`${name}, is not its text`, async () => {
      const { alerts, articles } = await read(story, story.sentences[0]!, main);
      expect(articles[0]).toMatchObject({ via: 'feed', text: story.sentences[0] });
      expect(alerts).toContain(story.title);
    });
  }

  variantTest('a live blog may begin with other words than its entry', async () => {
    const { articles } = await read(
      EN,
      EN.sentences[0]!,
      '<p>08:10 Breakfast is late, because the delivery of the bread was stopped by the police at the bridge.</p><p>09:00 The delegations arrive at the hotel by the lake.</p>',
    );
    expect(articles[0]).toMatchObject({ via: 'dom', text: expect.stringMatching(/^08:10 Breakfast/) });
  });
});

describe('a page that shows only the beginning of the article', () => {
  const STUBS: readonly [string, Story, string][] = [
    ['before an offer', EN, '<p>Become a member of Valley Paper to read this post and get 7 days of free access to the full archive.</p><p>Already a paid member? Sign in</p>'],
    ['before an offer in a custom element, in French', FR, '<vp-wall><p>Il vous reste 82 % de cet article à lire. La suite est réservée aux abonnés.</p><p>Profitez de tous nos contenus sans limite, résiliable à tout moment.</p></vp-wall>'],
    ['before an offer in a table, in Korean', KO, '<table><tr><td>이 기사는 로그인 후 전체를 보실 수 있습니다.</td></tr><tr><td>프리미엄 회원이 되시면 광고 없이 모든 기사를 읽으실 수 있습니다.</td></tr></table>'],
  ]; // biome-ignore format: a table
  for (const [name, story, offer] of STUBS) {
    const main = `${inParagraphs(story.sentences.slice(0, 1))}${offer}`;
    variantTest(`${name}, has less than the feed`, async () => {
      const { alerts, articles } = await read(story, whole(story), main);
      expect(articles[0]?.text).toBe(whole(story));
      expect(alerts).toContain(story.title);
    });
    variantTest(`${name}, is read without the offer`, async () => {
      const { articles } = await read(story, '', main);
      expect(articles[0]?.text).toBe(story.sentences[0]);
    });
  }

  variantTest('without an offer has less than the feed', async () => {
    const { articles } = await read(EN, whole(EN), `<p>${whole(EN).slice(0, 150)}…</p>`);
    expect(articles[0]?.text).toBe(whole(EN));
  });

  variantTest('is preferred where the feed is the one that breaks off', async () => {
    const { articles } = await read(EN, `${EN.sentences[0]} …`, inParagraphs(EN.sentences));
    expect(articles[0]?.text).toBe(EN.sentences.join('\n\n'));
  });

  variantTest('is a report before an offer, which keeps its short last paragraph', async () => {
    const last = 'Zwei Schachteln Pralinen fand niemand.';
    const { articles } = await read(
      EN,
      EN.sentences[0]!,
      `${inParagraphs([EN.sentences[0]!, last])}<aside><h3>Jetzt Abo testen</h3><p>Alle Artikel lesen, vier Wochen gratis. Bereits Abonnent? Anmelden.</p></aside>`,
    );
    expect(articles[0]?.text).toBe(`${EN.sentences[0]}\n\n${last}`);
  });

  variantTest('is no stub where only a line between its paragraphs is missing', async () => {
    const said = inParagraphs([EN.sentences[0]!, `Advice: ${'where to park in the old town today. '.repeat(6)}`, ...EN.sentences.slice(1)]); // biome-ignore format: one line
    const { articles } = await read(EN, said.replaceAll('<', '&lt;'), inParagraphs(EN.sentences));
    expect(articles[0]?.text).toBe(EN.sentences.join('\n\n'));
  });
});

describe('a page that leads elsewhere', () => {
  const article = (story: Story) =>
    html(
      pageOf(`<article><h1>${story.title}</h1>${inParagraphs(story.sentences)}</article>`, {
        title: story.title,
      }),
    );
  const FORMS: readonly [string, (base: string) => string][] = [
    ['at once', () => '0; url=/real'],
    ['in quotes, after three seconds', (base) => `3;URL="${base}/real"`],
    ['without `url`', () => '1, /real'],
  ];
  for (const [name, refresh] of FORMS)
    variantTest(`by the header Refresh, ${name}, is followed`, async () => {
      const { articles } = await outlet(FR, FR.sentences[0]!, (path, base) =>
        path === '/real'
          ? article(FR)
          : {
              headers: { 'content-type': 'text/html', refresh: refresh(base) },
              body: '<p>Un instant…</p>',
            },
      );
      expect(articles[0]?.text).toBe(FR.sentences.join('\n\n'));
    });

  const LISTS = ['/', '/2026/', '/2026/03/'];
  for (const list of LISTS)
    variantTest(`by a refresh to ${list} leads to no article`, async () => {
      const { alerts, articles } = await outlet(EN, EN.sentences[0]!, (path) =>
        path === list
          ? html(pageOf(`<h2>${FR.title}</h2>${inParagraphs(FR.sentences)}`, { title: 'March' }))
          : html(`<meta http-equiv="refresh" content="0; url=${list}">`),
      );
      expect(articles[0]).toMatchObject({ via: 'feed', title: EN.title, text: EN.sentences[0] });
      expect(alerts).toEqual([EN.title]);
    });

  variantTest('by frames says nothing of its own', async () => {
    const { articles } = await outlet(EN, EN.sentences[0]!, () =>
      html(
        `<html><head><title>${EN.title}</title></head><frameset cols="20%,80%"><frame src="/a"><noframes><body>Your browser shows no frames: the page can be opened by the link below.</body></noframes></frameset></html>`,
      ),
    );
    expect(articles[0]?.text).toBe(EN.sentences[0]);
  });
});
