import { expect, test } from 'vitest';
import { tokensCommand } from '../../src/cli/tokens.ts';
import { testCli } from '../support/cli.ts';

test('chipwatch tokens creates a token that the console accepts, and revokes it', async () => {
  await using cli = await testCli(() => [tokensCommand()]);
  const made = await cli.json<{ id: string; token: string }>('tokens', 'add', 'a script', '--for', '1h');
  expect(await cli.json('tokens', 'list')).toMatchObject([{ id: made.id, name: 'a script', role: 'reader' }]);
  const stored = await cli.db.selectFrom('api_tokens').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(made.token);
  expect((await cli.run('tokens', 'remove', made.id)).code).toBe(0);
  expect(await cli.json('tokens', 'list')).toEqual([]);
  expect((await cli.run('tokens', 'remove', made.id)).code).toBe(3);
});
