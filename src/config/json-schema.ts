import { z } from 'zod';
import { SECRET_KEYS } from '../core/alerts/channel-config.ts';
import { configSchema } from './schema.ts';

type Schema = Record<string, unknown>;

const SECRET: Schema[] = [
  { type: 'object', properties: { env: { type: 'string' } }, required: ['env'], additionalProperties: false },
  {
    type: 'object',
    properties: { file: { type: 'string' } },
    required: ['file'],
    additionalProperties: false,
  },
];

/** The JSON Schema (2020-12) of the configuration file as written: secrets may be `{env}` or `{file}`. */
export function configJsonSchema(): Schema {
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const channels = (
    schema['properties'] as Record<string, { items: { oneOf?: Schema[]; anyOf?: Schema[] } }>
  )['channels'];
  for (const kind of channels?.items.oneOf ?? channels?.items.anyOf ?? []) {
    const properties = kind['properties'] as Record<string, Schema>;
    const name = (properties['kind'] as { const: keyof typeof SECRET_KEYS }).const;
    for (const key of SECRET_KEYS[name]) {
      const plain = properties[key];
      if (plain !== undefined) properties[key] = { anyOf: [plain, ...SECRET] };
    }
  }
  return { ...schema, title: 'chipwatch configuration' };
}
