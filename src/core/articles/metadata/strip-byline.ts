/** `View all posts by Ann Lee →`. */
const ALL_OF =
  /^(?:(?:view|see|show|read|browse)\s+)?(?:(?:all|more)\s+(?:posts|articles|stories|entries)\s+(?:by|from)|(?:zeige\s+)?(?:alle|weitere|mehr)\s+(?:beiträge|artikel|berichte)\s+von|(?:voir\s+|lire\s+)?(?:tous\s+les\s+articles\s+de|plus\s+d[’']articles\s+de)|(?:ver\s+)?(?:todas\s+las\s+entradas\s+de|todos\s+(?:los\s+artículos|os\s+(?:posts|artigos))\s+de)|(?:vedi\s+|leggi\s+)?tutti\s+gli\s+articoli\s+di|(?:bekijk\s+)?alle\s+(?:berichten|artikelen)\s+van|(?:zobacz\s+)?wszystkie\s+(?:wpisy|artykuły)(?:\s+autora)?|все\s+(?:записи|статьи)(?:\s+автора)?|усі\s+(?:записи|статті)(?:\s+автора)?)\s+/iu;
const ALL_OF_END = /\s{1,5}(?:anzeigen|ansehen|→|»|›|>)$/u;

/** `Posted on March 2, 2026 by Ann Lee`. */
const POSTED =
  /^(?:posted|published|written|veröffentlicht|publié|publicado|pubblicato|geplaatst|gepubliceerd|опубликовано)\s.{0,60}?\d.{0,30}?\s(?:by|von|par|por|da|di|door)\s(?=\p{L})/iu;

/** A byline without links to the author's other articles and without its date. */
export function stripByline(byline: string): string {
  const bare = byline.replace(ALL_OF, '').replace(POSTED, '');
  return bare === byline ? byline : bare.replace(ALL_OF_END, '');
}

/** What follows a name: `Ann Lee, Senior Reporter`. */
const OFFICE =
  /^(?:[\p{L}-]{1,30}\s){0,3}(?:reporters?|correspondents?|editors?|writers?|columnist|contributor|bureau chief|redakteur(?:in)?|korrespondent(?:in)?|redaktionsleiter(?:in)?|journaliste|correspondante?|periodista|corresponsal|redactora?|giornalista|corrispondente|verslaggever|redacteur|dziennikar(?:z|ka)|korespondent(?:ka)?|корреспондент|обозреватель|кореспондент|muhabiri?)$/iu;

/** Whether a part of a byline names a position and no person. */
export function isJobTitle(name: string): boolean {
  return OFFICE.test(name);
}
