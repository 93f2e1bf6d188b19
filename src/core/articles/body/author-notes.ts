import { foldLetters } from '../fold-text.ts';
import { beginsOutsideLatin, isContactLine, isFieldNote } from './author-field.ts';
import type { Block } from '../page/page-tree.ts';

/** Longest note on an author, in letters. */
const MAX_NOTE = 700;
/** Letters that may follow a note: further sentences on the author, an address, a portrait's caption. */
const MAX_AFTER = 500;
/** How many blocks from the end a note may begin that names no known author. */
const NEAR_END = 3;
/** The largest share of the text that notes and what follows them may be. */
const MAX_SHARE = 0.4;

/** `About the author`, alone on its line. */
const HEADING =
  /^(?:(?:more )?about (?:the )?(?:authors?|writers?|reporters?|columnists?|contributors?)|(?:the )?authors? bio(?:graphy)?|(?:meet|who is) the author|über (?:den|die|unsere?n?) (?:autor(?:in(?:nen)?|en)?|verfasser(?:in)?)|zu[rm]? (?:autor(?:in)?|person)|à propos (?:de l[’']aut(?:eur|rice)|des auteurs|du journaliste)|l[’']aut(?:eur|rice)|sobre (?:el|la|o|a|os|los) autor(?:a|es)?|acerca (?:del|de la) autora?|(?:sull[’']|l[’'])aut(?:ore|rice)|over de auteurs?|om (?:författaren|forfatteren|skribenten|journalisten)|tietoa kirjoittajasta|o autor(?:ze|ce|ech)|o autorovi|o autorce|об авторе|про автора|yazar hakkında|عن الكاتبة?|نبذة عن الكاتب|关于作者|作者简介|關於作者|作者簡介|(?:著者|筆者|執筆者|記者)(?:について|紹介|プロフィール)?|(?:저자|필자|기자) ?(?:소개|약력)?)\s?[:：]?$/iu;

/** Words for a journalist's position or work. */
const OFFICE =
  /(?<!\p{L})(?:(?:is|was) (?:an? |the |our )?(?:\S+ ){0,4}(?:reporter|correspondent|editor|journalist|writer|columnist|contributor|author|fellow|analyst|producer|freelancer?)|covers|reports on|reports from|writes (?:about|on|for)|joined (?:the|our|us)|(?:ist|war) (?:\S+ ){0,4}(?:redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|autor(?:in)?|reporter(?:in)?|kolumnist(?:in)?|volontär(?:in)?)|berichtet (?:über|aus|für|seit)|schreibt (?:über|für|seit|als)|(?:est|était) (?:\S+ ){0,3}(?:journaliste|correspondante?|rédact[^\s!-@]{1,12}|chroniqueu[^\s!-@]{1,12}|reporter)|couvre|écrit (?:sur|pour)|suit l|(?:es|era) (?:\S+ ){0,3}(?:periodista|corresponsal|redactora?|editora?|columnista|reporter[oa])|cubre|escribe (?:sobre|para|en)|informa sobre|(?:é|è) (?:\S+ ){0,3}(?:jornalista|correspondente|repórter|editora?|colunista|giornalista|corrispondente|redattore|redattrice)|cobre|escreve (?:sobre|para)|si occupa di|scrive (?:di|per|su)|(?:is|was) (?:\S+ ){0,3}(?:redacteur|verslaggever|correspondente?)|schrijft (?:over|voor)|verslaat|(?:är|er) (?:\S+ ){0,3}(?:reporter|journalist|redaktör|korrespondent|redaktør)|(?:bevakar|skriver om|skriver for|dækker|dekker)|(?:pisze|zajmuje się|relacjonuje)|jest (?:\S+ ){0,3}(?:dziennikar[^\s!-@]{1,12}|korespondent[^\s!-@]{0,12}|redaktor[^\s!-@]{0,12})|(?:píše|věnuje se)|пиш[еу]т? (?:о|про|об)|освещает|висвітлює|(?:корреспондент|журналист|обозреватель|кореспондент|журналіст|оглядач)[^\s!-@]{0,12}|muhabir[^\s!-@]{0,12}|takip ediyor|yazıyor|haberleştiriyor)(?!\p{L})|(?:يغطي|تغطي|يكتب|تكتب|مراسل|صحفي|كاتب)|(?:负责报道|主要报道|专门报道|報導|记者|記者|撰稿人|专栏作家)|(?:担当|取材|記者|ジャーナリスト|専門)|(?:기자|담당|취재|칼럼니스트)/iu;

/** `The author is …`, without a name. */
const THE_AUTHOR =
  /^(?:the (?:author|writer|columnist)|(?:der|die) autor(?:in)?|l[’']aut(?:eur|rice|ore)|(?:el|la|o|a) autora?|de auteur|författaren|forfatteren|autor(?:ka)?|автор|yazar|الكاتبة?|作者|筆者|著者|필자)(?=[\s：:（(]|[是はは는은])/iu;

/** A person's name at the beginning: two to four words with a capital each. */
const A_NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|al|bin|di|da)){1,4}(?=[ ,])/u;

/** `She joined the paper in 2019`, `Reach him at …`. */
const GOES_ON =
  /^(?:(?:s?he|they) (?:also |previously |has |have |is |was |joined|lives|holds|writes|covers|studied|can )|(?:reach|contact|email|follow|write to) (?:her|him|them|the author)|(?:er|sie) (?:ist|war|hat|lebt|schreibt|studierte|arbeitet)|(?:il|elle) (?:est|a|vit|écrit)|(?:twitter|mastodon|bluesky|x|e-?mail|kontakt|contact)\b)/i;

/**
 * Drops notes on the author: the text under `About the author`, and paragraphs at either end that say who the author
 * is or what the author covers. The topics that such a note names are the author's field, not the article's.
 */
export function dropAuthorNotes(blocks: readonly Block[], authors: readonly string[], title: string): void {
  const kept = blocks.filter((block) => block.dropped === undefined);
  let total = 0;
  for (const block of kept) total += block.weight;
  const headline = foldLetters(title);
  const names = authors
    .filter((name) => name.length >= 4 || /\P{ASCII}/u.test(name))
    .map(foldLetters)
    .filter((name) => name !== '' && !headline.includes(name));
  const isAbout = (block: Block): boolean => isNote(block, names);
  const mayBeLast = (block: Block): boolean => isAbout(block) || isOfAuthor(block);
  let after = 0;
  let cut = kept.length;
  for (let i = kept.length - 1; i > 0; i--) {
    const block = kept[i]!;
    const isHeading = block.weight < 80 && HEADING.test(block.text.trim());
    const weight = after + block.weight;
    if (weight > MAX_SHARE * total && !isHeading) break;
    const isNear = kept.length - i <= NEAR_END;
    if (isHeading || isAbout(block) || (isNear && isOfAuthor(block))) cut = i;
    // After a note only short blocks may follow.
    else if (cut < kept.length ? block.weight > 60 : weight > MAX_AFTER) break;
    after = weight;
  }
  if (cut < kept.length && mayFollow(kept.slice(cut), mayBeLast)) {
    for (const block of kept.slice(cut)) block.dropped = 'author note';
  } else if (cut < kept.length) kept[cut]!.dropped = 'author note';
  for (const block of kept.slice(0, 2)) {
    if (block.weight < 0.2 * total && isAbout(block)) block.dropped ??= 'author note';
  }
}

/** Whether everything after the note may be dropped with it: more of the note, or short blocks. */
function mayFollow(blocks: readonly Block[], isAbout: (block: Block) => boolean): boolean {
  if (HEADING.test(blocks[0]!.text.trim())) return true;
  return blocks.slice(1).every((block) => isAbout(block) || GOES_ON.test(block.text) || block.weight < 120);
}

/** Whether a block is a note on some author whose name need not be known. Used only near the end of the text. */
function isOfAuthor({ kind, text }: Block): boolean {
  return (
    kind !== 'heading' &&
    (isFieldNote(text) || isContactLine(text) || (beginsOutsideLatin(text) && JAPANESE_NOTE.test(text)))
  );
}

/** `names` are folded, and not in the headline. */
function isNote(block: Block, names: readonly string[]): boolean {
  if (block.weight > MAX_NOTE || block.kind === 'heading') return false;
  const { text } = block;
  const head = names.length === 0 ? '' : foldLetters(text.slice(0, 120));
  for (const name of names) {
    const at = head.indexOf(name);
    if (at === 0) return text.length < 300 || OFFICE.test(text);
    if (at > 0 && at < 40 && OFFICE.test(text)) return true;
  }
  // The cheap tests come first, because most texts fail them.
  if (THE_AUTHOR.test(text)) return OFFICE.test(text);
  return A_NAME.test(text) && OFFICE.test(text) && OFFICE_OF_THE_PAPER.test(text);
}

/** A name with its reading, the year of birth or a position: `佐藤健一（さとう・けんいち）1975年生まれ。` */
const JAPANESE_NOTE =
  /^[■●◆▽【]?[\p{sc=Han}々\p{sc=Hiragana}\p{sc=Katakana}ー ]{2,12}[】]? ?(?:[（(][\p{sc=Hiragana}\p{sc=Katakana}ー・･ 　]{3,20}[）)]|[／/]) ?.{0,30}?(?:(?:19|20)\d\d年|生まれ|ジャーナリスト|ライター|作家|記者|編集者|著書|専門|卒業|卒。|入社|評論家|研究者|教授)/u;

/** Where the author is unknown, a paragraph is a note only if it names a person with a position at a paper. */
const OFFICE_OF_THE_PAPER =
  /^.{3,80}?(?: is (?:an? |the |our )(?:\S+ ){0,4}(?:reporter|correspondent|editor|journalist|writer|columnist|contributor)\b.{0,120}(?:\b(?:at|for|covering|who covers|based in|with|of)\b)| covers .{3,160}\b(?:for|at) | ist (?:\S+ ){0,4}(?:redakteur|korrespondent|reporter|autor)(?:in)?\b.{0,40}(?:bei|der|des|für|im)\b| est (?:\S+ ){0,3}journaliste (?:à|au|pour|chez)| es (?:\S+ ){0,3}(?:periodista|redactora?|corresponsal) (?:de|en)\b)/iu;
