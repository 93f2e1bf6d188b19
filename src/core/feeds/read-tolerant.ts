import { Tokenizer } from 'htmlparser2';
import { declaredEntities } from './declared-entities.ts';
import type { FeedDocument } from './feed-document.ts';
import { FeedTreeBuilder } from './feed-tree-builder.ts';
import type { FeedLimits } from './limits.ts';
import { decodeReferences } from './references.ts';
import { repairMarkup } from './repair-markup.ts';
import { type Repair, openCdata, openComment, openQuote } from './unterminated-constructs.ts';

/** The maximum number of unended constructs that are repaired. Each repair reads the text again. */
const MAX_MENDS = 4;

/**
 * Reads any XML feed, valid or damaged, with htmlparser2, the tokenizer under cheerio. Undeclared entities and
 * prefixes, stray `<` and `&`, mismatched tags, quotes, comments and CDATA sections that never end, text around the
 * document, and a missing end affect at most the element they are in. Time is linear in the length of the text.
 * @returns undefined when no feed begins anywhere in the text
 */
export function readTolerant(source: string, url: string, limits: FeedLimits): FeedDocument | undefined {
  let text = repairMarkup(source);
  const problems: string[] = [];
  for (;;) {
    const read = tokenize(text, url, limits, problems.length < MAX_MENDS);
    if (read === undefined || 'channel' in read) {
      return read && { ...read, problems: [...problems, ...read.problems] };
    }
    problems.push(read.problem);
    text = text.slice(0, read.from) + read.replacement + text.slice(read.to);
  }
}

/** One pass over the text: a document, or the repair needed before the next pass. */
function tokenize(
  text: string,
  url: string,
  limits: FeedLimits,
  mends: boolean,
): FeedDocument | Repair | undefined {
  let declared: ((name: string) => string | undefined) | undefined;
  const decode = (raw: string) => decodeReferences(raw, declared);
  const builder = new FeedTreeBuilder(url, limits);
  let mend: Repair | undefined;
  const look = (found: Repair | undefined) => {
    if (!mends || found === undefined) return;
    mend = found;
    tokenizer.pause();
  };

  let tag = '';
  let attributes: Record<string, string> | undefined;
  let attributeCount = 0;
  let attribute = '';
  let value = '';
  const open = (selfClosing: boolean) => {
    builder.open(tag, attributes, selfClosing);
    if (builder.full) tokenizer.pause();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false, recognizeSelfClosing: true },
    {
      onopentagname(start, end) {
        tag = text.slice(start, end);
        attributes = undefined;
        attributeCount = 0;
      },
      onattribname(start, end) {
        attribute = text.slice(start, Math.min(end, start + 100)).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        if (attributeCount < limits.maxAttributes || attribute.startsWith('xmlns')) {
          value = text.slice(start, Math.min(end, start + limits.maxAttributeLength));
        }
        if (end - start > 20) look(openQuote(text, start, end));
      },
      onattribentity() {},
      onattribend() {
        if (attribute.startsWith('xmlns')) builder.declareNamespace(attribute.slice(6), value);
        else if (attributeCount < limits.maxAttributes) {
          attributes ??= Object.create(null) as Record<string, string>;
          attributes[attribute] ??= decode(value);
          attributeCount++;
        }
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag(start, end) {
        builder.close(text.slice(start, end));
        if (builder.full) tokenizer.pause();
      },
      ontext(start, end) {
        if (builder.wantsText) builder.text(decode(text.slice(start, end)));
      },
      ontextentity() {},
      oncdata(start, end, offset) {
        if (!builder.wantsText) return;
        look(openCdata(text, start, end - offset, builder.currentTag));
        builder.text(text.slice(start, end - offset));
      },
      oncomment(start, end) {
        if (end === text.length) look(openComment(text, start));
      },
      ondeclaration(start, end) {
        // The tokenizer ends a declaration at its first `>`, but an internal subset ends at `]>`.
        if (declared !== undefined || !/^doctype\s/i.test(text.slice(start, start + 8))) return;
        const subsetEnd = text.slice(start, end).includes('[') ? text.indexOf(']>', start) : end;
        declared = declaredEntities(
          text.slice(start, subsetEnd < 0 ? end : subsetEnd),
          limits.maxEntityExpansion,
        );
      },
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(text);
  if (!builder.full && mend === undefined) tokenizer.end();
  return mend ?? builder.finish();
}
