// @ts-check
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { defaultThreads } from '../io/threads/default-threads.js';

// JavaScript, for the reason in compile-cache.js.

/**
 * Megabytes of virtual memory that a process needs with one reading thread, and for each further thread. It reserves 1,820
 * at the start (measured), and what it uses counts as well: with 5,000 feeds that were due together it came to 2,131, of
 * which 526 were resident. With 1,905 one ended soon after its start. V8 reserves half a gigabyte of addresses for the
 * machine code of each thread, and libuv 8 MB of stack for each of its 64 threads. Little of it is ever used: such a
 * process is resident in some 300 MB.
 */
const LEAST = 2_300;
/** The same for all addresses, of which V8 takes as many as it gets. With 3,072 a process ended soon, with 5,120 it ran. */
const LEAST_ADDRESSES = 5_000;
const EACH_FURTHER_THREAD = 640;

/**
 * Says why the process cannot run within its limits on virtual memory (`ulimit -d`, `ulimit -v`, `LimitDATA=`,
 * `LimitAS=`), in one sentence; undefined where it can. Without this check libuv or V8 abort the process at some later
 * time, libuv without a message.
 * @param {string} limits the content of `/proc/self/limits`
 * @param {number} cores
 */
export function tooLittleVirtualMemory(limits, cores) {
  for (const [name, least, remedy] of /** @type {const} */ ([
    ['data size', LEAST, 'ulimit -d unlimited, or LimitDATA=infinity under systemd'],
    ['address space', LEAST_ADDRESSES, 'ulimit -v unlimited, or LimitAS=infinity under systemd'],
  ])) {
    const bytes = new RegExp(`^Max ${name} +(\\d+)`, 'm').exec(limits)?.[1];
    if (bytes === undefined) continue;
    const needed = least + EACH_FURTHER_THREAD * (defaultThreads(cores) - 1);
    const found = Math.round(Number(bytes) / 1e6);
    if (found < needed)
      return (
        `The ${name} of this process is limited to ${found} MB, but chipwatch reserves ${needed} MB of addresses, ` +
        `most of which it never uses. Remove the limit (${remedy}). ` +
        'To limit the memory that is used, set MemoryMax= under systemd, or mem_limit in Docker Compose.'
      );
  }
  return undefined;
}

/** Ends the process with a sentence if its limits on virtual memory are too low. */
export function checkVirtualMemory() {
  let limits;
  try {
    limits = readFileSync('/proc/self/limits', 'utf8');
  } catch {
    // Only Linux has this file.
    return;
  }
  const reason = tooLittleVirtualMemory(limits, os.availableParallelism());
  if (reason === undefined) return;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
