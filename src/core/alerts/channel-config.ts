import { z } from 'zod';
import { compileTemplate, TemplateError } from '../messages/template.ts';

const template = z
  .string()
  .max(2000)
  .superRefine((source, context) => {
    try {
      compileTemplate(source);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      context.addIssue({ code: 'custom', message: `expected a template: ${error.message}` });
    }
  });

const templates = z
  .strictObject({
    subject: template.optional().describe('What replaces the one-line subject or title'),
    story: template.optional().describe('What replaces the text of a story, in the markup of the service'),
  })
  .optional();

const webAddress = z.url({ protocol: /^https?$/, error: 'expected an http or https URL' });

const common = {
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]*$/i, 'expected letters, digits, - and _ only')
    .max(64),
  template: templates,
  timeoutSeconds: z.number().positive().max(300).default(30),
  pace: z
    .strictObject({ burst: z.int().positive(), everySeconds: z.number().nonnegative().max(86_400) })
    .optional()
    .describe('How many messages may go out at once, and how long one more has to wait after that'),
};

export const headerName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'expected the name of an HTTP header');
const headerValue = z
  .string()
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'expected text without line breaks and characters beyond Latin-1');

const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/, 'expected whsec_ and base64, as Standard Webhooks has it')
  .refine((secret) => {
    const { length } = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return length >= 24 && length <= 64;
  }, 'expected 24 to 64 bytes in base64, as Standard Webhooks has it');

// A line break in an address could end a mail header and begin another.
const mailbox = z
  .string()
  .max(320)
  .regex(/^[^\r\n]*$/, 'expected one line')
  .regex(
    /^(?:[^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    'expected an address: name@example.org or Name <name@example.org>',
  );

const consoleConfig = z.strictObject({ kind: z.literal('console'), ...common });

const webhookConfig = z.strictObject({
  kind: z.literal('webhook'),
  ...common,
  url: webAddress,
  secret: z.union([webhookSecret, z.array(webhookSecret).min(1).max(4)]).optional(),
  headers: z.record(headerName, headerValue).optional(),
});

const slackConfig = z.strictObject({ kind: z.literal('slack'), ...common, url: webAddress });

const discordConfig = z.strictObject({ kind: z.literal('discord'), ...common, url: webAddress });

const teamsConfig = z.strictObject({ kind: z.literal('teams'), ...common, url: webAddress });

const telegramConfig = z.strictObject({
  kind: z.literal('telegram'),
  ...common,
  token: z.string().regex(/^\d+:[A-Za-z0-9_-]+$/, 'expected a bot token: 123456:ABC-DEF'),
  chat: z.union([z.int(), z.string().regex(/^(@\w+|-?\d+)$/, 'expected a chat id or @channel')]),
  thread: z.int().positive().optional().describe('Topic of a forum group'),
  silent: z.boolean().default(false),
  linkPreview: z.boolean().default(false),
  api: webAddress.default('https://api.telegram.org'),
});

const emailConfig = z.strictObject({
  kind: z.literal('email'),
  ...common,
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(587),
  tls: z
    .enum(['starttls', 'implicit', 'opportunistic', 'none'])
    .default('starttls')
    .describe('starttls is required, not tried; implicit is what port 465 speaks; none is for localhost'),
  user: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  from: mailbox,
  to: z.union([mailbox, z.array(mailbox).min(1).max(50)]),
  replyTo: mailbox.optional(),
  unsubscribeUrl: webAddress
    .optional()
    .describe('https address for List-Unsubscribe and one-click POST (RFC 8058)'),
  unsubscribeMail: mailbox.optional(),
});

const ntfyConfig = z.strictObject({
  kind: z.literal('ntfy'),
  ...common,
  server: webAddress.default('https://ntfy.sh'),
  topic: z.string().regex(/^[-_A-Za-z0-9]{1,64}$/, 'expected up to 64 letters, digits, - and _'),
  token: z.string().min(1).optional(),
  user: z.string().min(1).optional(),
  password: z.string().min(1).optional(),
  priority: z.int().min(1).max(5).default(3),
  tags: z
    .array(
      z
        .string()
        .regex(/^[^,\s]+$/, 'expected a tag without commas and spaces')
        .max(40),
    )
    .max(5)
    .default([]),
});

/** One channel of the configuration. Secrets come as strings: the reader of the file resolves `{env: NAME}` first. */
export const channelConfigSchema = z.discriminatedUnion('kind', [
  consoleConfig,
  webhookConfig,
  slackConfig,
  discordConfig,
  teamsConfig,
  telegramConfig,
  emailConfig,
  ntfyConfig,
]);

export type ChannelConfig = z.infer<typeof channelConfigSchema>;
export type WebhookConfig = z.infer<typeof webhookConfig>;
export type SlackConfig = z.infer<typeof slackConfig>;
export type DiscordConfig = z.infer<typeof discordConfig>;
export type TeamsConfig = z.infer<typeof teamsConfig>;
export type TelegramConfig = z.infer<typeof telegramConfig>;
export type EmailConfig = z.infer<typeof emailConfig>;
export type NtfyConfig = z.infer<typeof ntfyConfig>;

/** The keys of each kind that hold secrets and may be given as `{env: NAME}` or `{file: PATH}` instead. */
export const SECRET_KEYS = {
  console: [],
  webhook: ['url', 'secret', 'headers'],
  slack: ['url'],
  discord: ['url'],
  teams: ['url'],
  telegram: ['token', 'chat'],
  email: ['user', 'password'],
  ntfy: ['topic', 'token', 'user', 'password'],
} as const satisfies Record<ChannelConfig['kind'], readonly string[]>;
