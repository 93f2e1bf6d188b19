import { foldName } from './fold-name.ts';
import { isNode, ldText, typesOf } from './json-ld.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { namesInAddress } from './site-name.ts';

/** Words for a newsroom that sites give in place of a name; folded. */
const NEWSROOM = new Set(
  `redaktion dieredaktion onlineredaktion redaktionsteam webredaktion newsredaktion nachrichtenredaktion newsroom newsdesk
  webdesk onlinedesk digitaldesk staff newsstaff staffwriter staffwriters staffreporter staffreporters editorialteam
  editorialstaff editorialboard editorialdesk editorialteamonline theeditors editors webeditor onlineeditor newsteam team theteam
  contributor contributors correspondent ourcorrespondent agencies agency rédaction larédaction équipe redacción
  laredacción redaccióndigital redação aredação redazione laredazione deredactie redactie webredactie redaktionen
  redaksjonen redaktionenonline toimitus redakcja redakcja redakcjaonline redakce szerkesztőség redacția redacția
  редакция редакція отредакции habermerkezi editör تحرير هيئةالتحرير التحرير فريقالتحرير 编辑部 編輯部 本报讯 本报记者 编辑
  編集部 編集局 デスク 편집부 온라인뉴스팀 디지털뉴스팀 뉴스팀`.split(/\s+/),
);

/** Words around a site's name where it is given as author. */
const AROUND =
  /^(?:the|der|die|das|von|redaktion|larédaction|rédaction|redacción|redazione|redação|redactie|redakcja|team|staff|newsroom)|(?:staff|staffwriters?|staffreporters?|editors?|editorialteam|editorialboard|editorial|team|newsroom|newsdesk|webdesk|desk|news|online|onlineredaktion|redaktion|redaction|rédaction|redacción|redazione|redação|redactie|redakcja|редакция|editorialstaff|writers?|reporters?|admin|media|magazine|com|net|org|info|tv|de|fr|es|it|nl|pl|cz|se|no|dk|eu|at|ch|uk|couk|ru|ua|tr|comtr|jp|cojp|cn|comcn|kr|cokr|編集部|编辑部|記者|报讯)$/u;

/** The shortest name, in letters, from which words may be cut. */
const MIN_NAME = 3;

/** Recognises names of the site, its publisher or its newsroom among authors. */
export function siteTest(facts: PageFacts): (name: string) => boolean {
  const sites = new Set(
    [
      firstMeta(facts, 'og:site_name', 'application-name') ?? '',
      firstMeta(facts, 'article:publisher', 'publisher', 'dc.publisher') ?? '',
      firstMeta(facts, 'apple-mobile-web-app-title') ?? '',
      houseName(facts.article?.['publisher']),
      ...facts.nodes
        .filter((node) => typesOf(node).some((type) => /^WebSite$|Organization$/.test(type)))
        .map(houseName),
      ...namesInAddress(facts.url),
    ]
      .map(foldName)
      .filter((name) => name.length >= MIN_NAME),
  );
  const cores = new Set([...sites].flatMap((site) => [site, core(site)]));
  return (name) => {
    const folded = foldName(name);
    return NEWSROOM.has(folded) || cores.has(folded) || cores.has(core(folded));
  };
}

/** A name without the words around it: `thevalleypaperstaff` → `valleypaper`. */
function core(name: string): string {
  let rest = name;
  for (let cuts = 0; cuts < 3; cuts++) {
    const shorter = rest.replace(AROUND, '');
    if (shorter === rest || shorter.length < MIN_NAME) break;
    rest = shorter;
  }
  return rest;
}

/**
 * A publisher's name. A person may be the publisher, as in a blog; that is still a person's name, and not returned.
 */
function houseName(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  return isNode(one) && typesOf(one).includes('Person') ? '' : nameOf(one);
}

function nameOf(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  return (isNode(one) ? ldText(one['name']) : typeof one === 'string' ? one : undefined) ?? '';
}
