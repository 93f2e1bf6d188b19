import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDirectory } from '../../make-directory.ts';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './postgres-binaries.ts';

const run = promisify(execFile);
const SYSTEM_USER = 'postgres';
/** Where root's clusters are put when no other user may enter the project's directory. */
const SYSTEM_DIRECTORY = '/var/lib/chipwatch';

/** Where the cluster is, and as whom the server runs. */
export interface PostgresHome {
  /** Holds the cluster, its password and its log. */
  readonly directory: string;
  readonly cluster: string;
  readonly binaries: PostgresBinaries;
  /** uid and gid of the server; empty where it runs as our own user. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** Hands a file to the user that runs the server. */
  own(file: string): Promise<void>;
}

/**
 * Prepares the directory for the user that will run PostgreSQL, which refuses to run as root.
 *
 * Root runs it as the system user `postgres`, which is created when missing. Where that user may not enter the
 * project (a root home has mode 700), the cluster and a copy of the binaries are put into `/var/lib/chipwatch/<hash
 * of the path>`, and a note in the wanted directory says so.
 */
export async function chooseHome(wanted: string, binaries: PostgresBinaries): Promise<PostgresHome> {
  if (process.getuid?.() !== 0) {
    await makeDirectory(wanted, 0o700);
    return home(wanted, binaries, {});
  }
  const identity = await systemUser();
  const native = path.dirname(path.dirname(binaries.postgres));
  await makeDirectory(wanted);
  const reachable = (await mayEnter(wanted, identity)) && (await mayEnter(native, identity));
  if (reachable) {
    await chown(wanted, identity.uid, identity.gid);
    return home(wanted, binaries, identity);
  }
  const directory = movedHome(wanted);
  await mkdir(directory, { recursive: true, mode: 0o755 });
  await chown(directory, identity.uid, identity.gid);
  await writeFile(
    path.join(wanted, 'MOVED.txt'),
    `The user "${SYSTEM_USER}" may not enter this directory, so the database lives in ${directory}\n`,
  );
  return home(directory, await copyBinaries(native, binaries), identity);
}

/** Where root's cluster is put when no other user may enter `wanted`. */
export function movedHome(wanted: string): string {
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return path.join(SYSTEM_DIRECTORY, hash);
}

function home(
  directory: string,
  binaries: PostgresBinaries,
  identity: { uid?: number; gid?: number },
): PostgresHome {
  return {
    directory,
    cluster: path.join(directory, 'cluster'),
    binaries,
    identity,
    async own(file) {
      if (identity.uid !== undefined && identity.gid !== undefined)
        await chown(file, identity.uid, identity.gid);
    },
  };
}

async function systemUser(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, SYSTEM_USER])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      SYSTEM_USER,
    ]);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** Whether the user may enter every folder on the way, by owner, group and other bits; ACLs are not read. */
async function mayEnter(directory: string, { uid, gid }: { uid: number; gid: number }): Promise<boolean> {
  for (let at = directory; ; at = path.dirname(at)) {
    const info = await stat(at);
    const bit = info.uid === uid ? 0o100 : info.gid === gid ? 0o010 : 0o001;
    // The last folder will belong to the user, so only the ones above it are checked.
    if (at !== directory && (info.mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/**
 * Copies the binaries once for each version. The version is a hash of the server's bytes, because every `npm ci`
 * changes the dates. The copy is renamed last, so one that was interrupted is never used.
 */
async function copyBinaries(native: string, binaries: PostgresBinaries): Promise<PostgresBinaries> {
  const version = createHash('sha256').update(await readFile(binaries.postgres));
  const target = path.join(SYSTEM_DIRECTORY, `postgres-${version.digest('hex').slice(0, 12)}`);
  const complete = await stat(target).then(
    () => true,
    () => false,
  );
  if (!complete) {
    const draft = `${target}.${process.pid}`;
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  }
  const bin = path.join(target, 'bin');
  return {
    initdb: path.join(bin, 'initdb'),
    pg_ctl: path.join(bin, 'pg_ctl'),
    postgres: path.join(bin, 'postgres'),
  };
}
