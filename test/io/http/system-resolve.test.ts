import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type ResolvedAddress } from '../../../src/io/http/guarded-connect.ts';
import { systemResolver } from '../../../src/io/http/system-resolve.ts';

const ADDRESSES = [{ address: '192.0.2.1', family: 4 }];

/** A name server that says nothing on names with `silent` until it is told to. */
function nameServer() {
  const waiting: ((error: Error | undefined) => void)[] = [];
  const asked: string[] = [];
  const ask = async (name: string): Promise<readonly ResolvedAddress[]> => {
    asked.push(name);
    if (name.includes('silent'))
      await new Promise<void>((resolve, reject) =>
        waiting.push((error) => (error === undefined ? resolve() : reject(error))),
      );
    return ADDRESSES;
  };
  return { ask, asked, endAll: (error?: Error) => waiting.splice(0).forEach((end) => end(error)), waiting };
}

test('names whose DNS servers do not answer do not hold up other names', async () => {
  const server = nameServer();
  const resolve = systemResolver({ ask: server.ask, patience: 10 });
  const silent = Array.from({ length: 60 }, (_, n) => `silent-${n}.example`);
  const failed = new Error('no answer');
  const ask = () => silent.map((name) => resolve(name).catch((error: Error) => error));
  const first = ask();
  await new Promise((done) => setTimeout(done, 20));
  while (server.waiting.length > 0) {
    server.endAll(failed);
    await new Promise((done) => setTimeout(done, 20));
  }
  expect(new Set(await Promise.all(first))).toEqual(new Set([failed]));
  const second = ask();
  expect(await resolve('sound.example')).toBe(ADDRESSES);
  expect(server.waiting.length).toBeLessThan(60);
  while (server.waiting.length > 0) {
    server.endAll(failed);
    await new Promise((done) => setTimeout(done, 1));
  }
  await Promise.all(second);
});

test.each([
  ['fails', 'EAI_AGAIN', ADDRESSES],
  ['says that there is no such name', 'ENOTFOUND', 'ENOTFOUND'],
])('a resolver that %s after it has answered', async (_, code, gives) => {
  let error: Error | undefined;
  const ask = () => (error === undefined ? Promise.resolve(ADDRESSES) : Promise.reject(error));
  const resolve = systemResolver({ ask, fresh: 0 });
  await resolve('outlet.example');
  error = Object.assign(new Error(code), { code });
  expect(await resolve('outlet.example').catch((thrown: NodeJS.ErrnoException) => thrown.code)).toEqual(
    gives,
  );
});

test('a resolver that stops answering: the last addresses are used, and callers at the same time share one question', async () => {
  const server = nameServer();
  const resolve = systemResolver({ ask: server.ask, patience: 10, fresh: 0 });
  const before = resolve('silent.example');
  server.endAll();
  await before;
  expect(await Promise.all([1, 2, 3].map(() => resolve('silent.example')))).toEqual([
    ADDRESSES,
    ADDRESSES,
    ADDRESSES,
  ]);
  expect(server.asked).toHaveLength(2);
});

test.runIf(process.platform === 'linux')(
  'a process has threads for all lookups, and more for its files',
  () => {
    const script = `
    import './src/process/run-process.ts';
    import { readdirSync, readFileSync } from 'node:fs';
    const names = readdirSync('/proc/self/task').map((id) => readFileSync('/proc/self/task/' + id + '/comm', 'utf8'));
    console.log(names.filter((name) => name.includes('libuv')).length);`;
    const args = ['--input-type=module', '--eval', script];
    expect(Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))).toBeGreaterThan(48);
  },
);
