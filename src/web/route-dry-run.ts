import type { RouteConfig } from '../core/alerts/route-config.ts';
import { routeReport } from '../core/alerts/route-report.ts';
import type { Database } from '../io/store/database.ts';
import { pastReports } from '../io/store/stories/routable-reports.ts';

export const DRY_RUN_DAYS = 30;
/** The maximum number of reports tested. In a busier archive the first ones are, and the page says so. */
const REPORTS = 20_000;

export interface DryRun {
  /** The stories that the route would have alerted on, latest first, each with the report that caused it. */
  readonly stories: readonly { readonly id: string; readonly title: string; readonly language: string }[];
  readonly reports: number;
  /** Whether there are reports that were not tested. */
  readonly hasMore: boolean;
}

/** Tests which reports of the last days a route wants; of each story only the first. */
export async function dryRun(db: Database, config: RouteConfig): Promise<DryRun> {
  const wanted = new Map<string, { id: string; title: string; language: string }>();
  let looked = 0;
  for await (const reports of pastReports(db, new Date(Date.now() - DRY_RUN_DAYS * 86_400_000), REPORTS)) {
    looked += reports.length;
    for (const report of reports) {
      const { storyId: id, title, language } = report;
      if (!wanted.has(id) && routeReport(report, [config])[0]?.wants === true)
        wanted.set(id, { id, title, language });
    }
  }
  return { stories: [...wanted.values()].toReversed(), reports: looked, hasMore: looked >= REPORTS };
}
