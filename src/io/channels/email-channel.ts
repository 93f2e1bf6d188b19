import type { AlertMessage } from '../../core/messages/message.ts';
import type { EmailContent } from '../../core/messages/email-content.ts';
import { explainConnection } from '../connection-error.ts';
import { remember } from '../remember.ts';
import type { Channel, SendOutcome } from './channel.ts';
import type { EmailConfig } from '../../core/alerts/channel-config.ts';

// How many mails are remembered that only some recipients have got. Their next attempt goes to the others.
const REMEMBERED = 1000;

/** What nodemailer attaches to its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
  /** Set when a server answered: whether the same mail would be refused again. */
  readonly permanent?: boolean;
  readonly recipient?: string;
  readonly rejectedErrors?: readonly SmtpError[];
}

/**
 * Sends mail over SMTP, with a new connection for each mail: alerts are rare, and a connection that was idle for
 * hours is often dead. When a server accepts a mail for some recipients and defers others, the next attempt goes only
 * to the others.
 */
export function createEmailChannel(
  config: EmailConfig,
  render: (message: AlertMessage) => EmailContent,
): Channel {
  const recipients = [config.to].flat();
  const server = serverOf(config);
  const accepted = new Map<string, ReadonlySet<string>>();
  let transport: Awaited<ReturnType<typeof openTransport>> | undefined;
  return {
    name: config.name,
    kind: 'email',
    maxStories: 50,
    async send(message, signal) {
      const key = message.idempotencyKey;
      const before = accepted.get(key) ?? new Set<string>();
      const to = recipients.map(addressOf).filter((address) => !before.has(address.toLowerCase()));
      const content = render(message);
      const deadline = AbortSignal.timeout(config.timeoutSeconds * 1000);
      try {
        transport ??= await openTransport(config);
        const info = await transport.sendMail({
          ...content,
          references: [...content.references],
          from: config.from,
          to: recipients.join(', '),
          replyTo: config.replyTo,
          date: message.createdAt,
          envelope: { from: addressOf(config.from), to },
          signal: AbortSignal.any([signal, deadline]),
        });
        const refusals = (info.rejectedErrors ?? []) as readonly SmtpError[];
        const later = refusals.filter((refusal) => refusal.permanent !== true);
        if (later.length > 0) {
          remember(
            accepted,
            key,
            new Set([...before, ...info.accepted.map((address) => address.toLowerCase())]),
            REMEMBERED,
          );
          return { status: 'retry', reason: describe(later, server) };
        }
        accepted.delete(key);
        return delivered(info.response.slice(0, 200), refusals, server);
      } catch (error) {
        const outcome = failure(error, signal, deadline, config);
        if (before.size === 0 || !refusalsOf(error).every(({ permanent }) => permanent === true))
          return outcome;
        accepted.delete(key);
        return delivered(`taken for ${before.size}`, refusalsOf(error), server);
      }
    },
    async close() {
      transport?.close();
    },
  };
}

/** The library is loaded with the first mail: most services send none, and it takes 2 MB. */
async function openTransport(config: EmailConfig) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host: config.host,
    port: config.port,
    secure: config.tls === 'implicit',
    requireTLS: config.tls === 'starttls',
    ignoreTLS: config.tls === 'none',
    ...(config.user === undefined ? {} : { auth: { user: config.user, pass: config.password ?? '' } }),
    connectionTimeout: Math.min(config.timeoutSeconds, 15) * 1000,
    greetingTimeout: Math.min(config.timeoutSeconds, 15) * 1000,
    socketTimeout: config.timeoutSeconds * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The mail was taken, but perhaps not for all. */
function delivered(answer: string, refusals: readonly SmtpError[], server: string): SendOutcome {
  if (refusals.length === 0) return { status: 'delivered', answer };
  const refused = describe(refusals, server);
  return { status: 'delivered', answer: `${answer}; refused: ${refused}`, refused };
}

/**
 * What the server said of the mail's content or size is final. A refused password, sender or address is tried again:
 * the operator can mend that, and the mail is as good as before.
 */
function failure(
  error: unknown,
  signal: AbortSignal,
  deadline: AbortSignal,
  config: EmailConfig,
): SendOutcome {
  if (!(error instanceof Error)) throw error;
  if (signal.aborted) return { status: 'retry', reason: 'stopped before an answer came' };
  if (deadline.aborted) return { status: 'retry', reason: `no answer within ${config.timeoutSeconds} s` };
  const each = refusalsOf(error);
  const reason = describe(each, serverOf(config));
  return each.every(isAboutMail)
    ? { status: 'refused', reason, isTooLarge: each.every(isTooLarge) }
    : { status: 'retry', reason };
}

/** What was refused, for each recipient where the server said so. */
function refusalsOf(error: unknown): readonly SmtpError[] {
  return (error as SmtpError).rejectedErrors ?? [error as SmtpError];
}

/** Extended codes (RFC 3463) that concern addresses, mailboxes, routing or what a server permits. */
const ABOUT_ADDRESS = /^\d{3}[ -]5\.[1247]\./;

/** Whether the mail itself was refused, as too large or after the server had read it. */
function isAboutMail({ code, permanent, responseCode, response = '' }: SmtpError): boolean {
  return (
    (code === 'EMESSAGE' || responseCode === 552) && permanent !== false && !ABOUT_ADDRESS.test(response)
  );
}

/** 552 (RFC 5321), or the extended code 5.3.4, "message too big for system" (RFC 3463). */
function isTooLarge({ responseCode, response = '' }: SmtpError): boolean {
  return responseCode === 552 || /\b5\.3\.4\b/.test(response);
}

function describe(errors: readonly SmtpError[], server: string): string {
  const texts = errors.map((error) => {
    const said =
      error.code === 'EAUTH' ? refusedLogin(error, server) : (error.response ?? noAnswer(error, server));
    return error.recipient === undefined ? said : `${error.recipient}: ${said}`;
  });
  return texts.join('; ').slice(0, 300);
}

/** The answer of a server is often a number with one word. */
function refusedLogin({ response, message }: SmtpError, server: string): string {
  return `${server} refuses user and password (${response ?? message})`;
}

/** Why the server has said nothing. */
function noAnswer(error: SmtpError, server: string): string {
  const { code = 'failed', message } = error;
  const known = explainConnection(error, server);
  if (known !== undefined) return `no connection: ${known.reason}`;
  if (/wrong version number|packet length too long/i.test(message))
    return `no connection: ${server} does not begin with encryption; tls: starttls is for such servers, usually on port 587`;
  if (code === 'ETIMEDOUT' || code === 'ETIMEOUT') return `no connection: ${server} did not answer in time`;
  if (code === 'ETLS') return `no connection: ${server} agrees on no encryption (${message})`;
  if (code === 'EDNS') return `no connection: the name in ${server} has no address`;
  return `the mail could not be handed over (${code}: ${message})`;
}

function serverOf({ host, port }: EmailConfig): string {
  return `${host}:${port}`;
}

function addressOf(mailbox: string): string {
  return (/<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox).trim();
}
