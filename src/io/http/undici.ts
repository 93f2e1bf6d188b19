import { createRequire } from 'node:module';
import type * as undici from 'undici';

// The package's entry also loads fetch, WebSocket, caches and mocks: 4.0 MB of objects, where these three have 1.1. It adds
// `request`, `stream` and `connect` to its agents, which this one lacks until `loadProxyAgent` is called.
const require = createRequire(import.meta.url);

export const Agent = require('undici/lib/dispatcher/agent.js') as typeof undici.Agent;
export const Client = require('undici/lib/dispatcher/client.js') as typeof undici.Client;
export const buildConnector = require('undici/lib/core/connect.js') as typeof undici.buildConnector;

/** For a process that has a proxy. The agent calls its own `connect`, so all of the package is loaded. */
export function loadProxyAgent(): typeof undici.EnvHttpProxyAgent {
  return (require('undici') as typeof undici).EnvHttpProxyAgent;
}
