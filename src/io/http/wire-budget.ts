import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { BodyTooLargeError } from './body-errors.ts';

/** For each socket of ours, its `bytesRead` when the request under way was sent. */
const startOf = new WeakMap<object, number>();

// undici does not say which socket carries a request, except here.
subscribe('undici:client:sendHeaders', (message) => {
  const { socket } = message as { socket: Socket };
  if (startOf.has(socket)) startOf.set(socket, socket.bytesRead);
});

/**
 * Ends a connection that sends more than so many bytes in answer to one request, of any content: the limits on
 * headers and bodies do not see chunk extensions, interim answers or the size lines of one-byte chunks.
 */
export function boundSocket(socket: Socket, maxBytes: number): void {
  startOf.set(socket, socket.bytesRead);
  // Ours is the first listener, so that it is asked before the parser reads.
  socket.on('readable', () => {
    if (socket.bytesRead - (startOf.get(socket) ?? 0) <= maxBytes) return;
    socket.destroy(new BodyTooLargeError(`its headers, chunks and body are more than ${maxBytes} bytes`));
  });
}
