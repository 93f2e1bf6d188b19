import { readFileSync } from 'node:fs';

/** The address of a server, or a function that returns it as it is now. */
export type Address = string | (() => string);

/** The address as it is now. Throws what the function of the address throws. */
export function addressNow(address: Address): string {
  return typeof address === 'string' ? address : address();
}

/**
 * Returns a function that returns the address with the user and the password that the file holds now, so that a
 * changed password needs no restart. Another server or database does need one: connections to both would be mixed.
 *
 * @param address as the file held it at the start
 * @param file undefined where the address did not come from a file
 */
export function followAddress(address: string, file: string | undefined): () => string {
  if (file === undefined) return () => address;
  let latest = address;
  return () => {
    const found = tryToRead(file);
    if (found !== undefined && withoutUser(found) === withoutUser(address)) latest = found;
    return latest;
  };
}

/** Whether the file names another server or database by now, which only a restart would use. */
export function namesAnother(address: string, file: string | undefined): boolean {
  const found = file === undefined ? undefined : tryToRead(file);
  return found !== undefined && found !== '' && withoutUser(found) !== withoutUser(address);
}

/** A file that is being replaced may be away for a moment. */
function tryToRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function withoutUser(address: string): string {
  return address.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1');
}
