import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Finding } from './finding.ts';

const LEAST = 0.1;

/** Free space on the disk of the embedded database. @param directory exists */
export async function examineDisk(directory: string): Promise<Finding> {
  return judgeDisk(await statfs(directory), directory);
}

/**
 * A disk takes no further file when its inodes are used up, however much space is free. Some file systems have no fixed
 * number of inodes and say 0.
 */
export function judgeDisk(
  { bavail, blocks, bsize, files, ffree }: Pick<StatsFs, 'bavail' | 'blocks' | 'bsize' | 'files' | 'ffree'>,
  directory: string,
): Finding {
  const space = blocks === 0 ? 1 : bavail / blocks;
  const inodes = files === 0 ? 1 : ffree / files;
  const ofFiles = inodes >= LEAST ? '' : `, but only ${percent(inodes)} of its inodes`;
  const says = `${percent(space)} free (${((bavail * bsize) / 2 ** 30).toFixed(1)} GiB)${ofFiles} in ${directory}`;
  if (space >= LEAST && inodes >= LEAST) return { what: 'disk', state: 'ok', says };
  const todo =
    space < LEAST
      ? 'make room: PostgreSQL stops when the disk is full'
      : 'remove small files from this disk: PostgreSQL cannot create any when no inode is free';
  return { what: 'disk', state: 'bad', says, todo };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
