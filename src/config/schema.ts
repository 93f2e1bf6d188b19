import { z } from 'zod';
import { languageTag, routeConfigSchema } from '../core/alerts/route-config.ts';
import { channelConfigSchema, headerName } from '../core/alerts/channel-config.ts';
import { READER_LANGUAGES } from '../core/messages/gist-labels.ts';
import { hasCredentials } from '../core/urls/has-credentials.ts';
import { allowList } from '../io/http/address-guard.ts';
import { isContact } from '../io/http/user-agent.ts';
import { duration } from './duration.ts';

const webUrl = z.url({ protocol: /^https?$/, error: 'expected an http or https URL' });

/** A regular expression in JavaScript's syntax, compiled with the flags `iu`. */
const pattern = z.string().transform((source, context) => {
  try {
    const compiled = new RegExp(source, 'iu');
    if (!compiled.test('')) return compiled;
    context.addIssue({
      code: 'custom',
      message: 'expected a regular expression that some titles do not match',
    });
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*: /s, '').toLowerCase();
    context.addIssue({ code: 'custom', message: `expected a regular expression (${reason})` });
  }
  return z.NEVER;
});

/** A file or directory. Empty text would be the directory of the configuration itself. */
const location = z.string().trim().min(1, 'expected a path');

const feedUrl = webUrl.refine(
  (text) => !hasCredentials(text),
  'expected an address without name and password, which are never sent',
);

const feed = z.strictObject({
  url: feedUrl,
  outlet: z.string().min(1).optional().describe('The name people see; the feed’s own title otherwise'),
  language: languageTag.optional().describe('BCP 47, where the feed does not say or says it wrongly'),
  category: z.string().optional(),
  backfillAge: duration.optional().describe('Overrides feeds.backfillAge for this feed'),
});

const feeds = z.strictObject({
  opml: z.array(location).default([]).describe('OPML files, relative to this file'),
  urls: z.array(z.union([feedUrl.transform((url) => ({ url })), feed])).default([]),
  backfillAge: duration
    .default(48 * 3_600)
    .describe('The first poll of a feed alerts only on items younger than this; 0 alerts on all'),
  ignoreTitles: z
    .array(pattern)
    .default([])
    .describe('Items whose title matches are stored, but neither fetched nor classified'),
  allowRemoval: z
    .boolean()
    .default(false)
    .describe('Let a start remove more than a third of the watched feeds; set it for one start only'),
  minInterval: duration.refine((seconds) => seconds > 0, 'expected a duration of more than 0').default(120),
  maxInterval: duration.default(12 * 3_600),
});

function isAllowable(entry: string): boolean {
  try {
    allowList([entry]);
    return true;
  } catch {
    return false;
  }
}

/** Nothing, everything, or a list. In an environment variable a list is one string with commas. */
const ownNetworks = z.union([
  z.boolean(),
  z
    .union([z.string().transform((text) => text.split(',')), z.array(z.string())])
    .transform((entries, context) => {
      entries.forEach((entry, index) => {
        if (!isAllowable(entry))
          context.addIssue({
            code: 'custom',
            message: 'expected a host name, address or network: wiki.corp.example, 10.1.2.3, 10.1.2.0/24',
            path: [index],
          });
      });
      return entries;
    }),
]);

const http = z.strictObject({
  contact: z
    .string()
    .refine(isContact, 'expected a URL or a mail address in plain ASCII, without spaces')
    .optional()
    .describe('URL or mail address in the User-Agent, for publishers who want to reach you'),
  allowPrivateNetworks: ownNetworks
    .default(false)
    .describe(
      'Hosts, addresses and networks of your own that feeds and pages may come from: wiki.corp.example, *.corp.example, 10.1.2.0/24; true opens all private addresses',
    ),
  robots: z.boolean().default(true).describe('Obey robots.txt for article pages'),
  perHost: z
    .strictObject({
      concurrency: z.int().min(1).max(32).default(2),
      spacing: duration.default(1).describe('At least so long between two requests to one host'),
    })
    .prefault({}),
});

const workers = z.strictObject({
  feeds: z.int().min(1).max(256).default(16).describe('Feeds polled at a time in one process'),
  articles: z
    .int()
    .min(1)
    .max(256)
    .default(32)
    .describe('Articles fetched and read at a time in one process'),
  deliveries: z.int().min(1).max(64).default(8),
  threads: z
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Threads that read feeds and pages; by default one for each core, less one from the third on'),
});

const role = z.enum(['reader', 'analyst', 'owner']);

