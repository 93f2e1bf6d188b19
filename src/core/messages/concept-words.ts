import { GIST_LABELS } from './gist-labels.ts';

/** Concepts whose names are for those who write rules. */
const PLAIN: Readonly<Record<string, string>> = {
  banned: 'restricted goods',
  'border-it': 'computers of the border service',
  challenger: 'country that depends on foreign chips',
  'chip-anaphor': 'such parts',
  'cue-denied': 'denied',
  'cue-in-force': 'in force',
  'cue-proposed': 'proposed',
  'customs-cargo': 'cargo',
  huawei: 'Huawei',
  'kernel-notes': 'software development',
  licence: 'permit',
  'made-here': 'made at home',
  'maker-left': 'foreign maker left',
  'market-handed-over': 'market lost to a local seller',
  namesakes: 'same name, other thing',
  'negation-after': 'negation',
  'negation-before': 'negation',
  nvidia: 'Nvidia',
  'other-chips': 'chips of another kind',
  'other-goods': 'goods that are no chips',
  'other-substitute': 'substitute for something else',
  own: 'own chip',
  'page-furniture': 'link or notice of the page',
  pfas: 'chemicals',
  'plain-ban': 'ban',
  probe: 'inquiry',
  progress: 'news of a maker',
  'quota-cap': 'quota or cap',
  release: 'measure eased',
  'software-licence': 'licence of another kind',
  'stance-exception': 'permit or rule',
  'state-purse': 'public money',
  'sure-chip': 'chip',
  'unrelated-ban': 'ban of another kind',
  'unrelated-permit': 'permit or limit of another kind',
  'us-justice': 'US prosecutors',
  'weak-control': 'list, sanction or licence',
  whose: 'origin',
};

/** A concept in words: `entity:maker:cn` is `maker (China)`, `goods-held` is `goods held`. */
function conceptInWords(concept: string): string {
  const plain = PLAIN[concept];
  if (plain !== undefined) return plain;
  const [prefix, kind = '', country] = concept.split(':');
  const words = (prefix === 'entity' ? kind : concept).replaceAll(/[-_]+/g, ' ');
  const place = country === undefined ? undefined : GIST_LABELS.countries[country]?.en;
  return place === undefined ? words : `${words} (${place})`;
}

/** How many alternatives are named. A guard may have dozens. */
const NAMED = 8;

/** Alternatives in words, a kind of entity without its countries: `customs or customs agency or 3 more`. */
export function anyConceptInWords(concepts: readonly string[]): string {
  const all = [...new Set(concepts.map((one) => conceptInWords(one.replace(/^(entity:[^:]+):.*$/, '$1'))))];
  const more = all.length - NAMED;
  return [...all.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(' or ');
}

/** `customs “海关”`, or `“customs”` alone where the text says the same. */
export function termInWords(concepts: readonly string[], text: string): string {
  const gloss = [...new Set(concepts.map(conceptInWords))].join(' and ');
  return ['', text.toLowerCase()].includes(gloss.toLowerCase()) ? `“${text}”` : `${gloss} “${text}”`;
}
