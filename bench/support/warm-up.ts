/** Pages that V8 needs in each process before its code is compiled. */
const PAGES = 200;

/** How many of so many articles are done before the measurement begins. */
export function warmUp(articles: number, processes = 1): number {
  return Math.floor(Math.min(PAGES * processes, articles / 4));
}
