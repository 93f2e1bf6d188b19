import { createRequire } from 'node:module';
import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino } from 'pino';
import type pinoPretty from 'pino-pretty';
import { type LogStream, openLogStream } from './log-stream.ts';

export interface LogOptions {
  readonly level: string;
  /** `auto`: a readable line on a terminal, one JSON object a line elsewhere. */
  readonly format: 'auto' | 'json' | 'pretty';
}

/** Keys whose values are removed from the log, in the first three levels of an object. */
const SECRET_KEYS = [
  'password',
  'secret',
  'token',
  'authorization',
  'databaseUrl',
  'redisUrl',
  'connectionString',
];
/** Fields that are left out of lines for people. */
const MACHINE_KEYS = new Set([
  'level',
  'time',
  'pid',
  'hostname',
  'name',
  'event',
  'job',
  'msg',
  'err',
  'trace_id',
  'span_id',
]);

/**
 * Opens the log of one process. One line for each business event; `event` names it (`feed.polled`, `item.read`,
 * `article.matched`, `alert.delivered`).
 */
export function openLog({ level, format }: LogOptions): Logger {
  const onTerminal = process.stderr.isTTY === true;
  const human = format === 'pretty' || (format === 'auto' && onTerminal);
  // Standard output is for the console channel, so the log goes to standard error.
  const stream: DestinationStream = human ? forPeople(onTerminal) : inBackground();
  const censored = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino(
    {
      name: 'chipwatch',
      level,
      redact: { paths: censored, censor: '(hidden)' },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: traceOfLine,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
}

/** Loads the formatter, which the log of a service in the background does not need. */
function forPeople(onTerminal: boolean): DestinationStream {
  const pretty = createRequire(import.meta.url)('pino-pretty') as typeof pinoPretty;
  return pretty({
    destination: 2,
    sync: true,
    colorize: onTerminal,
    hideObject: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname,name',
    messageFormat: (line) => lineOf(line, onTerminal),
  });
}

let standardError: LogStream | undefined;

function inBackground(): DestinationStream {
  if (standardError === undefined) {
    const stream = openLogStream(2);
    process.on('exit', () => stream.flushSync());
    standardError = stream;
  }
  return standardError;
}

/** Adds the ids of trace and span, so that a line can be found from its trace and the trace from the line. */
function traceOfLine(): { trace_id?: string; span_id?: string } {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined ? {} : { trace_id: span.traceId, span_id: span.spanId };
}

/** Events that are highlighted on a terminal. */
const STANDS_OUT = /^(?:alert\.delivered|operations\.message)$/;
const [BOLD, PLAIN] = ['\u001B[1m', '\u001B[22m'];

/** A line for people. A matched article is one line: its headline, its outlet, its topics. */
export function lineOf(line: Readonly<Record<string, unknown>>, coloured: boolean): string {
  const event = String(line['event'] ?? '');
  if (event === 'article.matched') {
    const topics = (line['topics'] as readonly string[] | undefined)?.join(', ') ?? '';
    return `${String(line['title'])} · ${String(line['outlet'])} · ${topics}`;
  }
  const text = `${String(line['msg'])}${details(line)}`;
  return coloured && STANDS_OUT.test(event) ? `${BOLD}${text}${PLAIN}` : text;
}

/** The rest of a line, as `  feed=https://… new=3`. */
function details(line: Readonly<Record<string, unknown>>): string {
  const shown = Object.entries(line).filter(
    ([key, value]) =>
      !MACHINE_KEYS.has(key) && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const error = (line['err'] as { message?: string } | undefined)?.message;
  const pairs = shown.map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [...pairs, ...(error === undefined ? [] : [`error=${error}`])].map((pair) => `  ${pair}`).join('');
}
