import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('its clients and agents are loaded without the fetch, WebSocket and mocks of their package', async () => {
  const program = `
    import { createRequire } from 'node:module';
    await import(${JSON.stringify(new URL('../../../src/io/http/undici.ts', import.meta.url).href)});
    console.log(Object.keys(createRequire(${JSON.stringify(import.meta.url)}).cache).join('\\n'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout).toMatch(/undici\/lib\/dispatcher\/agent\.js/);
  expect(stdout).not.toMatch(/undici\/lib\/(?:web\/(?:fetch\/index|websocket)|mock|cache)/);
});
