import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

// Writes sbom.json (CycloneDX) and licences.md for the packages that the lock file names for production, on all
// platforms. The same lock file gives the same bytes.
interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

interface Bom {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp?: string; readonly component: object };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Lock {
  readonly name: string;
  readonly packages: Readonly<
    Record<string, { readonly name?: string; readonly version?: string; readonly dev?: boolean }>
  >;
}

const { values } = parseArgs({ options: { to: { type: 'string', default: '.' } } });
// `npm sbom --omit=dev` (npm 11.19) leaves out what a package for development needs as well, such as `zod`. So npm lists
// all, and the lock file says which of them are for development alone.
const text = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
});
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const installed = new Set(
  Object.entries(lock.packages)
    .filter(([, one]) => one.dev !== true)
    .map(([at, one]) => `${one.name ?? at.split('node_modules/').at(-1)}@${one.version}`),
);
const { serialNumber: _random, ...bom } = JSON.parse(text) as Bom;
const { timestamp: _now, ...metadata } = bom.metadata;
const components = bom.components.filter((one) => installed.has(one['bom-ref']));
const same = {
  ...bom,
  // npm names the program after its directory.
  metadata: { ...metadata, component: { ...metadata.component, name: lock.name } },
  components,
  dependencies: bom.dependencies
    .filter(({ ref }) => installed.has(ref))
    .map(({ dependsOn = [], ...one }) => ({
      ...one,
      dependsOn: dependsOn.filter((ref) => installed.has(ref)),
    })),
};
writeFileSync(
  path.join(values.to, 'sbom.json'),
  `${JSON.stringify({ ...same, serialNumber: serialOf(JSON.stringify(same)) }, null, 2)}\n`,
);
const rows = components.map(({ group, name, version, licenses = [] }) => {
  const said = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '?');
  return `| ${group === undefined ? name : `${group}/${name}`} | ${version} | ${said.join(', ') || 'none named'} |`;
});
writeFileSync(
  path.join(values.to, 'licences.md'),
  ['| package | version | licence |', '|---|---|---|', ...rows.toSorted(), ''].join('\n'),
);
process.stdout.write(`${components.length} packages: sbom.json, licences.md\n`);

/** A UUID of version 8 (RFC 9562) made from the content; npm draws one at random. */
function serialOf(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
