/** A fault reported by the YAML library: a code, and a sentence for programmers. */
export interface YamlProblem {
  readonly code?: string | undefined;
  readonly message: string;
}

const FAULTS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'the name after * or & is missing',
  BAD_DIRECTIVE: 'a line that begins with % is none of YAML’s; put the text in quotes',
  BAD_DQ_ESCAPE: 'what follows \\ in double quotes is no YAML escape; write \\\\ or use single quotes',
  BAD_SCALAR_START: 'text cannot begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'there are two keys in one line, or a : in text that needs quotes',
  BLOCK_IN_FLOW: 'within [ ] and { } no list with - and no indented group may begin',
  MULTILINE_IMPLICIT_KEY: 'a key ends with : in its own line; expected "key: value"',
  MULTIPLE_DOCS: 'a second document begins with ---; expected one document in a file',
  TAB_AS_INDENT: 'a tab indents this line; expected spaces',
};

const OPEN_FLOW = /^Flow (sequence|map) .* end with a (.)$/;

/**
 * A sentence for the author of the file. The library's own sentences speak of flow sequences, scalars and mappings.
 *
 * @param at the source from the fault on
 */
export function explainYamlError({ code = '', message }: YamlProblem, at: string): string {
  const open = OPEN_FLOW.exec(message);
  if (open !== null) {
    const list = open[1] === 'map' ? 'group that { begins' : 'list that [ begins';
    return `the ${list} is not closed: expected ${open[2]}, found ${at.trim() === '' ? 'the end of the file' : 'the next setting'}`;
  }
  if (code === 'DUPLICATE_KEY') return `the key "${firstWord(at)}" is given twice`;
  if (code === 'BAD_INDENT') return 'this line is indented otherwise than its neighbours in the same group';
  if (message.startsWith('Excessive alias')) return 'too many aliases (*name): write the values out';
  const alias = /^Unresolved alias .*: (.*)$/s.exec(message)?.[1];
  if (alias !== undefined)
    return `there is no anchor &${alias} before the alias *${alias}; text that begins with * needs quotes`;
  const quote = /^Missing closing (.)/.exec(message)?.[1];
  if (quote !== undefined) return `a quote is not closed: expected ${quote}, found the end of the file`;
  if (/^Unexpected .*(?: at node end|in YAML stream|on same line)/.test(message))
    return `expected "key: value", or the end of the value before it, found "${firstLine(at)}"`;
  return FAULTS[code] ?? message.replace(/; please use .*$/, '');
}

function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0]!.trimEnd().slice(0, 60);
}

function firstWord(text: string): string {
  return /^["']?([^:"'\n]{1,60})/.exec(text)?.[1]?.trim() ?? '';
}
