import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { channelConfigSchema, SECRET_KEYS } from '../../../src/core/alerts/channel-config.ts';

const hook = { kind: 'webhook', name: 'hook', url: 'https://example.org/hook' };
const mail = {
  kind: 'email',
  name: 'mail',
  host: 'mx.example.org',
  from: 'a@example.org',
  to: 'b@example.org',
};

describe('channel configuration', () => {
  test.each([
    ['console', { kind: 'console', name: 'here' }],
    ['webhook', { ...hook, secret: `whsec_${'A'.repeat(44)}`, headers: { Authorization: 'Bearer x' } }],
    ['slack', { kind: 'slack', name: 's', url: 'https://hooks.slack.com/services/T/B/x' }],
    ['discord', { kind: 'discord', name: 'd', url: 'https://discord.com/api/webhooks/1/x' }],
    ['teams', { kind: 'teams', name: 't', url: 'https://prod.example.logic.azure.com/workflows/x' }],
    ['telegram', { kind: 'telegram', name: 'g', token: '1:AbC-d_e', chat: -100_123 }],
    ['email', mail],
    ['ntfy', { kind: 'ntfy', name: 'n', topic: 'chips', tags: ['warning'] }],
  ])('%s', (kind, config) => {
    expect(channelConfigSchema.parse(config)).toMatchObject({ ...config, timeoutSeconds: 30 });
    expect(Object.keys(SECRET_KEYS)).toContain(kind);
  });

  test.each<[problem: RegExp, config: object]>([
    [/kind/i, { kind: 'pager', name: 'p' }],
    [/unrecognized key.*colour/i, { kind: 'console', name: 'c', colour: true }],
    [/letters, digits/, { kind: 'console', name: 'a b' }],
    [/url/i, { ...hook, url: 'ftp://example.org' }],
    [/url/i, { ...hook, url: 'javascript:alert(1)' }],
    [/whsec_/, { ...hook, secret: 'hunter2' }],
    [/24 to 64 bytes/, { ...hook, secret: 'whsec_QUJD' }],
    [/line breaks/, { ...hook, headers: { 'X-A': 'b\r\nX-Evil: c' } }],
    [/invalid key/i, { ...hook, headers: { 'X A:': 'b' } }],
    [/unknown variable \{\{titel\}\}/, { ...hook, template: { story: '{{titel}}' } }],
    [/bot token/, { kind: 'telegram', name: 'g', token: 'x/../y', chat: 1 }],
    [/one line|an address/, { ...mail, from: 'a@example.org\r\nBcc: c@example.org' }],
    [/an address/, { ...mail, to: 'b@example.org, c@example.org' }],
    [/up to 64 letters/, { kind: 'ntfy', name: 'n', topic: 'a/b' }],
  ])('refuses with %s', (problem, config) => {
    const parsed = channelConfigSchema.safeParse(config);
    expect(parsed.success).toBe(false);
    expect(z.prettifyError(parsed.error ?? new z.ZodError([]))).toMatch(problem);
  });
});
