import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export interface LogOptions {
  readonly level: string;
  /** `auto`: pretty on a terminal, one JSON object a line elsewhere. */
  readonly format: 'auto' | 'json' | 'pretty';
}

/** Keys whose values never reach a log, wherever they stand in the first three levels. */
const SECRET_KEYS = [
  'password',
  'secret',
  'token',
  'authorization',
  'databaseUrl',
  'redisUrl',
  'connectionString',
];

/**
 * Opens the log of one process. One line for each business event; `event` names it (`feed.polled`, `item.read`,
 * `story.matched`, `alert.delivered`).
 */
export function openLog({ level, format }: LogOptions): Logger {
  const onTerminal = process.stderr.isTTY === true;
  const human = format === 'pretty' || (format === 'auto' && onTerminal);
  // The console channel owns standard output: alerts stay apart from the log.
  const stream: DestinationStream = human
    ? pretty({
        destination: 2,
        sync: true,
        colorize: onTerminal,
        ignore: 'pid,hostname,name',
        translateTime: 'SYS:HH:MM:ss',
      })
    : pino.destination({ dest: 2, sync: false });
  const censored = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ name: 'chipwatch', level, redact: { paths: censored, censor: '(hidden)' } }, stream);
}
