export interface ServerSentEvent {
  /** Sent back by the browser as `Last-Event-ID` after an interruption. */
  readonly id?: string | undefined;
  readonly event?: string | undefined;
  readonly data: string;
}

/**
 * One event of a `text/event-stream` (https://html.spec.whatwg.org/multipage/server-sent-events.html). Line breaks in
 * ids and names are removed, and NULs in ids, which would make the browser ignore them.
 */
export function formatServerSentEvent({ id, event, data }: ServerSentEvent): string {
  const lines = [
    ...(id === undefined ? [] : [`id: ${id.replaceAll(/[\r\n\0]/g, '')}`]),
    ...(event === undefined ? [] : [`event: ${event.replaceAll(/[\r\n]/g, '')}`]),
    ...data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** How long a browser waits before it reconnects, in milliseconds; sent once, at the beginning of the stream. */
export function formatServerSentRetry(ms: number): string {
  return `retry: ${Math.max(0, Math.round(ms))}\n\n`;
}

/** Prevents proxies from closing an idle stream; browsers ignore it. */
export const SERVER_SENT_HEARTBEAT = ': still here\n\n';
