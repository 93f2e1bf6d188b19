import { Agent, request } from 'undici';

// Only sends POST requests of an alert's size, as many at a time as one process sends through one channel.
const [url = '', count = '0'] = process.argv.slice(2);
const LINES = 4;
const alert = JSON.stringify({ title: 'The ministry widened its export ban', text: 'x'.repeat(2_000) });
const dispatcher = new Agent({ connections: LINES });
const [started, before] = [performance.now(), process.cpuUsage()];
let next = 0;
await Promise.all(
  Array.from({ length: LINES }, async () => {
    while (next < Number(count)) {
      next += 1;
      const { body } = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `bare-${next}` },
        body: alert,
        dispatcher,
      });
      await body.dump();
    }
  }),
);
const { user, system } = process.cpuUsage(before);
process.send?.({
  rate: Number(count) / ((performance.now() - started) / 1_000),
  cpu: (user + system) / 1_000 / Number(count),
});
await dispatcher.close();
process.disconnect?.();
