import { readFileSync } from 'node:fs';

/** What the memory of a process in RAM consists of, in MB. */
export interface MemoryParts {
  /** Mapped files: Node itself and libraries. */
  readonly files: number;
  /** Machine code that V8 made, most of it of regular expressions. */
  readonly code: number;
  /** The heaps of V8, of all threads. */
  readonly objects: number;
  /** Buffers, shared models, and what C++ allocates. */
  readonly allocator: number;
}

/** V8 places the pages of its heaps at random addresses of 46 bits; the kernel's own choice is above them. */
const END_OF_OBJECTS = 0x4000_0000_0000;
const MAPPING = /^([0-9a-f]+)-[0-9a-f]+ (\S+) \S+ \S+ \S+ *(.*)$/;

/**
 * Adds up the mappings of a Linux process by what they are for.
 * @param smaps the text of `/proc/PID/smaps`
 */
export function memoryParts(smaps: string): MemoryParts {
  const kB = { files: 0, code: 0, objects: 0, allocator: 0 };
  let part: keyof MemoryParts = 'allocator';
  for (const line of smaps.split('\n')) {
    const [, start, rights, name] = MAPPING.exec(line) ?? [];
    if (start !== undefined) part = partOf(Number.parseInt(start, 16), rights!, name!);
    else if (line.startsWith('Rss:')) kB[part] += Number.parseInt(line.slice('Rss:'.length), 10);
  }
  const mb = (value: number) => value / 1_024;
  return { files: mb(kB.files), code: mb(kB.code), objects: mb(kB.objects), allocator: mb(kB.allocator) };
}

function partOf(start: number, rights: string, name: string): keyof MemoryParts {
  if (name.startsWith('/')) return 'files';
  if (name !== '') return 'allocator';
  if (rights.includes('x')) return 'code';
  return start < END_OF_OBJECTS ? 'objects' : 'allocator';
}

/** Of a running process. @throws the file system's error, where there is no such process */
export function memoryPartsOf(pid: number): MemoryParts {
  return memoryParts(readFileSync(`/proc/${pid}/smaps`, 'utf8'));
}
