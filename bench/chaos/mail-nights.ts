import { mailServer } from '../../test/io/channels/mail-server.ts';
import { type Night, seconds } from './night.ts';

/** Mail servers that fail after they have got a message. */
export const mailNights: readonly Night[] = [
  {
    name: 'a mail server breaks off after each message for 60 seconds, then answers 40 seconds late for 60 seconds',
    async prepare(_, resources) {
      let mode: 'sound' | 'breaks off' | 'late' = 'sound';
      const taken: string[] = [];
      const mailbox = resources.use(
        await mailServer({
          onData(stream, session, done) {
            const chunks: Buffer[] = [];
            stream.on('data', (chunk: Buffer) => chunks.push(chunk));
            stream.on('end', async () => {
              const [, id = ''] = /^message-id: *(.*?)\r?$/im.exec(Buffer.concat(chunks).toString()) ?? [];
              taken.push(id);
              if (mode === 'breaks off') {
                const connections = mailbox.connections();
                for (const { id: one, socket } of connections) if (one === session.id) socket.destroy();
                return;
              }
              if (mode === 'late') await seconds(40);
              done(null, 'queued as 4XyZ');
            });
          },
        }),
      );
      const line = `{ name: mail, kind: email, host: 127.0.0.1, port: ${mailbox.port}, tls: none, from: watch@night.example, to: desk@night.example }`;
      return {
        moreChannels: [{ name: 'mail', line }],
        handle: {
          be(next: typeof mode) {
            mode = next;
          },
          account: () => ({ 'mails taken': taken.length, 'different mails': new Set(taken).size }),
        },
      };
    },
    async fault(world, { handle }) {
      const { be, account } = handle as {
        be: (mode: 'sound' | 'breaks off' | 'late') => void;
        account: () => Record<string, number>;
      };
      be('breaks off');
      await seconds(60);
      be('late');
      await seconds(60);
      be('sound');
      await seconds(180);
      const open = JSON.parse(
        (await world.command('deliveries', 'list', '--json', '--pending')).stdout || '[]',
      ) as {
        channel: string;
        answer?: string;
      }[];
      return { ...account(), 'mails pending': open.filter(({ channel }) => channel === 'mail').length };
    },
  },
];
