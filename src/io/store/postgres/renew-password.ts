import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { USER } from './create-cluster.ts';
import { makeDatabasePassword, passwordFile, storePassword } from './postgres-password.ts';
import type { PostgresHome } from './postgres-home.ts';
import { countSessions, findRunning, removeStalePidFile } from './postmaster.ts';
import { runBinary } from './run-postgres.ts';
import { causeOf, PostgresStartError } from './start-postgres.ts';
import type { OtherMemory } from './shared-memory.ts';

/** The password of the embedded database is lost, and cannot be set anew now. The message says why and what to do. */
export class PasswordLostError extends Error {
  override readonly name = 'PasswordLostError';
}

/** What `oid` the role has that `initdb` creates. */
const BOOTSTRAP_ROLE = 10;
/** As PostgreSQL's own default. */
const ITERATIONS = 4_096;

/**
 * Sets a new password where the file of the old one is missing or empty, and writes it into that file.
 *
 * PostgreSQL's single-user mode asks for no password, but only the user to whom the cluster belongs can run it. The
 * cluster is left as it is unless `initdb` gave it the name of our role. The file is written last: if the process dies
 * before, the next start sets another password.
 *
 * @returns the new password
 * @throws PasswordLostError while processes use the database, or where the cluster is not ours
 */
export async function renewPassword(home: PostgresHome, memory: OtherMemory | undefined): Promise<string> {
  const lost = `${passwordFile(home)}, the password of the embedded database, is missing or empty`;
  const running = await findRunning(home);
  if (running !== undefined) {
    // A service that was killed leaves its server behind. Processes that run know the old password.
    if ((await countSessions(running.pid)) > 0)
      throw new PasswordLostError(
        `${lost}, and other processes use that database: stop chipwatch, then start it again, which sets a new password`,
      );
    await runBinary(home, 'pg_ctl', ['stop', '-D', home.cluster, '-m', 'fast', '-w', '-t', '30']);
  }
  await removeStalePidFile(home);
  const password = makeDatabasePassword();
  const verifier = scramVerifier(password);
  const said = await runSingle(home, memory, [
    `DO $do$ BEGIN IF (SELECT rolname FROM pg_authid WHERE oid = ${BOOTSTRAP_ROLE}) = '${USER}' THEN ALTER ROLE ${USER} PASSWORD '${verifier}'; END IF; END $do$`,
    `SELECT rolpassword = '${verifier}' AS renewed FROM pg_authid WHERE oid = ${BOOTSTRAP_ROLE}`,
  ]);
  if (!/renewed = "t"/.test(said))
    throw new PasswordLostError(
      `${lost}, and the cluster in ${home.cluster} was not made by chipwatch: set database.directory (CHIPWATCH_DATABASE_DIRECTORY) to a directory of its own, or write the password of its role "${USER}" into that file`,
    );
  await storePassword(home, password);
  return password;
}

async function runSingle(
  home: PostgresHome,
  memory: OtherMemory | undefined,
  statements: readonly string[],
): Promise<string> {
  // Without the statements in what it says, the log gets no verifier either.
  const settings = ['log_statement=none', 'log_min_error_statement=panic', 'log_min_duration_statement=-1'];
  if (memory !== undefined) settings.push(`dynamic_shared_memory_type=${memory.type}`);
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const line = ['--single', '-D', home.cluster, ...flags, 'postgres'];
  return runBinary(home, 'postgres', line, `${statements.join('\n')}\n`).catch((error: unknown) => {
    const said = (error as Error).message;
    throw new PostgresStartError(
      `the password of the embedded PostgreSQL in ${home.directory} cannot be set anew${causeOf(said)}. What it says:\n${said.split('\n').slice(-8).join('\n')}`,
      { cause: error },
    );
  });
}

/** What PostgreSQL stores instead of a password (RFC 5803); so the password itself is never sent to it. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
