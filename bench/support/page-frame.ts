import { mulberry32 } from './random.ts';

const WORDS =
  'market chip news video tech data world sport money health trade report global energy cloud mobile'.split(
    ' ',
  );

/**
 * Puts an article into a page like those of news sites: half of it is scripts and styles, and most of the rest is
 * links with their attributes. The sizes follow the medians of public collections of news pages: 120,000 characters,
 * 45 scripts, 800 elements.
 */
export function framed(html: string): string {
  // The frame of a page is the same in every run.
  const random = mulberry32(html.length);
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)]!;
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const many = (count: number, make: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => make(i)).join('\n');

  const script = (): string =>
    `<script async data-id="${word()}">!function(w,d){var ${word()}="${words(60)}";for(var i=0;i<9;i++){w.${word()}(${Math.floor(random() * 1e9)},"<div>");}${`d.${word()}=w["${words(3)}"]||{};`.repeat(25)}}(window,document);</script>`;
  const style = (): string =>
    `<style>${many(90, () => `.${word()}-${word()}{margin:0 auto;color:#${Math.floor(random() * 1e6)};padding:4px}`)}</style>`;
  const link = (i: number): string =>
    `<li class="menu-item menu-item-${i} nav__item"><a class="nav__link nav__link--${word()}" href="https://news.example/${word()}/${word()}-${i}" data-track="nav:${word()}:${i}" title="${words(3)}"><span>${words(2)}</span></a></li>`;
  const card = (i: number): string =>
    `<div class="card teaser teaser--${word()}" data-position="${i}" data-tracking='{"id":${i},"zone":"${word()}"}'><a href="/${word()}/${i}"><img class="lazy" data-src="/img/${word()}-${i}.jpg" srcset="/img/${i}-320.jpg 320w, /img/${i}-640.jpg 640w" alt="${words(4)}"><h3 class="teaser__title">${words(8)}</h3></a><time datetime="2025-10-0${1 + (i % 9)}">${i} h</time></div>`;

  const head = `${many(22, script)}${many(3, style)}`;
  const top = `<header class="site-header"><nav class="main-nav"><ul>${many(70, link)}</ul></nav></header>`;
  const bottom = `<aside class="related-articles">${many(24, card)}</aside><footer class="site-footer"><ul>${many(80, link)}</ul></footer>${many(22, script)}`;
  return html
    .replace(/<\/head>/i, (end) => head + end)
    .replace(/<body[^>]*>/i, (start) => start + top)
    .replace(/<\/body>/i, (end) => bottom + end);
}
