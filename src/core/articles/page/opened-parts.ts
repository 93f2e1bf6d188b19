import type { Block, Box } from './page-tree.ts';
import type { Attributes } from './roles.ts';

/** The maximum number of ids in one page. */
const MAX_IDS = 5_000;

/** Attributes that name the part which their element opens. */
const NAMING = ['aria-controls', 'data-target', 'data-bs-target', 'onclick'] as const;
/** Attributes that make any element an opener. */
const OPENING: ReadonlySet<string> = new Set([...NAMING, 'aria-expanded']);

/** Whether an attribute may open a part of the page; links and buttons are openers by their names. */
export function mayOpen(attribute: string, value: string): boolean {
  return OPENING.has(attribute) || (attribute === 'role' && value === 'button');
}

/**
 * The closed parts of a page that something on it opens: answers under questions, the rest of a text after `Read
 * more`. A part is opened by an element that names its id (`aria-controls`, `href="#id"`, `data-target`), or by a
 * button right before it.
 */
export class OpenedParts {
  private readonly ids = new Set<string>();
  private readonly closed: {
    readonly box: Box;
    readonly id: string | undefined;
    readonly follows: boolean;
  }[] = [];
  /** How many blocks there were before the last button. */
  private lastButton = -2;

  /** Notes what an opener opens; `blocks` is how many blocks are before it. */
  see(name: string, attributes: Attributes, blocks: number): void {
    const href = attributes['href'];
    for (const attribute of NAMING) {
      const value = attributes[attribute];
      if (value !== undefined) this.name(value);
    }
    if (name === 'a' && href !== undefined && href.length > 1 && href !== 'javascript:void(0)')
      this.name(href);
    if (
      name === 'button' ||
      (name === 'a' && href === '#') ||
      attributes['aria-expanded'] !== undefined ||
      attributes['role'] === 'button'
    ) {
      this.lastButton = blocks;
    }
  }

  /** Adds a closed part; its button may come later. */
  close(box: Box, id: string | undefined): void {
    // The button's text may be a block of its own.
    this.closed.push({ box, id, follows: box.unseen === 'hidden' && box.first - this.lastButton <= 1 });
  }

  /** Whether something so far opens the part with this id. */
  opens(id: string | undefined): boolean {
    return id !== undefined && this.ids.has(id);
  }

  /** Opens every part that something opens, except summaries made by a program: the full text is on the page. */
  openAll(blocks: readonly Block[]): void {
    for (const { box, id, follows } of this.closed) {
      if ((follows || this.opens(id)) && !isSummary(box, id, blocks)) box.unseen = undefined;
    }
  }

  /** `#more`, `pan1 pan2`, `toggle('more')`. */
  private name(value: string): void {
    if (value.length > 200 || this.ids.size >= MAX_IDS) return;
    if (/["'(]/.test(value)) {
      for (const quoted of value.matchAll(/["'#]([\w:-]{1,80})(?=["'])/g)) this.ids.add(quoted[1]!);
    } else for (const id of value.split(/\s+/)) this.ids.add(id.replace(/^#/, ''));
  }
}

/** Names of boxes that hold a summary made by a program. */
const SUMMARY_NAME =
  /(?:^|[^a-z])(?:gen-?)?(?:ai|ki|llm|gpt)[-_]?(?:summary|summaries|overview|tl-?dr|zusammenfassung|resume|resumen|takeaways|generated)|summary[-_](?:ai|ki|llm|gpt)(?![a-z])|(?:^|[^a-z])tl-?dr(?![a-z])/i;
const SUMMARY_WORDS =
  /\b(?:ai|ki|llm|chatgpt)[- ](?:generated|assisted|generiert|erzeugt|erstellt|summary|overview|zusammenfassung)|(?:generated|summari[sz]ed|written|created) (?:by|with|using) (?:an? )?(?:ai\b|artificial intelligence|language model)|(?:mit|von|durch) (?:ki|künstlicher intelligenz) (?:erstellt|generiert|erzeugt|zusammengefasst)|(?:généré|résumé|rédigé)e? par (?:l[’']|une )?(?:ia\b|intelligence artificielle)|(?:generad|resumid|elaborad|gerad|resumid)[oa] (?:por|con|com) (?:la |a )?(?:ia\b|inteligencia artificial|inteligência artificial)|generat[oa] (?:da|dall[’'])\s?(?:ia\b|intelligenza artificiale)|gegenereerd door ai\b|wygenerowan[eya] przez (?:ai\b|sztuczną)|(?:создан|сгенерирован)[оаы]? (?:ии(?!\p{L})|искусственным|нейросетью)|yapay zek[aâ] (?:ile|tarafından)|AI ?(?:生成|要約|摘要|总结|總結|요약)|(?:生成|作成)AI|AI(?:が|による|로|가)\s?(?:生成|要約|作成|요약|생성)|(?:بواسطة|باستخدام) الذكاء الاصطناعي/iu;
/** Longer lines are not checked. */
const MAX_LINE = 120;

function isSummary(box: Box, id: string | undefined, blocks: readonly Block[]): boolean {
  if (SUMMARY_NAME.test(`${box.classes.slice(0, 500)} ${id?.slice(0, 80) ?? ''}`)) return true;
  return [box.first - 1, box.first, box.end - 1].some((at) => {
    const text = blocks[at]?.text;
    return text !== undefined && text.length <= MAX_LINE && SUMMARY_WORDS.test(text);
  });
}