const proxy = z
  .strictObject({
    addresses: z
      .array(z.union([z.ipv4(), z.ipv6()], { error: 'expected an IP address' }))
      .min(1)
      .describe('Where the proxy’s requests come from: 127.0.0.1'),
    userHeader: headerName.default('x-forwarded-user').describe('The header that names who has logged in'),
    roleHeader: headerName.optional().describe('The header that holds reader, analyst or owner'),
    role: role.default('reader').describe('The role of everybody, without `roleHeader`'),
  })
  .describe('With `auth: proxy`: a log-in in front of the console, which others cannot go around');

const oidc = z
  .strictObject({
    issuer: webUrl.describe('Where the provider describes itself'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    name: z.string().min(1).max(60).default('your organisation').describe('What the log-in page calls it'),
    roleClaim: z.string().min(1).optional().describe('The claim that holds reader, analyst or owner'),
    role: role.default('reader').describe('The role of somebody who comes for the first time'),
  })
  .describe('With `auth: accounts`: log-in by OpenID Connect, beside passwords; needs `publicUrl`');

const web = z.strictObject({
  host: z.string().trim().min(1).default('127.0.0.1'),
  port: z.int().min(0).max(65_535).default(8787),
  language: z
    .enum(READER_LANGUAGES)
    .default('en')
    .describe('Of readers: titles in other languages get a gist in it'),
  publicUrl: webUrl.optional().describe('Where people and WebSub hubs reach this service from outside'),
  hosts: z
    .array(z.string().min(1))
    .default([])
    .describe('Further host names that requests may name, such as that of a container'),
  auth: z
    .enum(['off', 'accounts', 'proxy'])
    .default('off')
    .describe(
      'Who may come in: everybody on this machine (`off`, on a loopback address only), people with accounts, or whom a proxy names',
    ),
  forwardedBy: z
    .array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: 'expected an IP address or a network' }),
    )
    .default([])
    .describe(
      'Addresses of reverse proxies, 127.0.0.1 or 10.0.0.0/8: their X-Forwarded-For names the client. Without it all who come through one share the limits on log-ins and requests',
    ),
  proxy: proxy.optional(),
  oidc: oidc.optional(),
  metricsToken: z.string().min(8).optional().describe('What Prometheus must send as a bearer token'),
});

/** `config/chipwatch.yaml`. */
export const configSchema = z.strictObject({
  sample: location
    .optional()
    .describe(
      'A recorded outlet that is watched beside the real feeds, so that the first minute shows alerts; remove the line to be rid of it',
    ),
  feeds: feeds.prefault({}),
  topics: location.default('topics').describe('Directory of topic files, relative to this file'),
  entities: location.default('entities.yaml'),
  http: http.prefault({}),
  workers: workers.prefault({}),
  web: web.prefault({}),
  database: z
    .strictObject({
      directory: location
        .default('../data/postgres')
        .describe('Home of the embedded PostgreSQL when DATABASE_URL is not set'),
      maxConnections: z.int().min(2).max(100).default(12),
      giveUpAfter: duration
        .default(1_800)
        .describe(
          'A process that has had no database for so long ends, so that a supervisor sees it; 0 waits',
        ),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
      format: z
        .enum(['auto', 'json', 'pretty'])
        .default('auto')
        .describe('auto: pretty on a terminal, JSON elsewhere'),
    })
    .prefault({}),
  stories: z
    .strictObject({
      split: z
        .enum(['perform', 'propose', 'off'])
        .default('perform')
        .describe(
          'What the nightly check does with a story that has become two: split it, only say so in the log and in `why`, or nothing',
        ),
    })
    .prefault({}),
  retention: z
    .strictObject({
      articles: duration
        .default(1095 * 86_400)
        .describe(
          'Stories with all their articles and alerts, after their last report; 0 keeps them for ever',
        ),
      unmatched: duration
        .default(90 * 86_400)
        .describe('Articles that no topic matched: what `topics reapply` and search can look back on'),
      raw: duration.default(14 * 86_400).describe('The feed’s own text of items that have been read'),
      ledger: duration.default(180 * 86_400).describe('The steps that `why` tells'),
    })
    .prefault({})
    .describe('How long things are kept; older ones are removed at night'),
  operations: z
    .strictObject({
      channel: z.string().describe('The channel that is told when the service itself is in trouble'),
      heartbeat: z
        .boolean()
        .default(false)
        .describe('Send that channel one line each morning: what came in, what went out, what is wrong'),
    })
    .optional(),
  channels: z.array(channelConfigSchema).min(1),
  routes: z.array(routeConfigSchema).min(1),
});

export type ConfigFile = z.output<typeof configSchema>;
