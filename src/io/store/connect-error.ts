import { explainConnection } from '../connection-error.ts';
import { sqlStateOf } from './sqlstate.ts';

/** Why a database cannot be used, and what to do about it. */
interface Refusal {
  readonly reason: string;
  readonly todo: string;
}

interface Wanted {
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

/**
 * Puts the first error of a connection into words. A server that refuses need not be started: the advice follows what
 * it said.
 */
export function explainRefusal(error: Error, wanted: Wanted): Refusal {
  const { host, user, database } = wanted;
  const state = sqlStateOf(error);
  const role = user === '' ? 'its role' : `the role "${user}"`;
  const said = error.message;
  if (/unsupported startup parameter/.test(said))
    return {
      reason: 'a pooler such as PgBouncer stands before it and refuses the settings of a connection',
      todo: 'name the server itself in DATABASE_URL',
    };
  if (/client password must be/.test(said))
    return { reason: `it wants a password for ${role}`, todo: 'add the password to DATABASE_URL' };
  if (state === '28P01')
    return {
      reason: `it refuses the password of ${role}, or has no such role`,
      todo: 'mend the role and its password in DATABASE_URL (then restart), or in the file of DATABASE_URL_FILE (read again by itself)',
    };
  if (state === '28000' && /pg_hba/.test(said))
    return {
      reason: `it lets ${role} not in from this machine`,
      todo: /no encryption|SSL off/.test(said)
        ? 'add ?sslmode=require to DATABASE_URL, or a line to its pg_hba.conf'
        : 'add a line to its pg_hba.conf, or mend the role in DATABASE_URL',
    };
  if (state === '28000')
    return { reason: `it does not let ${role} log in`, todo: `create the role, or mend it in DATABASE_URL` };
  if (state === '3D000')
    return {
      reason: 'it has no such database',
      todo: `create it (CREATE DATABASE "${database}" ENCODING 'UTF8' TEMPLATE template0), or mend its name in DATABASE_URL`,
    };
  if (state === '42501')
    return { reason: `${role} may not use it`, todo: 'GRANT CONNECT ON DATABASE … TO the role' };
  if (state === '53300')
    return {
      reason: 'it has no connection free',
      todo: 'raise its max_connections, or lower database.maxConnections',
    };
  if (state?.startsWith('57P') === true)
    return { reason: 'it is starting or stopping', todo: 'try again in a moment, or read its log' };
  if (/does not support SSL/.test(said))
    return { reason: 'it speaks without encryption only', todo: 'mend sslmode in DATABASE_URL' };
  return {
    reason: /^timeout e|timeout$/.test(said)
      ? `${host} did not answer in time`
      : (explainConnection(error, host)?.reason ?? said),
    todo: 'start it, mend DATABASE_URL, or unset DATABASE_URL to use the embedded one',
  };
}
