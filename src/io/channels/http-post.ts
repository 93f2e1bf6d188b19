import type { Agent } from 'undici';
import { type HttpAnswer, refusedInBody } from './refused-in-body.ts';
import { explainConnection } from '../connection-error.ts';
import type { SendOutcome } from './channel.ts';
import { isAcceptance, NoAnswerError, sendRequest } from './send-request.ts';

const ANSWER_MAX_BYTES = 16 * 1024;

interface HttpPost {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpPoster {
  /** Posts once and judges the answer. `judge` may override what the status alone says. */
  post(
    message: HttpPost,
    signal: AbortSignal,
    judge?: (answer: HttpAnswer) => SendOutcome | undefined,
  ): Promise<SendOutcome>;
  close(): Promise<void>;
}

/**
 * Posts JSON with a deadline and reads a bounded answer. Redirects are not followed: news goes only to the address
 * that the operator configured. Of the address reasons quote the host alone, because for most services the rest is the
 * secret.
 */
export function createHttpPoster(options: {
  readonly timeoutSeconds: number;
  readonly userAgent?: string | undefined;
}): HttpPoster {
  const timeoutMs = options.timeoutSeconds * 1000;
  // With one connection a slow answer would delay the next message. Many connections would look like an attack.
  let agent: Promise<Agent> | undefined;
  return {
    async post(message, signal, judge) {
      // Loaded by the first message: a process that sends none needs no HTTP client.
      agent ??= import('../http/undici.ts').then(
        ({ Agent }) =>
          new Agent({
            connections: 4,
            pipelining: 1,
            connect: { timeout: Math.min(timeoutMs, 10_000) },
          }),
      );
      try {
        const headers = {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': options.userAgent ?? 'chipwatch',
          ...message.headers,
        };
        const limits = { signal, timeoutMs, maxBytes: ANSWER_MAX_BYTES };
        const { text, ...answered } = await sendRequest(await agent, { ...message, headers }, limits);
        const answer: HttpAnswer = { ...answered, text: withoutAddress(text, message.url) };
        return refusedInBody(answer) ?? judge?.(answer) ?? judgeStatus(answer);
      } catch (error) {
        const reason =
          signal.aborted || error instanceof NoAnswerError
            ? unanswered(signal, options.timeoutSeconds)
            : failureReason(error, URL.parse(message.url)?.host ?? '');
        return { status: 'retry', reason };
      }
    },
    // The caller has waited for the sends that count. Those that are cut off are sent again.
    close: async () => (await agent)?.destroy(),
  };
}

/** Error pages often quote the address, and for most services the address is the secret. */
function withoutAddress(text: string, address: string): string {
  if (text === '') return text;
  const { href, pathname, search } = new URL(address);
  return [address, href, pathname + search, pathname]
    .filter((secret) => secret.length >= 8)
    .reduce((shown, secret) => shown.replaceAll(secret, '[address]'), text);
}

/** Statuses that judge the message itself: its form, length or type. */
const ABOUT_THE_MESSAGE = new Set([400, 406, 411, 413, 414, 415, 416, 417, 422, 431]);

const TOO_LARGE = 413;

/** Whether a refusal names the size of the message. Services answer 400 with such words as well as 413. */
function saysTooLarge(text: string): boolean {
  return /too[ _-]?(?:long|large|big|many)|or fewer in length|exceeds? (?:the )?max/i.test(text);
}

/**
 * What an HTTP status says about another attempt. 2xx: delivered. A verdict on the message itself: refused. Everything
 * else is tried again, also 401, 403, 404 and redirects: a secret was changed or an address moved, and the message is
 * as good as before once the operator has mended that.
 */
export function judgeStatus(answer: HttpAnswer): SendOutcome {
  const { status } = answer;
  const said = answer.text.trim().slice(0, 200);
  const text = said === '' ? `HTTP ${status}` : `HTTP ${status}: ${said}`;
  if (isAcceptance(status)) return { status: 'delivered', answer: text };
  if (isAboutMessage(status))
    return { status: 'refused', reason: text, isTooLarge: status === TOO_LARGE || saysTooLarge(said) };
  if (status >= 300 && status < 400)
    return { status: 'retry', reason: `HTTP ${status}: the address redirects; configure the final one` };
  return { status: 'retry', reason: text, retryAfter: [answer.headers['retry-after']].flat()[0] };
}

/** What a refusal with this status means where the service told us nothing but the status. */
export function refusal(status: number, reason: string): SendOutcome {
  return { status: 'refused', reason, isTooLarge: status === TOO_LARGE };
}

/** Whether an HTTP status refuses the message, and not its sender or the address. */
export function isAboutMessage(status: number): boolean {
  return ABOUT_THE_MESSAGE.has(status);
}

/**
 * For services that never answer with a web page: one in the answer comes from a proxy, a captive portal or another
 * site behind the same name, so the message has not arrived.
 */
export function refuseWebPage(answer: HttpAnswer): SendOutcome | undefined {
  const isPage = /^\s*<(?:!doctype|html|head|body|title|meta|script)\b/i.test(answer.text);
  return isPage && isAcceptance(answer.status)
    ? { status: 'retry', reason: `HTTP ${answer.status} with a web page: another server answered` }
    : undefined;
}

function unanswered(signal: AbortSignal, seconds: number): string {
  return signal.aborted ? 'stopped before an answer came' : `no answer within ${seconds} s`;
}

function failureReason(error: unknown, host: string): string {
  const known = explainConnection(error, host);
  if (known !== undefined) return `no connection: ${known.reason}`;
  if (!(error instanceof Error)) return 'the request failed';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return `the request to ${host} failed (${code})`;
}
