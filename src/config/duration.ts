import { z } from 'zod';

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** A hundred years. Far beyond that there are no dates. */
const LONGEST = 36_500 * SECONDS.d;

/** Reads `90s`, `15m`, `48h`, `7d` or a bare 0 into seconds, up to 36500d; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const found = /^(\d{1,9})(s|m|h|d)$/.exec(text.trim());
  if (found === null) return text.trim() === '0' ? 0 : undefined;
  const seconds = Number(found[1]) * SECONDS[found[2] as keyof typeof SECONDS];
  return seconds > LONGEST ? undefined : seconds;
}

const EXPECTED = 'expected a duration such as 90s, 15m, 48h or 7d';
const TOO_LONG = 'expected a duration of at most 36500d';

/** A duration in a configuration file, in seconds once read. */
export const duration = z
  .union([z.string(), z.literal(0)], { error: EXPECTED })
  .describe('A duration: 90s, 15m, 48h, 7d, or 0')
  .transform((value, context) => {
    const seconds = parseDuration(String(value));
    if (seconds !== undefined) return seconds;
    context.addIssue({
      code: 'custom',
      message: /^\s*\d+[smhd]\s*$/.test(String(value)) ? TOO_LONG : EXPECTED,
      input: value,
    });
    return z.NEVER;
  });
