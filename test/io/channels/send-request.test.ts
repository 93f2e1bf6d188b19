import { getEventListeners } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { Agent } from 'undici';
import { expect, test } from 'vitest';
import { sendRequest } from '../../../src/io/channels/send-request.ts';
import { listening } from '../../support/listening.ts';

const LIMITS = { timeoutMs: 10_000, maxBytes: 16 };

test('what was cut off while it waited for a connection is never sent, and the next request is', async () => {
  const heard: string[] = [];
  const { promise: first, resolve } = Promise.withResolvers<ServerResponse>();
  await using server = await listening(
    createServer((request, response) => {
      heard.push(request.url ?? '');
      if (request.url === '/1') resolve(response);
      else response.end('yes');
    }),
  );
  const agent = new Agent({ connections: 1, pipelining: 1 });
  const { signal: never } = new AbortController();
  const stop = new AbortController();
  const post = (path: string, signal: AbortSignal) =>
    sendRequest(agent, { url: `${server.url}${path}`, headers: {}, body: '{}' }, { ...LIMITS, signal });
  const one = post('/1', never);
  const two = post('/2', stop.signal);
  const three = post('/3', never);
  const response = await first;
  stop.abort(new Error('the worker stops'));
  await expect(two).rejects.toThrow('the worker stops');
  response.end('a long answer of which only the beginning is read');
  expect(await one).toMatchObject({ status: 200, text: 'a long answer of' });
  expect(await three).toMatchObject({ status: 200, text: 'yes' });
  expect(heard).toEqual(['/1', '/3']);
  // The worker's signal lives as long as the process.
  expect(getEventListeners(never, 'abort')).toEqual([]);
  await expect(post('/4', stop.signal)).rejects.toThrow('the worker stops');
  expect(heard).toHaveLength(2);
  await agent.close();
});

test('an answer that breaks off counts where its status is an acceptance', async () => {
  await using server = await listening(
    createServer((request, response) => {
      response.writeHead(request.url === '/yes' ? 202 : 500, { 'content-length': '100' });
      response.write('begun', () => response.destroy());
    }),
  );
  const agent = new Agent();
  const { signal } = new AbortController();
  const post = (path: string) =>
    sendRequest(agent, { url: `${server.url}${path}`, headers: {}, body: '{}' }, { ...LIMITS, signal });
  expect(await post('/yes')).toMatchObject({ status: 202, text: 'begun' });
  await expect(post('/no')).rejects.toThrow();
  await agent.close();
});
