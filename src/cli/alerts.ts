import { Command } from 'commander';
import { latestAlerts } from '../io/store/alerts.ts';
import { configOf, withStore } from './context.ts';
import { type ListOptions, rangeOf, withListOptions } from './list-options.ts';
import { requireTopic } from './require-topic.ts';
import { articleGists } from '../pipeline/stories/article-gists.ts';
import { minute, print, printJson, printTable, withGist } from './output.ts';

/** `chipwatch alerts`: lists alerts, newest first. */
export function alertsCommand(): Command {
  return withListOptions(
    new Command('alerts').description('list the latest alerts'),
    'only the last 90m, 24h, 7d …',
  ).action(async (options: ListOptions, command: Command) => {
    const config = configOf(command);
    await withStore(config, async ({ db }) => {
      const alerts = await latestAlerts(db, rangeOf(options));
      if (alerts.length === 0) await requireTopic(config, db, options.topic);
      const gists = await articleGists(
        db,
        alerts.map(({ articleId }) => articleId),
        config.web.language,
      );
      if (options.json) printJson(alerts.map((alert) => ({ ...alert, gist: gists.get(alert.articleId) })));
      else if (alerts.length === 0) print('No alerts yet.');
      else
        printTable(
          ['when', 'topics', 'language', 'outlet', 'sent', 'title'],
          alerts.map((alert) => [
            minute(alert.createdAt),
            alert.topics.join(' + '),
            alert.language,
            alert.outlet,
            `${alert.delivered}/${alert.deliveries}`,
            `${alert.sample ? '[SAMPLE] ' : ''}${alert.kind === 'update' ? `(${alert.reason}) ` : ''}${withGist(alert.title, gists.get(alert.articleId))}`,
          ]),
        );
    });
  });
}
