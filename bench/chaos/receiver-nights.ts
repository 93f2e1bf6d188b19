import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { listening } from '../../test/support/listening.ts';
import { mailServer } from '../../test/io/channels/mail-server.ts';
import { type Night, seconds } from './night.ts';
import { marked } from './surrounding-nights.ts';

/** The least time between the first and the second attempt of a mail that greylisting accepts. Milliseconds. */
const GREYLISTED = 60_000;

/** Answers of a receiver that takes nothing, in turn. */
const REFUSALS: readonly (() => readonly [status: number, headers: Record<string, string>, body: string])[] =
  [
    () => [200, { 'content-type': 'application/json' }, '{"ok":false,"error":"channel_is_archived"}'],
    () => [302, { location: 'http://127.0.0.1:9/elsewhere' }, ''],
    () => [429, { 'retry-after': new Date(Date.now() + 20_000).toUTCString() }, 'slow down'],
    () => [503, {}, ''],
  ];

function passOn(receiver: string, request: IncomingMessage, response: ServerResponse): void {
  const onward = ask(receiver, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/** Faults of receivers. */
export const receiverNights: readonly Night[] = [
  {
    name: 'a mail server that greylists: 451 at first, accepted after a minute',
    async prepare(_, resources) {
      const seen = new Map<string, number>();
      let deferred = 0;
      const mailbox = resources.use(
        await mailServer({
          onRcptTo({ address }, session, done) {
            const sender = session.envelope.mailFrom;
            const key = `${sender === false ? '' : sender.address} ${address}`;
            const first = seen.get(key) ?? Date.now();
            seen.set(key, first);
            if (Date.now() - first >= GREYLISTED) return done();
            deferred += 1;
            done(Object.assign(new Error('4.7.1 Greylisted, please try again later'), { responseCode: 451 }));
          },
        }),
      );
      const line = `{ name: mail, kind: email, host: 127.0.0.1, port: ${mailbox.port}, tls: none, from: watch@night.example, to: desk@night.example }`;
      return {
        moreChannels: [{ name: 'mail', line }],
        handle: () => {
          const ids = mailbox.mails.map(({ headers }) => headers.get('message-id'));
          return { mails: ids.length, 'mails sent twice': ids.length - new Set(ids).size, deferred };
        },
      };
    },
    async fault(world, { handle }) {
      const account = handle as () => Record<string, number>;
      await seconds(200);
      const dead = await world.command('deliveries', 'list', '--json', '--dead');
      const all = JSON.parse((await world.command('deliveries', 'list', '--json')).stdout) as {
        channel: string;
        createdAt: string;
        deliveredAt: string | null;
      }[];
      const mailed = all.filter(({ channel }) => channel === 'mail');
      const delays = mailed
        .flatMap(({ createdAt, deliveredAt }) =>
          deliveredAt === null ? [] : (Date.parse(deliveredAt) - Date.parse(createdAt)) / 1_000,
        )
        .toSorted((one, other) => one - other);
      return {
        ...account(),
        'deliveries by mail': mailed.length,
        'delay of a mail s, median': Math.round(delays[delays.length >> 1] ?? Number.NaN),
        'delay of a mail s, longest': Math.round(delays.at(-1) ?? Number.NaN),
        dead: (JSON.parse(dead.stdout || '[]') as unknown[]).length,
      };
    },
  },
  {
    name: 'the receiver refuses for 60 seconds: 200 with an error, 302, 429 with a date, 503',
    async prepare(_, resources) {
      let refuses = false;
      let refused = 0;
      return {
        async front(receiver) {
          const server = createServer((request, response) => {
            if (refuses) {
              const [status, headers, body] = REFUSALS[refused++ % REFUSALS.length]!();
              request.resume();
              return void response.writeHead(status, headers).end(body);
            }
            passOn(receiver, request, response);
          });
          const own = resources.use(await listening(server));
          return `${own.url}/hook`;
        },
        handle(next: boolean) {
          refuses = next;
          return refused;
        },
      };
    },
    async fault(world, { handle }) {
      const refuse = handle as (next: boolean) => number;
      refuse(true);
      await seconds(60);
      const channels = await world.command('channels', 'list');
      const refused = refuse(false);
      return {
        refused,
        'channels list says': channels.stdout.split('\n').find((line) => /hook/.test(line)) ?? '',
      };
    },
  },
  {
    name: 'ten routes lead to a receiver that closes every connection for four minutes',
    async prepare(_, resources) {
      let isDead = false;
      let closed = 0;
      return {
        routes: 10,
        async front(receiver) {
          const server = createServer((request, response) => {
            if (isDead) {
              closed += 1;
              return void request.socket.destroy();
            }
            passOn(receiver, request, response);
          });
          const own = resources.use(await listening(server));
          return `${own.url}/hook`;
        },
        handle(next: boolean) {
          isDead = next;
          return closed;
        },
      };
    },
    async fault(world, { handle }) {
      const die = handle as (next: boolean) => number;
      die(true);
      await seconds(240);
      const doctor = await world.command('doctor');
      const closed = die(false);
      // The rest of the channel ends first, and the operator is told at the next look.
      const isTold = () => JSON.stringify(world.operator.bodies).includes('channel hook: over');
      for (let waited = 0; waited < 270 && !isTold(); waited += 1) await seconds(1);
      return { 'connections closed': closed, doctor: marked(doctor.stdout) };
    },
  },
];
