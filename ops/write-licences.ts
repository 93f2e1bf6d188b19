import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

// Writes sbom.json (CycloneDX) and licences.md for the packages that the lock file installs for production.
interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly licenses?: readonly { readonly license?: { readonly id?: string; readonly name?: string }; readonly expression?: string }[];
}

const text = execFileSync('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx'], {
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
});
writeFileSync('sbom.json', text);
const { components } = JSON.parse(text) as { components: readonly Component[] };
const rows = components.map(({ group, name, version, licenses = [] }) => {
  const said = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '?');
  return `| ${group === undefined ? name : `${group}/${name}`} | ${version} | ${said.join(', ') || 'none named'} |`;
});
writeFileSync('licences.md', ['| package | version | licence |', '|---|---|---|', ...rows.toSorted(), ''].join('\n'));
process.stdout.write(`${components.length} packages: sbom.json, licences.md\n`);
