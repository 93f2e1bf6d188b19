/** Milliseconds between two times. */
const EVERY = 10_000;

/**
 * Gives the memory back that was freed between blocks in use. By itself glibc gives back only what lies behind the last
 * block in use, so after large pages it kept 70 MB. A call takes some 5 ms. Does nothing where the C library is another
 * one, or where Node has no `node:ffi`.
 *
 * @returns stops it
 */
export async function giveBackMemory(everyMs = EVERY): Promise<() => void> {
  const trim = await findTrim();
  if (trim === undefined) return () => {};
  const timer = setInterval(() => trim(0n), everyMs).unref();
  return () => clearInterval(timer);
}

/** glibc's `malloc_trim`: gives back all but so many free bytes at the end of the heap. */
async function findTrim(): Promise<((kept: bigint) => unknown) | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const { dlopen } = await import('node:ffi');
    const { functions } = dlopen('libc.so.6', { malloc_trim: { arguments: ['uint64'], return: 'int32' } });
    return functions.malloc_trim;
  } catch {
    return undefined;
  }
}
