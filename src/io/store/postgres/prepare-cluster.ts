import { checkVersion, createCluster, hasCluster } from './create-cluster.ts';
import { makeDatabasePassword, readPassword, storePassword } from './postgres-password.ts';
import type { PostgresHome } from './postgres-home.ts';
import { renewPassword } from './renew-password.ts';
import { chooseSharedMemory } from './shared-memory.ts';
import { withStartLock } from './start-lock.ts';

/**
 * Makes what is missing of the cluster and its password; of several processes that start at once, one does so.
 *
 * @param onNewPassword called where a lost password was set anew
 * @returns the password
 * @throws PostgresVersionError, PostgresStartError, PasswordLostError; file errors
 */
export async function prepareCluster(home: PostgresHome, onNewPassword: () => void): Promise<string> {
  const known = await readPassword(home);
  if (known !== undefined && hasCluster(home)) {
    await checkVersion(home);
    return known;
  }
  return withStartLock(home, async () => {
    const written = await readPassword(home);
    const memory = await chooseSharedMemory(home);
    if (hasCluster(home)) {
      await checkVersion(home);
      if (written !== undefined) return written;
      const renewed = await renewPassword(home, memory);
      onNewPassword();
      return renewed;
    }
    const password = written ?? makeDatabasePassword();
    if (written === undefined) await storePassword(home, password);
    await createCluster(home, password, memory);
    return password;
  });
}
