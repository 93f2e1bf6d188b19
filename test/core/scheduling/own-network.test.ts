import { expect, test } from 'vitest';
import { isOwnNetworkDown, type RecentPoll } from '../../../src/core/scheduling/own-network.ts';

function polls(
  count: number,
  error: string | null,
  host = (index: number) => `${error}-${index}`,
): RecentPoll[] {
  return Array.from({ length: count }, (_, index) => ({ host: host(index), error }));
}

test.each([
  ['nothing polled', [], false],
  ['all names unresolved', polls(20, 'dns'), true],
  ['a bare majority unreached', [...polls(6, 'dns'), ...polls(5, 'connection'), ...polls(10, null)], true],
  ['half unreached', [...polls(10, 'timeout'), ...polls(10, null)], false],
  ['too few hosts to tell', polls(7, 'dns'), false],
  ['answers that are no good', [...polls(5, 'tls'), ...polls(10, 'bad-response')], false],
  [
    'many feeds of one dead host',
    [...polls(50, 'connection', () => 'dead.example'), ...polls(8, null)],
    false,
  ],
  [
    'hosts of which some feed answered',
    [...polls(10, 'timeout', (index) => `h${index}`), ...polls(10, null, (index) => `h${index}`)],
    false,
  ],
])('%s', (_, recent, down) => {
  expect(isOwnNetworkDown(recent)).toBe(down);
});
