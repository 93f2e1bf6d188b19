/**
 * What words in class names, ids and component names say about an element.
 *
 * A name is split at capitals, digits and punctuation (`relatedNews-box` → related, news, box). A pair of
 * neighbouring words is looked up before each single word. Collected from the lists of boilerplate names in
 * Readability, trafilatura and dom-distiller, from the names in common content management systems, and from words of
 * publishers in other languages than English.
 */
export type RoleWord =
  | 'ad'
  | 'body'
  | 'box'
  | 'caption'
  | 'clipped'
  | 'comments'
  | 'embed'
  | 'hidden'
  | 'lead'
  | 'meta'
  | 'navigation'
  | 'related'
  | 'share'
  | 'subscribe'
  | 'teaser'
  | 'quote';

/** The role of an element by its tag, class, id, ARIA role and microdata. */
export type BoxRole = 'none' | 'article' | Exclude<RoleWord, 'clipped' | 'hidden'>;

const WORDS: Readonly<Record<RoleWord, string>> = {
  ad: `ad ads advert adverts advertisement advertisements advertising advertorial adsense adslot adslots adbox adunit
    adcontainer adwrapper adsbygoogle dfp gpt googlead sponsor sponsors sponsored promoted promo promos promotion
    publicidad publicite publicidade pubblicita werbung anzeige anzeigen reklam reklama reklame annonce annonser ilan
    affiliate outbrain taboola zergnet revcontent mgid plista nativo teads ligatus`,
  body: `article-body article-content article-text article-copy article-main articlebody articlecontent articletext
    entry-content post-content post-body post-text story-body story-content story-text storybody storytext content-body
    body-content body-text bodytext main-content text-content news-content news-text news-body page-content
    artikel-text artikel-inhalt artikeltext field-body name-body rich-text richtext rte prose cuerpo-nota
    article-cuerpo articulo-cuerpo cuerpo corps-article texte-article corpo-materia testo-articolo detail-content detail-body
    blog-content blog-post-content single-content entry-body`,
  box: `factbox fact-box infobox info-box pullquote pull-quote glossary toc table-contents tableofcontents
    inhaltsverzeichnis poll quiz survey widget widgets rating ratings`,
  caption: `caption captions figcaption image-credit photo-credit picture-credit img-credit credit credits
    bildunterschrift bildtext bildnachweis legende pie-foto didascalia bildquelle photographer copyright
    image-description image-caption photo-caption image-text media-caption`,
  comments: `comment comments commentlist commentform commentarea commentary-list commentbox kommentar kommentare
    kommentarer kommentti kommentit comentario comentarios commentaire commentaires commenti reacties disqus livefyre
    respond hyvor viafoura spotim coral talkback trackback trackbacks pingback yorumlar leserbriefe guestbook`,
  embed: `twitter-video instagram-media tiktok-embed fb-post fb-video social-embed tweet-embed
    embed-consent embed-placeholder video-player jwplayer player playlist audio-player podcast-player
    bluesky-embed telegram-post imgur-embed reddit-embed reddit-card`,
  clipped: `screen-reader screen-readers screenreader screenreaders screen-only-reader sr-only sronly sr-text sr-label
    sr-hint for-sr only-sr visually-hidden visuallyhidden hidden-visually hiddenvisually accessibly-hidden
    accessible-hidden hidden-accessible a11y-hidden a11y-only a11y-text element-invisible assistive-text assistive-hidden
    reader-only readers-only offscreen off-screen clip-text`,
  hidden: `is-hidden js-hidden u-hidden is-invisible`,
  lead: `lead leadtext lead-text lede intro introtext introduction standfirst dek deck subtitle subtitulo subheadline
    subhead bajada copete entradilla chapo chapeau vorspann sommario ingress ingres manchet zajawka perex anreisser
    excerpt summary abstract teaser-text article-teaser sapo strapline`,
  meta: `byline bylines signature signatur author authors autor autoren auteur auteurs autore autores forfatter date datum pubdate timestamp
    post-meta entry-meta article-meta meta-info postmeta entrymeta metadata meta posted posted-on reading-time read-time
    readtime tags taglist tag-list tag-links tags-links tagcloud tag-cloud topics keywords categories cat-links dachzeile
    schlagworte schlagwort etiquetas kicker eyebrow overline permalink bookmark license entry-utility entry-footer
    post-footer article-footer infoline dateline publish-date published-date article-info article-date article-tags
    post-tags publication-date update-date lastmod last-modified read-later edit-link editsection mw-editsection
    reference-list references footnotes breaking-tag author-bio author-box author-info author-details authorbox about-author
    autorenbox bio biography post-author entry-author`,
  navigation: `nav navbar navigation menu submenu menus breadcrumb breadcrumbs breadcrump pagination pager paging toolbar
    topbar masthead footer sidebar sidebars siderail rail rightrail skip-link skiplink skip search searchform
    search-form language-switcher langswitch noprint
    no-print print-only printonly modal popup popin overlay lightbox tooltip offcanvas drawer toast notification cookie
    cookies cookiebar consent gdpr onetrust didomi usercentrics cmplz privacy-notice disclaimer banner dropdown
    site-header site-footer colophon jump-links accessibility backtotop back-top scroll-top login signin log-in
    sign-in register navbox catlinks sistersitebox ticker preloader rollover hovercard popover tooltiptext`,
  related: `related relatednews relatedposts relatedarticles yarpp similar recommended recommendation recommendations
    recommend recommends recirc recirculation readmore read-more read-also readalso see-also also-read also-like
    most-read mostread most-popular mostpopular most-viewed mostviewed popular trending upnext up-next next-article
    nextarticle next-post next-story nextread prevnext prev-next post-navigation lire-aussi weiterlesen leggi-anche
    lees-ook les-ogsa relacionadas relacionados correlati more-stories more-news more-articles more-from more-on more-topic
    more-posts further-reading suggested suggestions linkbox linklist link-list latest latest-news newest crosslink
    hottopics promobox read-next story-list article-list news-list teaserlist teaser-list teasers moreover inline-promo
    internal-link zobacz-takze mehr-zum`,
  share: `share shares sharing sharebar sharetools shariff sharelinks social socials socialmedia social-media sociallinks
    addtoany addthis sharedaddy follow followus teilen partage partager compartir condividi delen paylas facebook twitter
    whatsapp pinterest linkedin like-button claps reactions`,
  subscribe: `newsletter newsletters subscribe subscription subscriptions signup sign-up mailchimp mailerlite mailpoet
    abo-box aboteaser paywall-offer piano-offer donate donation donations spenden membership cta call-action callout
    abobox regwall`,
  quote: `twitter-tweet`,
  teaser: `teaser promo-card card cards tile tiles carousel slider swiper`,
};

