import { Command } from 'commander';
import { latestAlerts } from '../io/store/alerts.ts';
import { configOf, withStore } from './context.ts';
import { type ListOptions, rangeOf, withListOptions } from './list-options.ts';
import { minute, print, printJson, printTable } from './output.ts';

/** `chipwatch alerts`: what was alerted, newest first. */
export function alertsCommand(): Command {
  return withListOptions(
    new Command('alerts').description('list the latest alerts'),
    'only the last 90m, 24h, 7d …',
  ).action(async (options: ListOptions, command: Command) => {
    await withStore(configOf(command), async ({ db }) => {
      const alerts = await latestAlerts(db, rangeOf(options));
      if (options.json) printJson(alerts);
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
            `${alert.sample ? '[SAMPLE] ' : ''}${alert.kind === 'update' ? `(${alert.reason}) ` : ''}${alert.title}`,
          ]),
        );
    });
  });
}
