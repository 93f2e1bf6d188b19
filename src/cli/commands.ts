import type { Command } from 'commander';

/** A command as listed in the help. Its module is loaded when it is called. */
export interface ListedCommand {
  /** Its name with its arguments. */
  readonly term: string;
  readonly says: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: readonly ListedCommand[] = [
  {
    term: 'start [options]',
    says: 'run the service: feed, article and delivery workers and the web endpoint',
    load: async () => (await import('./start.ts')).startCommand(),
  },
  {
    term: 'replay [options] [dir]',
    says: 'run a recorded directory through the pipeline and print what comes out',
    load: async () => (await import('./replay.ts')).replayCommand(),
  },
  {
    term: 'record [options] <url...>',
    says: 'fetch feeds with their articles’ pages and write every answer to a directory for replay',
    load: async () => (await import('./record.ts')).recordCommand(),
  },
  {
    term: 'check [options] <page>',
    says: 'extract, tag, classify and explain one page without storing it',
    load: async () => (await import('./check.ts')).checkCommand(),
  },
  {
    term: 'extract [options] <page>',
    says: 'print the article that is in a page',
    load: async () => (await import('./extract.ts')).extractCommand(),
  },
  {
    term: 'topics',
    says: 'check, test and explain the rules',
    load: async () => (await import('./topics/topics-all.ts')).allTopicsCommands(),
  },
  {
    term: 'feeds',
    says: 'the feeds that are watched',
    load: async () => (await import('./feeds/feeds.ts')).feedsCommand(),
  },
  {
    term: 'alerts [options]',
    says: 'list the latest alerts',
    load: async () => (await import('./alerts.ts')).alertsCommand(),
  },
  {
    term: 'stories',
    says: 'the events that were reported, each with all its reports',
    load: async () => (await import('./stories.ts')).storiesCommand(),
  },
  {
    term: 'why [options] <url|story>',
    says: 'say what became of an article or story, step by step, and why it did or did not alert',
    load: async () => (await import('./why.ts')).whyCommand(),
  },
  {
    term: 'deliveries',
    says: 'what went out, what waits, and what was given up',
    load: async () => (await import('./deliveries.ts')).deliveriesCommand(),
  },
  {
    term: 'items',
    says: 'what waits to be read, and what was given up',
    load: async () => (await import('./items.ts')).itemsCommand(),
  },
  {
    term: 'channels',
    says: 'the ways out to people',
    load: async () => (await import('./channels.ts')).channelsCommand(),
  },
  {
    term: 'silences',
    says: 'alerts that are not wanted for a while',
    load: async () => (await import('./silences.ts')).silencesCommand(),
  },
  {
    term: 'tokens',
    says: 'keys for programs that use the API',
    load: async () => (await import('./tokens.ts')).tokensCommand(),
  },
  {
    term: 'migrate [options]',
    says: 'bring the database up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand(),
  },
  {
    term: 'backup <file>',
    says: 'write the whole record into a file (compressed JSON Lines); the service may go on meanwhile',
    load: async () => (await import('./backup.ts')).backupCommand(),
  },
  {
    term: 'restore [options] <file>',
    says: 'fill an empty database from a backup; stop the service that wrote it first',
    load: async () => (await import('./backup.ts')).restoreCommand(),
  },
  {
    term: 'export [options]',
    says: 'print the stored articles as JSON Lines, oldest first',
    load: async () => (await import('./export.ts')).exportCommand(),
  },
  {
    term: 'import <file>',
    says: 'classify and store articles from JSON Lines (url, title, text, outlet, published); nobody is alerted',
    load: async () => (await import('./export.ts')).importCommand(),
  },
  {
    term: 'doctor [options]',
    says: 'say what runs, what is reachable, and what to do about what is not',
    load: async () => (await import('./doctor.ts')).doctorCommand(),
  },
  {
    term: 'schema [options]',
    says: 'print the JSON Schema of config/chipwatch.yaml, for editors',
    load: async () => (await import('./schema.ts')).schemaCommand(),
  },
];

export function nameOf({ term }: ListedCommand): string {
  return term.split(' ', 1)[0] as string;
}