/** Word, or two words joined by `-` → its meaning. */
export const ROLE_WORDS: ReadonlyMap<string, RoleWord> = new Map(
  (Object.entries(WORDS) as [RoleWord, string][]).flatMap(([role, words]) =>
    words.split(/\s+/).map((word): [string, RoleWord] => [word, role]),
  ),
);

/** The first words of pairs, so that few pairs have to be concatenated. */
export const PAIR_WORDS: ReadonlySet<string> = new Set(
  [...ROLE_WORDS.keys()].filter((word) => word.includes('-')).map((word) => word.slice(0, word.indexOf('-'))),
);

/** Names of article parts in page builders. */
export const BUILDERS_WORDS: ReadonlySet<string> = new Set([
  'article',
  'body',
  'citation',
  'content',
  'editor',
  'elementor',
  'paragraph',
  'quote',
  'text',
]);

/**
 * A name with this prefix says nothing about its own element: `has-sidebar`, `no-comments`, `tag-nvidia` on a
 * WordPress post.
 */
export const NEUTRAL_PREFIXES: ReadonlySet<string> = new Set([
  'has',
  'no',
  'not',
  'with',
  'without',
  'show',
  'enable',
  'enabled',
  'tag',
  'category',
  'cat',
  'topic',
  'type',
  'format',
  'status',
  'page',
  'template',
  'single',
  'layout',
]);
