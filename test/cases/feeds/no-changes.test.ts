import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { atom, every, json, once, readings, rss, text, three, title } from '../support/live-entries.ts';

describe('what is no change', { timeout: 60_000 }, () => {
  for (const [name, document] of [
    [
      'slash:comments and wfw of WordPress',
      (p) => rss(three.map((e) => ({ ...e, more: `<slash:comments>${p * 7}</slash:comments>` }))),
    ],
    [
      'a pixel and a nonce in markup',
      (p) =>
        rss(
          three.map((e) => ({
            ...e,
            text: `<p data-n="${p}f3">${text(e)}</p><img src="https://px.example/t.gif?r=${p}991"/>`,
          })),
        ),
    ],
    [
      'Dutch reactions in the last paragraph',
      (p) => atom(three.map((e) => ({ ...e, text: `<p>${text(e)}</p><p>${p + 3} reacties</p>` }))),
    ],
    [
      'Arabic comments in Arabic digits',
      (p) =>
        rss(
          three.map((e) => ({ ...e, text: `${text(e)} — ${'٠١٢٣٤٥٦٧٨٩'[p + 3]}${'٠١٢٣٤٥٦٧٨٩'[p]} تعليقًا` })),
        ),
    ],
    [
      'Persian views',
      (p) => rss(three.map((e) => ({ ...e, text: `${text(e)} بازدید: ${'۰۱۲۳۴۵۶۷۸۹'[p + 2]}۷` }))),
    ],
    ['Hindi comments', (p) => rss(three.map((e) => ({ ...e, text: `${text(e)} (${p + 11} टिप्पणियाँ)` })))],
    [
      'Turkish, Polish and Hebrew comments',
      (p) =>
        rss(
          ['yorum', 'komentarzy', 'תגובות'].map((word, n) => ({
            n,
            text: `${text({ n })} | ${p * 3 + 12} ${word}`,
          })),
        ),
    ],
    [
      'Vietnamese, Indonesian and Thai',
      (p) =>
        rss(
          ['bình luận', 'komentar', 'ความคิดเห็น'].map((word, n) => ({
            n,
            text: `${text({ n })} · ${p * 3 + 12} ${word}`,
          })),
        ),
    ],
    [
      'the forum’s “17 posts - 9 participants”',
      (p) =>
        rss(
          three.map((e) => ({
            ...e,
            text: `<p>${text(e)}</p><p><small>${p + 17} posts - ${p + 9} participants</small></p><p><a href="x">Read full topic</a></p>`,
          })),
        ),
    ],
    [
      'the same in German, Russian and Japanese',
      (p) =>
        rss(
          (
            [
              ['Beiträge', 'Teilnehmer'],
              ['сообщений', 'участников'],
              ['件の投稿', '人の参加者'],
            ] as const
          ).map(([posts, people], n) => ({
            n,
            text: `<p>${text({ n })}</p><p><small>${p + 17} ${posts} - ${p + 9} ${people}</small></p><p>→</p>`,
          })),
        ),
    ],
    [
      'the same in Korean, Chinese and Turkish',
      (p) =>
        rss(
          [
            `게시물 ${p + 17}개 - 참가자 ${p + 9}명`,
            `${p + 17} 个帖子 - ${p + 9} 位参与者`,
            `${p + 17} gönderi - ${p + 9} katılımcı`,
          ].map((counts, n) => ({
            n,
            text: `<p>${text({ n })}</p><p><small>${counts}</small> <a href="x">Devamı oku</a></p>`,
          })),
        ),
    ],
    [
      'points and comments of an aggregator',
      (p) =>
        rss(
          three.map((e) => ({
            ...e,
            text: `<p>${text(e)}</p><p>Points: ${p * 13 + 4}</p><p># Comments: ${p + 2}</p>`,
          })),
        ),
    ],
    [
      'Reading time and claps',
      (p) => rss(three.map((e) => ({ ...e, text: `${text(e)} 3 min read · ${p * 40 + 12} claps` }))),
    ],
    [
      'a counter before the title',
      (p) => rss(three.map((e) => ({ ...e, title: `(${p * 4 + 2}) ${title(e)}` }))),
    ],
    ['upvotes with arrows', (p) => json(three.map((e) => ({ ...e, text: `${text(e)} ▲ ${p * 5 + 1}` })))],
    [
      'quotes and white space of another renderer',
      (p) =>
        atom(
          three.map((e) => ({
            ...e,
            text: p % 2 === 0 ? `<p>“${text(e)}”</p>` : `<div> &quot;${text(e)}&quot;\n </div>`,
          })),
        ),
    ],
  ] as [string, (poll: number) => string][])
    variantTest(name, async () => {
      expect(await readings(every(20, 4, document))).toEqual(once);
    });
});
