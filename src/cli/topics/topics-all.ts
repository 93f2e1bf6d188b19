import type { Command } from 'commander';
import { topicsCommand } from './topics.ts';
import { topicsDiffCommand, topicsReapplyCommand } from './topics-archive.ts';
import { topicsFitCommand } from './topics-fit.ts';
import { topicsSuggestCommand } from './topics-suggest.ts';

export function allTopicsCommands(): Command {
  return topicsCommand()
    .addCommand(topicsDiffCommand())
    .addCommand(topicsReapplyCommand())
    .addCommand(topicsFitCommand())
    .addCommand(topicsSuggestCommand());
}
