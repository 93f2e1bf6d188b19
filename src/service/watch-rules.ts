import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { fileErrorReason } from '../io/file-error.ts';
import type { DocumentReader } from '../pipeline/threads/document-reader.ts';

/** Milliseconds between two checks. File system events do not work on all mounts. */
const LOOK = 3_000;

interface RulePaths {
  readonly topics: string;
  readonly entities: string;
}

/** A value that changes when a rule file is edited, added or removed. */
export async function rulesVersion({ topics, entities }: RulePaths): Promise<string> {
  const below = (await readdir(topics, { recursive: true }).catch(() => [])).map((name) =>
    path.join(topics, name),
  );
  const hash = createHash('sha256');
  for (const file of [topics, entities, ...below].sort()) {
    const info = await stat(file).catch(() => undefined);
    if (info?.isFile()) hash.update(`${file}\0${info.size}\0${info.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Uses edited rules without a restart. Invalid rules are reported once, and the previous ones stay in use. Returns a
 * function that stops it.
 */
export function watchRules(reader: DocumentReader, paths: RulePaths, inUse: string, log: Logger): () => void {
  let seen = inUse;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const version = await rulesVersion(paths);
    if (version !== seen) {
      seen = version;
      const outcome = await reader.useRules();
      if (outcome.status === 'sound')
        log.info({ event: 'rules.changed', topics: outcome.topics }, 'edited topics are in use');
      else
        log.error(
          { event: 'rules.faulty', faults: outcome.message.split('\n') },
          'edited topics are not sound; those before stay in use',
        );
    }
  };
  const again = async () => {
    await look().catch((error: Error) => {
      if (stopped) return;
      const reason = `the files of the rules cannot be read: ${fileErrorReason(error)}`;
      log.warn(
        { event: 'rules.unread', reason, cause: error.message },
        'could not look whether topics were edited; those in use stay, and the next look is in three seconds',
      );
    });
    if (!stopped) timer = setTimeout(again, LOOK);
  };
  timer = setTimeout(again, LOOK);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
