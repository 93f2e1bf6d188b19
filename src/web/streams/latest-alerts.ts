import { composeMessage } from '../../core/messages/compose-message.ts';
import type { ReaderLanguage } from '../../core/messages/gist-labels.ts';
import type { StoryMessage } from '../../core/messages/message.ts';
import { newestAlertIds } from '../../io/store/alerts.ts';
import type { Database } from '../../io/store/database.ts';
import { getAlertFacts } from '../../pipeline/deliveries/message-facts.ts';

export interface ShownAlert {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'alert' | 'update';
  readonly story: StoryMessage;
}

/** How alerts are shown on pages and in feeds. */
interface ShownAs {
  readonly publicUrl: string | undefined;
  /** `web.language` */
  readonly language: ReaderLanguage;
}

/** Alerts as readers see them, newest first. An alert on several routes is shown once. */
export async function latestShownAlerts(
  db: Database,
  { publicUrl, language, ...which }: ShownAs & Parameters<typeof newestAlertIds>[1],
): Promise<ShownAlert[]> {
  const facts = await getAlertFacts(db, await newestAlertIds(db, which), publicUrl);
  return facts.map(({ alertedAt, ...story }) => {
    const kind = story.development === undefined ? 'alert' : 'update';
    const message = composeMessage({
      idempotencyKey: '',
      kind,
      createdAt: alertedAt,
      route: '',
      language,
      stories: [story],
    });
    return { id: story.alertId, at: alertedAt, kind, story: message.stories[0] as StoryMessage };
  });
}
