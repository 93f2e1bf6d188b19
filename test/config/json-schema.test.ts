import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';

test('chipwatch.schema.json agrees with the code; npm run schema writes it', async () => {
  const written = JSON.parse(await readFile('chipwatch.schema.json', 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
});

test('a channel’s secret may be named instead of written', () => {
  const text = JSON.stringify(configJsonSchema());
  expect(text).toContain('"required":["env"]');
});
