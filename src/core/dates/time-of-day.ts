import { halfBeside, hourIn } from './half-of-day.ts';
import { milliseconds, type TimeOfDay } from './local-date-time.ts';

/** `14:07:09.5`, `14h07`, and an hour alone where a word shows that it is one: `2 pm`, `14 Uhr`, `14h`. */
const CLOCK =
  /(?<![\d:.])(\d{1,2})(?: ?[:h] ?(\d{2})(?: ?: ?(\d{1,2})(?:[.,](\d{1,9}))?)?(?![\d:])|(?= ?[ap]\. ?m\b| ?[ap]m\b)| ?(?:uhr|h)(?![\p{L}\d]))/iu;
/** Each number with its unit: `2시 7분 9초`, `午後2時`, `14 นาฬิกา 07 นาที`. */
const WITH_UNITS =
  /(?<![\d:.])(\d{1,2}) ?(?:[時时点點](?![間间])|시(?!간)|นาฬิกา)(?: ?(\d{1,2}) ?(?:[分분:]|นาที)?(?: ?(\d{1,2})(?:[.,](\d{1,9}))? ?(?:[秒초]|วินาที)?)?)?/iu;

/** The first time of day in a text. */
export interface ClockTime {
  /** Undefined where the clock has no such time. */
  readonly time: TimeOfDay | undefined;
  readonly start: number;
  readonly end: number;
}

/**
 * The first time of day in a text, with the half of the day beside it. `start` and `end` (exclusive) are UTF-16
 * offsets that include both. Undefined where there is none.
 */
export function findTime(text: string): ClockTime | undefined {
  const match = WITH_UNITS.exec(text) ?? CLOCK.exec(text);
  if (match === null) return undefined;
  const end = match.index + match[0].length;
  const beside = halfBeside(text.slice(0, match.index), text.slice(end));
  return {
    time: clockTime(match, beside?.half),
    start: match.index - (beside?.before ?? 0),
    end: end + (beside?.after ?? 0),
  };
}

function clockTime(
  match: RegExpExecArray,
  half: Parameters<typeof hourIn>[0] | undefined,
): TimeOfDay | undefined {
  const [, hours, minutes = '0', seconds = '0', fraction] = match;
  const written = Number(hours);
  // `14:07 PM` is a clock of 24 hours with a needless word; `14:07 AM` is no time.
  if (half === 'morning' && written > 12) return undefined;
  const hour = half === undefined || written > 12 ? written : hourIn(half, written);
  return { hour, minute: Number(minutes), second: Number(seconds), millisecond: milliseconds(fraction) };
}
