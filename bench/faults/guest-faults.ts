import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { seconds } from '../chaos/night.ts';
import { residentMb } from '../support/resident-memory.ts';
import type { PastFault } from './past-fault.ts';
import { openTrial, webUrlOf } from './trial.ts';

const MIB = 2 ** 20;
/** Clients that each send a body of almost 8 MB and do not end it. */
const BODIES = 60;
/** Event streams that are allowed at a time. */
const STREAMS = 200;

/** Sends a body that lacks its last byte, to a callback of a hub that does not exist. */
async function sendUnfinished({ hostname, port }: URL): Promise<Socket> {
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.resume();
  const length = 8 * MIB - 1_024;
  socket.write(
    `POST /websub/1/${'0'.repeat(32)} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/xml\r\nContent-Length: ${length}\r\n\r\n`,
  );
  socket.write(Buffer.alloc(length - 1, 'x'));
  return socket;
}

/** The status of a request, whose connection stays open; 0 where none came. */
function statusOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; close(): void }> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false, headers });
    const close = () => asked.destroy();
    asked.on('response', (response) => {
      response.resume();
      response.on('error', () => {});
      resolve({ status: response.statusCode ?? 0, close });
    });
    asked.on('error', () => resolve({ status: 0, close }));
    asked.end();
  });
}

/** What a guest of the machine or of the pages may do. */
export const guestFaults: readonly PastFault[] = [
  {
    name: `${BODIES} clients send bodies of 8 MB without a token; more event streams than are allowed; 400 that are broken off`,
    async run(subject) {
      await using trial = await openTrial({ ...subject });
      const { child } = await trial.start();
      await seconds(5);
      const web = webUrlOf(trial.service);
      const before = residentMb(child.pid!);
      const sockets = await Promise.all(Array.from({ length: BODIES }, () => sendUnfinished(new URL(web))));
      let most = before;
      for (let waited = 0; waited < 20; waited += 1) {
        await seconds(0.5);
        most = Math.max(most, residentMb(child.pid!));
      }
      for (const socket of sockets) socket.destroy();
      await seconds(2);
      const streams = await Promise.all(
        Array.from({ length: STREAMS + 60 }, () => statusOf(`${web}/events`)),
      );
      const admitted = streams.filter(({ status }) => status === 200).length;
      for (const { close } of streams) close();
      await seconds(2);
      await Promise.all(
        Array.from({ length: 400 }, async () => {
          const asked = request(`${web}/events`, { agent: false });
          asked.on('error', () => {});
          asked.end();
          await seconds(0.005);
          asked.destroy();
        }),
      );
      await seconds(10);
      const last = await statusOf(`${web}/events`);
      last.close();
      return {
        isWell: most - before < 100 && admitted <= STREAMS && last.status === 200,
        seen: `memory ${before} MB, at most ${most} with the bodies; ${admitted} streams admitted of ${STREAMS}; ten seconds after the others a new stream gets ${last.status}`,
      };
    },
  },
  {
    name: 'a request names a foreign host',
    async run(subject) {
      await using trial = await openTrial({ ...subject });
      await trial.start();
      const { status, close } = await statusOf(`${webUrlOf(trial.service)}/`, { host: 'attacker.example' });
      close();
      return { isWell: status >= 400, seen: `answered with ${status}` };
    },
  },
  {
    name: 'the heartbeat file is a link that somebody planted',
    async run(subject) {
      await using trial = await openTrial({ ...subject });
      const directory = path.join(trial.home, 'temporary');
      const victim = path.join(trial.home, 'victim');
      await mkdir(directory);
      await writeFile(victim, 'precious');
      await symlink(victim, path.join(directory, 'chipwatch-heartbeat'));
      await trial.start({ TMPDIR: directory });
      await seconds(15);
      const left = await readFile(victim, 'utf8');
      return {
        isWell: left === 'precious',
        seen: left === 'precious' ? 'the file behind it is as it was' : 'the file behind it was emptied',
      };
    },
  },
];
