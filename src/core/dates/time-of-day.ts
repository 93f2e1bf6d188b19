import { MIDNIGHT, milliseconds, type TimeOfDay } from './local-date-time.ts';

const CLOCK =
  /(?:(오전|오후|上午|下午|午前|午後|am|pm) ?)?(?<![\d:.])(\d{1,2})(?: ?[:時时시点點h] ?(\d{2})(?: ?[:分분] ?(\d{1,2})(?:[.,](\d{1,9}))?)? ?[分분秒초]?(?![\d:])|(?= ?[ap]\.?m\b))(?: ?(?:([ap])\.?m\b\.?|(?:بعد ?از ?ظهر|[بق]\.ظ\.?|مساءً?|صباحًا|صباحا|صبح|عصر)(?!\p{L})))?/iu;
/** After noon, in Persian and Arabic. */
const AFTER_NOON = /(?:بعد ?از ?ظهر|ب\.ظ\.?|مساءً?|عصر)$/u;

/** The first time of day in a text. */
export interface ClockTime {
  /** Undefined where the clock has no such time. */
  readonly time: TimeOfDay | undefined;
  readonly start: number;
  readonly end: number;
}

export function findTime(text: string): ClockTime | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  return { time: clockTime(match), start: match.index, end: match.index + match[0].length };
}

function clockTime(match: RegExpExecArray): TimeOfDay | undefined {
  const [, half, hours, minutes = '0', seconds = '0', fraction, letter] = match;
  let hour = Number(hours);
  const isLater = AFTER_NOON.test(match[0]) && hour < 12;
  const afternoon = isLater || letter?.toLowerCase() === 'p' || /^(?:오후|下午|午後|pm)$/i.test(half ?? '');
  if (afternoon || letter !== undefined || half !== undefined) {
    if (hour > 12)
      return afternoon ? { ...MIDNIGHT, hour, minute: Number(minutes), second: Number(seconds) } : undefined;
    hour = (hour % 12) + (afternoon ? 12 : 0);
  }
  return { hour, minute: Number(minutes), second: Number(seconds), millisecond: milliseconds(fraction) };
}
