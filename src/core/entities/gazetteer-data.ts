import { z } from 'zod';
import { explainIssues } from '../yaml/explain-issues.ts';
import { fieldName, type SourcePlace, YamlSource } from '../yaml/yaml-source.ts';

const terms = z.array(z.string().trim().min(1)).min(1);
const id = z.string().regex(/^[a-z0-9][a-z0-9:-]*$/, 'expected lower-case letters, digits, - and : only');
const kind = z.string().regex(/^[a-z][a-z-]*$/, 'expected lower-case letters and - only');
/** By id: the display name, which is a term too, then further terms. */
const section = z.record(id, terms).default({});

const schema = z.strictObject({
  organisations: section,
  agencies: section,
  chips: section,
  countries: section,
  /** Ids by kind and home country. */
  kinds: z.record(kind, z.record(kind, z.array(id).min(1))).default({}),
  /** Terms that mean the entity only near certain words: `H2O` is the H20 chip near NVIDIA, else water. */
  in_context: z
    .array(
      z.strictObject({
        id,
        terms,
        /** Any of these entities within `within` characters … */
        near: z.array(id).default([]),
        within: z.int().positive().max(2_000).default(200),
        /** … or any of these terms within 20 characters. */
        beside: z.array(z.string().trim().min(1)).default([]),
      }),
    )
    .default([]),
  /** Phrases inside which no entity is found: `Washington Post`. */
  ignore: z.array(z.string().trim().min(1)).default([]),
});

/** The gazetteer as written in `config/entities.yaml`. */
export type GazetteerData = z.infer<typeof schema>;

/** The gazetteer is invalid; the message says where and why. */
export class GazetteerError extends Error {
  override name = 'GazetteerError';
}

/**
 * Reads a gazetteer from YAML.
 *
 * @param file named in messages
 * @throws {GazetteerError} for invalid YAML or another shape; one line for each fault, with file, line, column and
 * field
 */
export function parseGazetteer(text: string, file = 'entities.yaml'): GazetteerData {
  const yaml = new YamlSource(text);
  const faults: { readonly place: SourcePlace; readonly message: string }[] = yaml.faults.map(
    ({ offset, message }) => ({ place: yaml.placeAt(offset), message }),
  );
  if (faults.length === 0) {
    const value = yaml.value();
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, atKey, message } of explainIssues(result.error.issues, value, schema))
      faults.push({
        place: yaml.placeOf(path, atKey),
        message: atKey ? message : `${fieldName(path) || 'file'}: ${message}`,
      });
  }
  throw new GazetteerError(
    faults.map(({ place, message }) => `${file}:${place.line}:${place.column}: ${message}`).join('\n'),
  );
}
