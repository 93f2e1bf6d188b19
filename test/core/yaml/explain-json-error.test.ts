import { expect, test } from 'vitest';
import { explainJsonError } from '../../../src/core/yaml/explain-json-error.ts';

test.each([
  ['', 'it is empty'],
  [' \n ', 'it is empty'],
  ['hello world', 'unexpected "hello world" in column 1'],
  ['{"a":1', 'it ends too early; was it cut off?'],
  ['[1,2', 'it ends too early; was it cut off?'],
  ['{"a":1,}', 'unexpected "}" in column 8'],
  ['{a:1}', 'unexpected "a:1}" in column 2'],
  ['{"a":tru}', 'unexpected "}" in column 9'],
  ['{"a":1} x', 'unexpected "x" in column 9'],
  [
    `{"${'a'.repeat(60)}":q, "${'b'.repeat(40)}":1}`,
    'unexpected "q, "bbbbbbbbbbbbbbbbbbbbbbbbbb" in column 65',
  ],
  ['{\n  "a": 1,\n  b: 2\n}', 'unexpected "b: 2" in line 3, column 3'],
])('%j', (text, words) => {
  let said: string | undefined;
  try {
    JSON.parse(text);
  } catch (error) {
    said = explainJsonError(text, error);
  }
  expect(said).toBe(`not JSON: ${words}`);
});
