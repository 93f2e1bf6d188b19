import type { Element } from 'domhandler';

/** What an element says of itself by tag, class, id, ARIA role and microdata. */
export type Role = 'none' | 'body' | 'article' | 'boilerplate' | 'suspect';

const BODY =
  /\b(?:article|story|entry|post|news|content|text|main)[-_]?(?:body|content|text|copy|main|inner)\b|articlebody|entry-content|post-content|story-content|article__body/i;

const BOILERPLATE =
  /(?:^|[-_\s])(?:comments?|kommentare?|comentarios?|commentaires?|respond|disqus|livefyre|share|sharing|sharedaddy|social|addtoany|addthis|related|recommend(?:ed|ations?)?|outbrain|taboola|promo|sponsor(?:ed)?|newsletter|subscribe|subscription|signup|cookies?|consent|gdpr|popup|modal|overlay|breadcrumbs?|pagination|pager|nav|navbar|navigation|menu|sidebar|footer|masthead|toolbar|tags?|taglist|advert(?:isement)?s?|ads?|adsense|banner|caption|credits?|copyright|byline|widget|most-?(?:read|popular)|popular|trending|teasers?|login|skip|print|hidden|author-?(?:bio|box|info)|read-?(?:more|also)|more-?(?:stories|news|articles|from))(?=$|[-_\s])/i;

const BOILERPLATE_TAGS = new Set(['nav', 'aside', 'footer', 'menu', 'figcaption']);
const BOILERPLATE_ARIA = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'banner',
  'dialog',
  'alertdialog',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'tooltip',
  'tablist',
  'alert',
]);

/** Judges one element by its name and attributes alone; `cache` saves the repeated class lists of one page. */
export function roleOf(element: Element, cache: Map<string, Role>): Role {
  const attributes = element.attribs;
  const name = element.name;
  if (BOILERPLATE_TAGS.has(name)) return 'boilerplate';
  if (attributes['itemprop'] === 'articleBody') return 'body';
  const aria = attributes['role'];
  if (aria !== undefined && BOILERPLATE_ARIA.has(aria)) return 'boilerplate';
  const said = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  if (said === ' ') return name === 'article' ? 'article' : 'none';
  const key = `${name} ${said}`;
  let role = cache.get(key);
  if (role === undefined) {
    if (BODY.test(said)) role = 'body';
    else if (BOILERPLATE.test(said)) role = 'boilerplate';
    else role = name === 'article' ? 'article' : 'none';
    cache.set(key, role);
  }
  return role;
}

/** Hidden by attribute or inline style. */
export function isHidden(element: Element): boolean {
  const attributes = element.attribs;
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true;
  const style = attributes['style'];
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
