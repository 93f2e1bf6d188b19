/** The style sheet of all pages: the reader's own fonts and colour scheme. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1d21; --dim: #5b6470; --line: #d9dee4; --ground: #fff; --tint: #f3f5f8; --accent: #0b5cad; --warn: #9a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --dim: #9aa4b0; --line: #333a43; --ground: #14171b; --tint: #1d2126; --accent: #7db8f5; --warn: #f0a35c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .75rem 1.25rem; border-bottom: 1px solid var(--line); }
header .name { font-weight: 700; color: inherit; text-decoration: none; }
nav { display: flex; gap: 1rem; }
a { color: var(--accent); }
main { max-width: 62rem; margin: 0 auto; padding: 1.25rem; }
h1 { font-size: 1.35rem; margin: 0 0 1rem; }
h2 { font-size: 1.1rem; margin: 0 0 .15rem; line-height: 1.35; overflow-wrap: anywhere; }
h2 a { color: inherit; }
article { padding: 1rem 0; border-top: 1px solid var(--line); }
article:first-of-type { border-top: 0; }
.tags { display: flex; flex-wrap: wrap; gap: .35rem; margin-bottom: .3rem; font-size: .8rem; }
.tag { padding: 0 .5rem; border-radius: 1rem; background: var(--tint); border: 1px solid var(--line); }
.tag.sample, .tag.update, .bad { color: var(--warn); }
.dim { color: var(--dim); font-size: .88rem; margin: 0; }
blockquote { margin: .6rem 0 .2rem; padding: .4rem .8rem; border-inline-start: 3px solid var(--accent); background: var(--tint); overflow-wrap: anywhere; }
mark { background: none; color: inherit; font-weight: 650; text-decoration: underline; text-decoration-color: var(--accent); text-underline-offset: .2em; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { text-align: start; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--dim); font-weight: 600; }
td.when { white-space: nowrap; }
.scroll { overflow-x: auto; }
`;

/** A chip with an eye. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M9 2v5m7-5v5m7-5v5M9 25v5m7-5v5m7-5v5M2 9h5m-5 7h5m-5 7h5M25 9h5m-5 7h5m-5 7h5" stroke="#0b5cad" stroke-width="2"/><rect x="6" y="6" width="20" height="20" rx="3" fill="#0b5cad"/><path d="M9 16q7-8 14 0-7 8-14 0" fill="#fff"/><circle cx="16" cy="16" r="3" fill="#0b5cad"/></svg>`;
