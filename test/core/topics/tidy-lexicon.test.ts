import { expect, test } from 'vitest';
import { tidyLexicon } from '../../../src/core/topics/tidy-lexicon.ts';
import { readTopicFiles } from '../../../src/io/topics/read-topic-files.ts';

test('languages and terms are sorted, one a line, each once, with their comments', () => {
  const source = `# Chips.
concepts:
  chip:
    about: Semiconductors.
    en: |
      semiconductor*, chip
      # only in capitals
      =CPU
      chip   # also a crisp
      *board

    de: |
      Chip
    except:
      en: |
        potato chip
`;
  expect(tidyLexicon(source)).toBe(`# Chips.
concepts:
  chip:
    about: Semiconductors.
    de: |
      Chip
    en: |
      *board
      chip
      # only in capitals
      =CPU
      semiconductor*
    except:
      en: |
        potato chip
`);
});

test('a comment behind a term stays there', () => {
  const source = "concepts:\n  a:\n    '*': |\n      b\n      a  # why\n";
  expect(tidyLexicon(source)).toBe("concepts:\n  a:\n    '*': |\n      a  # why\n      b\n");
});

test('the shipped lexicons are in order', async () => {
  for (const { file, source } of await readTopicFiles('config/topics/concepts')) {
    expect(tidyLexicon(source), `${file}: run npx chipwatch topics tidy`).toBe(source);
  }
});
