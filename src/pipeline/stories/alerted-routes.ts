import type { Database } from '../../io/store/database.ts';
import { alertedRoutes } from '../../io/store/deliveries/outbox.ts';

/** Which routes have an alert of which stories, sent or hidden by a silence; read by one query for a transaction. */
export class AlertedRoutes {
  private readonly tx: Database;
  private readonly routes = new Map<string, Set<string>>();

  private constructor(tx: Database) {
    this.tx = tx;
  }

  static async open(tx: Database, storyIds: readonly string[]): Promise<AlertedRoutes> {
    const opened = new AlertedRoutes(tx);
    await opened.read(storyIds);
    return opened;
  }

  /** Reads the alerts of these stories, again if they were read before. */
  async read(storyIds: readonly string[]): Promise<void> {
    for (const id of storyIds) this.routes.delete(id);
    for (const { story_id: id, route } of await alertedRoutes(this.tx, storyIds)) this.add(id, route);
  }

  has(storyId: string, route: string): boolean {
    return this.routes.get(storyId)?.has(route) === true;
  }

  add(storyId: string, route: string): void {
    const routes = this.routes.get(storyId) ?? new Set();
    this.routes.set(storyId, routes.add(route));
  }
}
