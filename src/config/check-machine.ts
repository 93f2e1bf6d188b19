import path from 'node:path';
import { isTimeZone } from '../core/alerts/route-config.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import type { ConfigProblem } from './config-error.ts';

/** The largest thread pool that libuv allows. */
const MOST_THREADS = 1024;

/**
 * What is wrong with environment variables that Node and the operating system define. Node ignores wrong values: it
 * takes an unknown time zone for UTC, so nightly work would run by day.
 */
export function checkMachine(environment: Readonly<Record<string, string | undefined>>): ConfigProblem[] {
  const faults: Record<string, (value: string) => string | undefined> = {
    TZ: zoneFault,
    UV_THREADPOOL_SIZE: (value) =>
      /^\d{1,4}$/.test(value) && Number(value) > 0 && Number(value) <= MOST_THREADS
        ? undefined
        : `expected a whole number from 1 to ${MOST_THREADS}, found "${value}"`,
    XDG_CACHE_HOME: pathFault,
    XDG_STATE_HOME: pathFault,
  };
  return Object.entries(faults).flatMap(([field, faultOf]) => {
    const value = environment[field];
    const message = value === undefined || value === '' ? undefined : faultOf(value);
    return message === undefined ? [] : [{ file: 'environment', field, message }];
  });
}

function pathFault(value: string): string | undefined {
  return path.isAbsolute(value) ? undefined : `expected a path that begins with /, found "${value}"`;
}

/** Also `:Europe/Berlin` and the path of the zone's file, which the C library takes. */
function zoneFault(value: string): string | undefined {
  const zone = value.replace(/^:/, '').replace(/^\/.*\/zoneinfo\//, '');
  if (isTimeZone(zone) || /^(?:UTC|GMT)[+-]?0$/.test(zone) || zone === '/etc/localtime') return undefined;
  return `expected a time zone such as Europe/Berlin or UTC, found "${value}"${didYouMean(zone, Intl.supportedValuesOf('timeZone'))}`;
}
