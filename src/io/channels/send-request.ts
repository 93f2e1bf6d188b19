import type { Dispatcher } from 'undici';

interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The beginning of the body. */
  readonly text: string;
}

interface SendOptions {
  readonly signal: AbortSignal;
  /** For the whole request and its answer. */
  readonly timeoutMs: number;
  /** How much of the body is read. */
  readonly maxBytes: number;
}

/** The whole answer did not come in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Posts once and reads the beginning of the answer, from the events of undici's dispatcher: a stream and signals for each
 * answer cost more than the request. If the status is an acceptance, a body that breaks off or takes too long is no
 * failure: the message has arrived, and retries would send it again for three days.
 *
 * @throws NoAnswerError, the signal's reason, or undici's error
 */
export function sendRequest(
  dispatcher: Dispatcher,
  { url, headers, body }: Request,
  { signal, timeoutMs, maxBytes }: SendOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    let running: Dispatcher.DispatchController | undefined;
    let started: Omit<Answer, 'text'> | undefined;
    let hasEnded = false;
    let size = 0;
    const chunks: Buffer[] = [];

    const end = (error: Error | undefined) => {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      if (started !== undefined && (error === undefined || isAcceptance(started.status)))
        resolve({ ...started, text: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8') });
      else reject(error ?? new NoAnswerError('the answer has no status'));
    };
    const cut = (error: Error) => {
      end(error);
      running?.abort(error);
    };
    const stop = () => cut(signal.reason as Error);
    const timer = setTimeout(() => cut(new NoAnswerError(`no answer within ${timeoutMs} ms`)), timeoutMs);
    signal.addEventListener('abort', stop);

    dispatcher.dispatch(
      // `timeoutMs` covers both.
      { origin, path: pathname + search, method: 'POST', headers, body, headersTimeout: 0, bodyTimeout: 0 },
      {
        onRequestStart(controller) {
          // It waited for a connection until it was over.
          if (hasEnded) return controller.abort(new NoAnswerError('it waited too long for a connection'));
          running = controller;
        },
        onResponseStart(_controller, status, answered) {
          if (status >= 200) started = { status, headers: answered };
        },
        onResponseData(controller, chunk) {
          if (hasEnded) return;
          // A copy, because a small chunk keeps the whole buffer of the socket alive.
          chunks.push(Buffer.from(chunk));
          size += chunk.length;
          if (size < maxBytes) return;
          end(undefined);
          controller.abort(new NoAnswerError('the rest of the answer is not wanted'));
        },
        onResponseEnd: () => end(undefined),
        onResponseError: (_controller, error) => end(error),
      },
    );
  });
}

export function isAcceptance(status: number): boolean {
  return status >= 200 && status < 300;
}
