/** The maximum number of feeds, items or deliveries in one job. */
const A_JOB = 10;

interface SharedJob {
  readonly id: string;
  /** The first is handed over by name, so that a job of one looks as it always did. */
  readonly first: string;
  readonly more?: string[];
}

/**
 * Groups ids into jobs, in their order. A job's id is made from its first feed, item or delivery. A job of several has
 * another id than a job of its first alone, which may still be running.
 * @param kind the beginning of the jobs' ids, such as `feed`
 * @param fewest the minimum number of jobs, as far as there are so many ids: with more jobs, more processes get work
 */
export function shareJobs(kind: string, ids: readonly string[], fewest: number): SharedJob[] {
  const size = Math.min(A_JOB, Math.max(1, Math.ceil(ids.length / fewest)));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => {
    const [first = '', ...more] = ids.slice(at * size, (at + 1) * size);
    return more.length === 0
      ? { id: `${kind}-${first}`, first }
      : { id: `${kind}-${first}-more`, first, more };
  });
}
