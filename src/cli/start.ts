import { Command, InvalidArgumentError } from 'commander';
import { ALL_ROLES, type WorkerRole } from '../service/roles.ts';
import { relaunch } from '../process/relaunch.js';

/** `chipwatch start`: the same as `npm start`. */
export function startCommand(): Command {
  return new Command('start')
    .description('run the service: feed, article and delivery workers and the web endpoint')
    .option('--only <roles>', `comma-separated: ${ALL_ROLES.join(', ')}`, parseRoles)
    .option('--remove-feeds', 'remove more than a third of the watched feeds, when the configuration says so')
    .action(async (options: { only?: WorkerRole[]; removeFeeds?: boolean }, command: Command) => {
      const { config } = command.optsWithGlobals<{ config?: string }>();
      relaunch();
      const { runProcess } = await import('../process/run-process.ts');
      await runProcess(options.only ?? ALL_ROLES, {
        configFile: config,
        removeFeeds: options.removeFeeds === true,
      });
    });
}

function parseRoles(text: string): WorkerRole[] {
  const roles = text.split(',').map((role) => role.trim());
  const unknown = roles.find((role) => !ALL_ROLES.includes(role as WorkerRole));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is none of ${ALL_ROLES.join(', ')}.`);
  return roles as WorkerRole[];
}
