import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { AddressPolicy } from '../../../src/io/http/address-guard.ts';
import { type ResolvedAddress } from '../../../src/io/http/guarded-connect.ts';
import { systemResolver } from '../../../src/io/http/system-resolve.ts';

const ADDRESSES = [{ address: '192.0.2.1', family: 4 }];
/** The addresses of examples are not public. */
const POLICY: AddressPolicy = { allowNetworks: ['192.0.2.0/24'], allowHosts: ['wiki.example'] };

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
  const resolve = systemResolver(POLICY, { ask: server.ask, patience: 10 });
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
  const resolve = systemResolver(POLICY, { ask, fresh: 0 });
  await resolve('outlet.example');
  error = Object.assign(new Error(code), { code });
  expect(await resolve('outlet.example').catch((thrown: NodeJS.ErrnoException) => thrown.code)).toEqual(
    gives,
  );
});

test('a resolver that stops answering: the last addresses are used, and callers at the same time share one question', async () => {
  const server = nameServer();
  const resolve = systemResolver(POLICY, { ask: server.ask, patience: 10, fresh: 0 });
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

const PRIVATE = { address: '10.0.0.7', family: 4 };

test.each([
  ['a private address', [PRIVATE]],
  ['its own address and a private one', [...ADDRESSES, PRIVATE]],
  ['a private IPv6 address', [{ address: 'fd00::7', family: 6 }]],
  ['a private address in an IPv6 one', [{ address: '::ffff:10.0.0.7', family: 6 }]],
  ['the unspecified address', [{ address: '0.0.0.0', family: 4 }]],
  ['no address', []],
])('a resolver that answers with %s, and then fails: the last usable answer is taken', async (_, wrong) => {
  let answer: readonly ResolvedAddress[] | undefined = ADDRESSES;
  const ask = () =>
    answer === undefined
      ? Promise.reject(Object.assign(new Error('failed'), { code: 'EAI_AGAIN' }))
      : Promise.resolve(answer);
  const resolve = systemResolver(POLICY, { ask, fresh: 0 });
  await resolve('outlet.example');
  answer = wrong;
  expect(await resolve('outlet.example')).toEqual(wrong);
  answer = undefined;
  expect(await resolve('outlet.example')).toEqual(ADDRESSES);
});

test('an answer that is refused is asked for again each time, and that of a listed name is remembered', async () => {
  const asked: string[] = [];
  const ask = async (name: string) => {
    asked.push(name);
    return [PRIVATE];
  };
  const resolve = systemResolver(POLICY, { ask });
  for (const name of ['outlet.example', 'outlet.example', 'wiki.example', 'wiki.example'])
    expect(await resolve(name)).toEqual([PRIVATE]);
  expect(asked).toEqual(['outlet.example', 'outlet.example', 'wiki.example']);
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
