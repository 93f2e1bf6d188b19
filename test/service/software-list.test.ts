import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };

const run = promisify(execFile);

interface Bom {
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version: string;
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

let directory: string;
/** What two runs of `npm run sbom` wrote. */
let written: { readonly bom: string; readonly licences: string }[];
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-sbom-'));
  written = [];
  for (let n = 0; n < 2; n += 1) {
    await run(process.execPath, ['ops/write-licences.ts', '--to', directory]);
    const read = (name: string) => readFile(path.join(directory, name), 'utf8');
    written.push({ bom: await read('sbom.json'), licences: await read('licences.md') });
  }
}, 120_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

type Locked = { name?: string; version?: string; dev?: boolean; integrity?: string };
const locked = Object.entries(lock.packages as Record<string, Locked>)
  .filter(([at, { dev }]) => at !== '' && dev !== true)
  .map(([at, one]) => ({ ...one, id: `${one.name ?? at.split('node_modules/').at(-1)}@${one.version}` }));

const bomOf = () => JSON.parse(written[0]!.bom) as Bom;

test('the list of software is the same at each run', () => {
  expect(written[1]).toEqual(written[0]);
});

test('it names what the lock file installs for production, and nothing else', () => {
  const { metadata, components, dependencies } = bomOf();
  expect(metadata.component).toMatchObject({ name: manifest.name, version: manifest.version });
  const ids = components.map((one) => one['bom-ref']);
  expect(ids.toSorted()).toEqual([...new Set(locked.map(({ id }) => id))].toSorted());
  for (const [name, version] of Object.entries(manifest.dependencies))
    expect(ids).toContain(`${name}@${version}`);
  // A package for production names it as an optional peer, so npm installs it.
  for (const [name, version] of Object.entries(manifest.devDependencies))
    if (name !== 'typescript') expect(ids).not.toContain(`${name}@${version}`);
  const known = new Set([...ids, `${manifest.name}@${manifest.version}`]);
  expect(dependencies.map(({ ref }) => ref).filter((ref) => !known.has(ref))).toEqual([]);
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([]);
});

test('it carries the checksums of the lock file', () => {
  const sums = new Map(
    bomOf().components.map((one) => [
      one['bom-ref'],
      one.hashes?.find(({ alg }) => alg === 'SHA-512')?.content,
    ]),
  );
  const wrong = locked.filter(
    ({ id, integrity = '' }) =>
      integrity.startsWith('sha512-') &&
      Buffer.from(integrity.slice(7), 'base64').toString('hex') !== sums.get(id),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('every package has a line with its licence', () => {
  const lines = written[0]!.licences.trimEnd().split('\n').slice(2);
  expect(lines).toHaveLength(bomOf().components.length);
  expect(lines.filter((line) => /\| (?:none named|\?) \|$/.test(line))).toEqual([]);
});
