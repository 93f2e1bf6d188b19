import type { Element } from 'domhandler';
import { NEUTRAL_PREFIXES, ROLE_WORDS, type RoleWord } from './role-words.ts';

/** What an element says of itself by tag, class, id, ARIA role and microdata. */
export type Role = 'none' | 'article' | 'hidden' | RoleWord;

const TAGS: Readonly<Record<string, Role>> = {
  article: 'article',
  aside: 'navigation',
  figcaption: 'caption',
  figure: 'caption',
  footer: 'navigation',
  menu: 'navigation',
  nav: 'navigation',
};

const ARIA: Readonly<Record<string, Role>> = {
  alert: 'navigation',
  alertdialog: 'navigation',
  banner: 'navigation',
  complementary: 'navigation',
  contentinfo: 'navigation',
  dialog: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  navigation: 'navigation',
  search: 'navigation',
  tablist: 'navigation',
  toolbar: 'navigation',
  tooltip: 'navigation',
};

const MICRODATA: Readonly<Record<string, Role>> = {
  articleBody: 'body',
  author: 'meta',
  caption: 'caption',
  comment: 'comments',
  dateModified: 'meta',
  datePublished: 'meta',
  description: 'lead',
};

const HEADING = /^h[1-6]$/;

/** A class name or id of more words is a slug made of a sentence. */
const MAX_WORDS = 5;

/** Elements so large that their classes speak of the page's layout. */
const LAYOUT = new Set(['html', 'body', 'main']);

/** Judges elements by their names and attributes alone. One judge serves one page: it remembers class lists. */
export function createRoleJudge(): (element: Element) => Role {
  const names = new Map<string, Role>();
  return (element) => {
    const attributes = element.attribs;
    if (isHidden(element)) return 'hidden';
    if (LAYOUT.has(element.name)) return 'none';
    const aria = ARIA[attributes['role'] ?? ''];
    if (aria !== undefined) return aria;
    const item = MICRODATA[attributes['itemprop'] ?? ''];
    if (item !== undefined) return item;
    const tag = TAGS[element.name] ?? 'none';
    let said: Role = 'none';
    const classes = attributes['class'];
    if (classes !== undefined) {
      for (const name of classes.split(' ')) {
        const role = remembered(name, names);
        if (role === 'body') return 'body';
        if (said === 'none' || said === 'teaser') said = role === 'none' ? said : role;
      }
    }
    const id = attributes['id'];
    if (said === 'none' && id !== undefined && !HEADING.test(element.name)) said = remembered(id, names);
    if (said !== 'none' && !(tag === 'navigation' && said !== 'lead')) return said;
    return tag;
  };
}

function remembered(name: string, names: Map<string, Role>): Role {
  let role = names.get(name);
  if (role === undefined) {
    role = roleOfName(name);
    names.set(name, role);
  }
  return role;
}

/** The role that one class name or id claims; in `comment-content` the comment wins over the content. */
export function roleOfName(name: string): Role {
  // `print:hidden` and its like are utility classes: they speak of one medium or state.
  if (name.length > 80 || name.includes(':')) return 'none';
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (
    words.length === 0 ||
    words.length > MAX_WORDS ||
    (words.length > 1 && NEUTRAL_PREFIXES.has(words[0]!) && !PAIRS(words))
  )
    return 'none';
  let found: Role = 'none';
  for (let i = 0; i < words.length; i++) {
    const pair = i + 1 < words.length ? ROLE_WORDS.get(`${words[i]}-${words[i + 1]}`) : undefined;
    const role = pair ?? ROLE_WORDS.get(words[i]!);
    if (role === undefined) continue;
    if (role !== 'body' && role !== 'lead' && role !== 'teaser') return role;
    if (found === 'none' || role === 'body') found = role;
  }
  return found;
}

function PAIRS(words: readonly string[]): boolean {
  return ROLE_WORDS.has(`${words[0]}-${words[1]}`);
}

/** Hidden by attribute or inline style. */
export function isHidden(element: Element): boolean {
  const attributes = element.attribs;
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true;
  const style = attributes['style'];
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
