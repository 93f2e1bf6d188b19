import type { z } from 'zod';
import type { Path } from './yaml-source.ts';

/** The keys that a schema has at a path. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  const [key, ...rest] = path;
  return variants(schema).flatMap((variant) => {
    const { shape, element, valueType } = variant.def as unknown as Inner;
    if (key === undefined) return Object.keys(shape ?? {});
    const child = shape?.[String(key)] ?? (typeof key === 'number' ? element : valueType);
    return child === undefined ? [] : keysAt(child, rest);
  });
}

interface Inner {
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** The schemas beneath defaults, transformations and unions. */
function variants(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: input, options } = schema.def as unknown as Inner;
  if (innerType !== undefined) return variants(innerType);
  if (input !== undefined) return variants(input);
  return options === undefined ? [schema] : options.flatMap(variants);
}
