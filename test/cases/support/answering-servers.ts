import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer } from '../../support/scripted-server.ts';

export const START: number = Date.parse('2026-03-02T09:00:00Z');
export const XML = { 'content-type': 'application/rss+xml' };

/** A feed with one entry. */
export function titled(title: string, n = 0): string {
  return rssOf([{ title, link: `https://outlet.example/held-${n}` }]);
}

/** Feeds whose servers answer as a test says, with one bench for the test file that calls this. */
export function answeringServers() {
  let bench: PollBench;
  beforeAll(async () => {
    bench = await pollBench();
  });
  afterAll(() => bench[Symbol.asyncDispose]());
  const itemsOf = (id: string) =>
    bench.pipeline.db.selectFrom('items').select('title').where('feed_id', '=', id).orderBy('id').execute();
  return {
    bench: () => bench,
    itemsOf,

    /** Polls a feed once for each answer, one hour after the other. */
    async polls(...answers: readonly ScriptedAnswer[]) {
      let asked = 0;
      await using server = await scriptedServer(() => answers[Math.min(asked++, answers.length - 1)]);
      const step = await bench.watch(`${server.url}/feed.xml`);
      const states = [];
      for (let poll = 0; poll < answers.length; poll++)
        states.push(await step.poll(new Date(START + poll * 3_600_000)));
      return { states, items: await itemsOf(step.id), requests: server.requests, last: states.at(-1)! };
    },

    /** Polls a feed whose server sends exactly these bytes. */
    async raw(answer: string | Uint8Array) {
      const sockets = new Set<Socket>();
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.once('data', () => socket.end(answer));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = server.address() as AddressInfo;
        const step = await bench.watch(`http://127.0.0.1:${port}/feed.xml`);
        const { failures, last_error } = await step.poll(new Date(START));
        return { failures, error: last_error, items: (await itemsOf(step.id)).length };
      } finally {
        for (const socket of sockets) socket.destroy();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
