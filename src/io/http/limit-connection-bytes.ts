import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { BodyTooLargeError } from './body-errors.ts';

/** The `bytesRead` of each of our sockets when its current request was sent. */
const startOf = new WeakMap<object, number>();

// This channel is the only place where undici says which socket carries a request.
subscribe('undici:client:sendHeaders', (message) => {
  const { socket } = message as { socket: Socket };
  if (startOf.has(socket)) startOf.set(socket, socket.bytesRead);
});

/**
 * Closes a connection that sends more than `maxBytes` in answer to one request, whatever they are. The limits on
 * headers and bodies do not count chunk extensions, interim answers or the size lines of one-byte chunks.
 */
export function limitConnectionBytes(socket: Socket, maxBytes: number): void {
  startOf.set(socket, socket.bytesRead);
  // Ours must be the first listener, so that it runs before the parser reads.
  socket.on('readable', () => {
    if (socket.bytesRead - (startOf.get(socket) ?? 0) <= maxBytes) return;
    socket.destroy(new BodyTooLargeError(`its headers, chunks and body are more than ${maxBytes} bytes`));
  });
}
