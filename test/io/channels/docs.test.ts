import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { paceOf } from '../../../src/core/alerts/pacing.ts';
import { type RouteConfig, routeConfigSchema } from '../../../src/core/alerts/route-config.ts';
import { channelConfigSchema } from '../../../src/core/alerts/channel-config.ts';
import { openChannel } from '../../../src/pipeline/deliveries/open-channel.ts';
import { TEMPLATE_VARIABLES } from '../../../src/core/messages/template.ts';

const text = readFileSync(new URL('../../../docs/channels.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
  ([, yaml]) => parse(yaml ?? '') as { channels?: unknown[]; routes?: unknown[] },
);
const channels = examples.flatMap((example) => example.channels ?? []);
const routes = examples.flatMap((example) => example.routes ?? []);

describe('docs/channels.md', () => {
  test('shows only configuration that is accepted, for every kind', () => {
    const kinds = channels.map((channel) => channelConfigSchema.parse(channel).kind);
    expect(new Set(kinds)).toEqual(
      new Set(['console', 'webhook', 'slack', 'discord', 'teams', 'telegram', 'email', 'ntfy']),
    );
    const parsed = routes.map((route): RouteConfig => routeConfigSchema.parse(route));
    const names = new Set(channels.map((channel) => channelConfigSchema.parse(channel).name));
    expect(parsed).toHaveLength(4);
    expect(parsed.flatMap((route) => route.channels).every((name) => names.has(name))).toBe(true);
  });

  test('names every setting of a route and every variable of a template', () => {
    for (const setting of Object.keys(routeConfigSchema.shape)) expect(text).toContain(setting);
    const table = text.slice(text.indexOf('| variable |'), text.indexOf('## Routes'));
    const variables = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(variables).toEqual(Object.keys(TEMPLATE_VARIABLES));
  });

  test('states the limits that apply', async () => {
    const rows = [...text.matchAll(/^\| (\w+) \| [^|]+ \| (\d+) \| ([^|]+) \|$/gm)];
    expect(rows).toHaveLength(8);
    for (const [, kind, stories, pace] of rows) {
      const config = channels.map((one) => channelConfigSchema.parse(one)).find((one) => one.kind === kind);
      if (config === undefined) throw new Error(`no example of ${kind}`);
      const channel = openChannel(config);
      expect(channel.maxStories, kind).toBe(Number(stories));
      const real = paceOf(config);
      const every = real?.everyMs === 1000 ? '1 a second' : `1 each ${(real?.everyMs ?? 0) / 1000} s`;
      expect(pace?.trim()).toBe(real === undefined ? '–' : `${real.burst} at once, then ${every}`);
      await channel.close?.();
    }
  });
});
