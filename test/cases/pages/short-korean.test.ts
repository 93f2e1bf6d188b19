import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { readVariant } from '../support/pages.ts';

const TITLE = '부산세관, 그래픽 프로세서 1900개 압수';
const OWN = [
  '부산세관은 화요일 수족관 히터로 신고된 그래픽 프로세서 1900개를 압수했다고 밝혔다.',
  '화물은 두바이에서 도착해 성남의 판매업자에게 갈 예정이었으나, 업자는 주문한 적이 없다고 진술했다.',
  '프로세서를 폐기할지는 내년 1월 법원이 결정할 예정이라고 세관은 설명했다.',
];
const HEADING = '서리에 사과 수확 급감';
const FURTHER = [
  '과수 농가들은 4월 말 이틀간의 서리로 꽃이 대부분 얼어 10년 만에 가장 적은 사과 수확을 예상하고 있다.',
  '청송 농협은 도에 긴급 대출을 요청했고 새 저온 창고의 개장을 미루기로 했다.',
];
const ps = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const textOf = (body: string) =>
  readVariant(`<html lang="ko"><title>${TITLE}</title><body>${body}</body></html>`).text;

describe('a short Korean report, before another one', () => {
  variantTest('under its own headline in a box of its own', () => {
    const body = `<main><div class="single-post"><h1>${TITLE}</h1><div class="entry-content">${ps(OWN)}</div></div><div class="next-post"><h2>${HEADING}</h2><div class="entry-content">${ps(FURTHER)}</div></div></main>`;
    expect(textOf(body)).toBe(OWN.join('\n\n'));
  });

  variantTest('in one box, with dates', () => {
    const body = `<main><h1>${TITLE}</h1><time datetime="2026-11-30">2026.11.30</time>${ps(OWN)}<h1>${HEADING}</h1><time datetime="2026-11-29">2026.11.29</time>${ps(FURTHER)}</main>`;
    expect(textOf(body)).toBe(OWN.join('\n\n'));
  });

  variantTest('with the link to the other as a smaller heading', () => {
    const body = `<div class="page"><h1>${TITLE}</h1>${ps(OWN)}<div class="next"><h3><a href="/2">${HEADING}</a></h3>${ps(FURTHER)}</div></div>`;
    expect(textOf(body)).toBe(OWN.join('\n\n'));
  });
});
