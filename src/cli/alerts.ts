import { Command } from 'commander';
import { latestAlerts } from '../io/store/alerts.ts';
import { configOf, withStore } from './context.ts';
import { durationOption, wholeOption } from './option-values.ts';
import { minute, print, printJson, printTable } from './output.ts';

/** `chipwatch alerts`: what was alerted, newest first. */
export function alertsCommand(): Command {
  return new Command('alerts')
    .description('list the latest alerts')
    .option('--topic <id>', 'only this topic')
    .option('--since <duration>', 'only the last 90m, 24h, 7d …', durationOption)
    .option('--limit <n>', 'at most so many', wholeOption(1, 10_000), 30)
    .option('--json', 'print JSON')
    .action(
      async (
        options: { topic?: string; since?: number; limit: number; json?: boolean },
        command: Command,
      ) => {
        await withStore(configOf(command), async ({ db }) => {
          const since =
            options.since === undefined ? undefined : new Date(Date.now() - options.since * 1_000);
          const alerts = await latestAlerts(db, { topic: options.topic, since, limit: options.limit });
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
      },
    );
}
