import type { Dispatcher } from 'undici';
import type { Exchange } from './answer.ts';
import { BodyTooLargeError } from './body-errors.ts';
import { ByteSink } from './byte-sink.ts';
import type { BodyLimits } from './decompress.ts';
import { isWholeDocument } from './lenient-answer.ts';

type AnswerHead = Omit<Exchange, 'body'>;

/**
 * Whether the other side ended the connection before the body was complete. If the document is complete, only its
 * announced length was wrong. An answer that the parser refused (`bad response`) was not cut either.
 */
function isCutBy(error: NodeJS.ErrnoException, head: AnswerHead, body: Uint8Array): boolean {
  if (error.code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    const said = String(head.headers['content-length']);
    return body.byteLength < Number(said) && !isWholeDocument(Buffer.from(body), said);
  }
  return error.code === 'ECONNRESET' || (error.code === 'UND_ERR_SOCKET' && error.message !== 'bad response');
}

interface WantedBody extends Pick<BodyLimits, 'maxBytes' | 'overflow'> {
  /** Whether a body is of use up to where the connection ended. */
  readonly takesCut?: boolean;
}

/**
 * Sends one request and gathers its answer. The body is copied as undici's parser hands out each piece: a body stream
 * would keep an object, and the buffer read from the socket, for each chunk of one byte.
 *
 * @param limitsOf how much of the body is wanted; undefined where none is, and then the connection is closed
 * @param onSent called when there is a connection and the request is about to be written to it
 * @throws BodyTooLargeError, the signal's reason, or the error of undici
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  limitsOf: (head: AnswerHead) => WantedBody | undefined,
  signal: AbortSignal,
  onSent?: () => void,
): Promise<Exchange> {
  const { promise, resolve, reject } = Promise.withResolvers<Exchange>();
  let controller: Dispatcher.DispatchController | undefined;
  let head: AnswerHead | undefined;
  let sink = new ByteSink(0);
  let overflow: BodyLimits['overflow'] = 'refuse';
  let takesCut = false;
  const giveUp = () => {
    const reason = signal.reason as Error;
    controller?.abort(reason);
    reject(reason);
  };
  /** Ends the exchange early: what the server sends after this is not read. */
  const enough = () => {
    resolve({ ...(head as AnswerHead), body: sink.take() });
    controller?.abort(new Error('the rest of the answer is not wanted'));
  };
  const onResponseData = (chunk: Uint8Array) => {
    if (sink.add(chunk)) return;
    if (overflow === 'truncate') enough();
    else throw new BodyTooLargeError(`it sends more than ${sink.limit} bytes`);
  };
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  else
    dispatcher.dispatch(request, {
      onRequestStart(started) {
        controller = started;
        if (signal.aborted) started.abort(signal.reason as Error);
        else onSent?.();
      },
      onResponseStart(_controller, statusCode, headers) {
        if (statusCode < 200) return;
        head = { statusCode, headers };
        const limits = limitsOf(head);
        if (limits === undefined) {
          enough();
          return;
        }
        sink = new ByteSink(limits.maxBytes, Number(headers['content-length']) || 0);
        overflow = limits.overflow;
        takesCut = limits.takesCut === true;
      },
      onResponseData: (_controller, chunk) => onResponseData(chunk),
      onResponseEnd() {
        const answer = { ...(head as AnswerHead), body: sink.take() };
        // undici frees the connection in the next turn of the event loop. A request before that would open a second
        // one.
        setImmediate(() => setImmediate(() => resolve(answer)));
      },
      onResponseError: (_controller, error) => {
        const body = takesCut && !signal.aborted ? sink.take() : new Uint8Array();
        if (head !== undefined && body.byteLength > 0 && isCutBy(error, head, body))
          resolve({ ...head, body, isCut: true });
        else reject(error);
      },
    });
  return promise.finally(() => signal.removeEventListener('abort', giveUp));
}
