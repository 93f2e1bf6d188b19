import { isIP } from 'node:net';
import { ConfigError } from '../config/config-error.ts';
import { shownPath } from '../config/shown-path.ts';
import type { Config } from '../config/load-config.ts';

/** @throws ConfigError where anybody on the network could use the console; it says what to add */
export function checkConsole(config: Pick<Config, 'web' | 'file' | 'lineOf'>): void {
  const { host, auth = 'off', proxy, oidc, publicUrl } = config.web;
  const refuse = (field: string, message: string): never => {
    throw new ConfigError([
      {
        file: shownPath(config.file),
        line: config.lineOf?.(field.split('.')),
        field,
        message,
      },
    ]);
  };
  if (auth === 'off' && !isLoopback(host))
    refuse(
      'web.host',
      `on ${host} others on the network reach the console, and nobody has to log in. Add the line "auth: accounts" under "web:" (or set CHIPWATCH_WEB_AUTH=accounts; "proxy" trusts a log-in in front of it), or listen on 127.0.0.1`,
    );
  if (auth === 'proxy' && proxy === undefined)
    refuse('web.auth', 'add "proxy:" under "web:" with the "addresses" from which the proxy’s requests come');
  if (auth !== 'proxy' && proxy !== undefined) refuse('web.proxy', unused('proxy', auth));
  if (auth !== 'accounts' && oidc !== undefined) refuse('web.oidc', unused('accounts', auth));
  if (oidc !== undefined && publicUrl === undefined)
    refuse('web.oidc', 'add "publicUrl:" under "web:": the provider sends people back there');
}

/**
 * The message about log-in settings that `web.auth` does not use. Whoever wrote them expects that log-in. If they were
 * ignored, the console would have another log-in or none.
 */
function unused(needed: string, found: string): string {
  return `only "auth: ${needed}" reads this, found "auth: ${found}"${found === 'off' ? ' (nobody logs in)' : ''}. Set web.auth (CHIPWATCH_WEB_AUTH) to ${needed}, or remove these lines`;
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}
