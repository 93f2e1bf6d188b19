import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';

const run = promisify(execFile);

test('the list describes each command as the command itself does', async () => {
  for (const { term, says, load } of COMMANDS) {
    const command = await load();
    const help = command.createHelp();
    expect([help.subcommandTerm(command), help.subcommandDescription(command)]).toEqual([term, says]);
  }
}, 60_000);

/** Our own modules that a call loads, recorded by a Node loader hook. */
async function loadedBy(...words: string[]): Promise<string[]> {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { if (url.includes('/src/')) console.error('LOADED ' + url); return next(url, context); } });`;
  const { stderr } = await run(process.execPath, [
    `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    'src/cli/chipwatch.ts',
    ...words,
  ]);
  return [...stderr.matchAll(/^LOADED .*\/src\/(.*)$/gm)].map((match) => match[1] as string);
}

test('listing commands or printing the version loads no command, no database and no queue', async () => {
  for (const word of ['--version', '--help']) {
    const loaded = await loadedBy(word);
    expect(loaded).toContain('cli/commands.ts');
    expect(loaded.length).toBeLessThan(10);
    expect(loaded.filter((file) => /^(?:pipeline|core|config|web)\//.test(file))).toEqual([]);
  }
  expect(await loadedBy('schema', '--help')).not.toContain('cli/feeds/feeds.ts');
}, 60_000);
