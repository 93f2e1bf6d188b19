import { z } from 'zod';
import type { Received, Reply } from './loopback.ts';

/** The rules that each service documents for its requests, enforced as the service enforces them. */

const chars = (max: number) => z.string().min(1).max(max);
const bytes = (max: number) =>
  z.string().refine((text) => Buffer.byteLength(text) <= max, `over ${max} bytes`);
const wellFormed = (text: string) => text.isWellFormed();
const httpUrl = z.url({ protocol: /^https?$/ });

const slackText = z.strictObject({
  type: z.literal('mrkdwn'),
  // A bare < opens a link or a mention; a bare & may begin an escape that does not exist.
  text: chars(3000).refine(
    (text) => !/&(?!(?:amp|lt|gt);)/.test(text) && !/<(?!https?:\/\/[^|<>\s]+\|[^<>]+>)/.test(text),
    'unescaped markup',
  ),
  verbatim: z.boolean().optional(),
});
const slackRichText = z.strictObject({
  type: z.literal('text'),
  text: chars(3000),
  style: z.strictObject({ bold: z.boolean() }).optional(),
});
const slackBlock = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('header'),
    text: z.strictObject({ type: z.literal('plain_text'), text: chars(150), emoji: z.boolean().optional() }),
  }),
  z.strictObject({ type: z.literal('section'), text: slackText }),
  z.strictObject({ type: z.literal('context'), elements: z.array(slackText).min(1).max(10) }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z
      .array(z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(slackRichText).min(1) }))
      .min(1),
  }),
]);
/** https://docs.slack.dev/reference/block-kit */
export const slackMessage = z.strictObject({
  text: chars(40_000),
  blocks: z.array(slackBlock).min(1).max(50),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
});

const discordEmbed = z.strictObject({
  title: chars(256).optional(),
  // A name without a dot, or an IPv6 address, is "Not a well formed URL."
  url: httpUrl
    .max(2048)
    .refine((url) => /^[^.[\]]+(?:\.[^.[\]]+)+$/.test(new URL(url).hostname), 'Not a well formed URL.')
    .optional(),
  description: chars(4096).optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  timestamp: z.iso.datetime().optional(),
  footer: z.strictObject({ text: chars(2048) }).optional(),
});
/** https://discord.com/developers/docs/resources/webhook#execute-webhook */
export const discordMessage = z
  .strictObject({
    content: chars(2000).optional(),
    embeds: z.array(discordEmbed).min(1).max(10),
    allowed_mentions: z.strictObject({ parse: z.array(z.never()) }),
  })
  .refine(({ embeds }) => {
    const sizes = embeds.map(
      (embed) =>
        (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0),
    );
    return sizes.reduce((a, b) => a + b, 0) <= 6000;
  }, 'Embed size exceeds maximum size of 6000');

const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: chars(200).optional(),
  url: httpUrl,
});
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  weight: z.enum(['Bolder', 'Default', 'Lighter']).optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
  color: z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
  isSubtle: z.boolean().optional(),
  highlight: z.boolean().optional(),
  selectAction: openUrl.optional(),
});
const richTextBlock = z.strictObject({ type: z.literal('RichTextBlock'), inlines: z.array(textRun).min(1) });
const cardItem = z.discriminatedUnion('type', [
  richTextBlock,
  z.strictObject({ type: z.literal('TextBlock'), text: z.string().min(1), wrap: z.boolean() }),
  z.strictObject({ type: z.literal('ActionSet'), actions: z.array(openUrl).min(1).max(6) }),
]);
/** https://adaptivecards.io/schemas/1.4.0/adaptive-card.json, as far as we use it, in a Teams message. */
export const teamsMessage = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: z.strictObject({
        type: z.literal('AdaptiveCard'),
        $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
        version: z.literal('1.4'),
        lang: z.string(),
        fallbackText: z.string().min(1),
        msteams: z.strictObject({ width: z.literal('Full') }),
        body: z
          .array(
            z.discriminatedUnion('type', [
              richTextBlock,
              z.strictObject({
                type: z.literal('Container'),
                separator: z.boolean(),
                items: z.array(cardItem).min(1),
              }),
            ]),
          )
          .min(1),
      }),
    }),
  ]),
});

/** https://core.telegram.org/bots/api#sendmessage; the text is parsed as Telegram's server parses it. */
export const telegramMessage = z.strictObject({
  chat_id: z.union([z.int(), z.string()]),
  message_thread_id: z.int().optional(),
  text: z.string().superRefine((text, context) => {
    const parsed = parseTelegramHtml(text);
    if (typeof parsed === 'string') context.addIssue({ code: 'custom', message: parsed });
    else if (parsed.text.length < 1 || parsed.text.length > 4096) {
      context.addIssue({ code: 'custom', message: 'Bad Request: message is too long' });
    }
  }),
  parse_mode: z.literal('HTML'),
  disable_notification: z.boolean(),
  link_preview_options: z.strictObject({ is_disabled: z.boolean() }),
});

const TELEGRAM_TAGS = new Set(['b', 'i', 'u', 's', 'a', 'code', 'pre', 'blockquote']);

/** The text that a Telegram client shows with its entities, or the server's error message. */
export function parseTelegramHtml(
  html: string,
):
  | { readonly text: string; readonly entities: readonly string[]; readonly links: readonly string[] }
  | string {
  const open: string[] = [];
  const entities: string[] = [];
  const links: string[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const character = html[at];
    if (character === '<') {
      const tag = /^<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)>/.exec(html.slice(at));
      if (tag === null || !TELEGRAM_TAGS.has(tag[2] ?? '')) {
        return "Bad Request: can't parse entities: Unsupported start tag";
      }
      if (tag[1] === '/') {
        if (open.pop() !== tag[2]) return "Bad Request: can't parse entities: Unmatched end tag";
      } else {
        open.push(tag[2] ?? '');
        entities.push(tag[2] ?? '');
        const href = / href="([^"]*)"/.exec(tag[3] ?? '')?.[1];
        if (href !== undefined) links.push(unescape(href));
      }
      at += tag[0].length;
    } else if (character === '&') {
      const reference = /^&(amp|lt|gt|quot|#39);/.exec(html.slice(at));
      if (reference === null) return "Bad Request: can't parse entities: bare ampersand";
      text += unescape(reference[0]);
      at += reference[0].length;
    } else {
      text += character;
      at += 1;
    }
  }
  return open.length > 0
    ? "Bad Request: can't parse entities: Can't find end tag"
    : { text, entities, links };
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** https://docs.ntfy.sh/publish/#publish-as-json */
export const ntfyMessage = z.strictObject({
  topic: z.string().regex(/^[-_A-Za-z0-9]{1,64}$/),
  title: bytes(1024),
  message: bytes(4096).min(1),
  priority: z.int().min(1).max(5),
  tags: z.array(z.string()).refine((tags) => Buffer.byteLength(tags.join(',')) <= 512),
  click: httpUrl.optional(),
  actions: z
    .array(z.strictObject({ action: z.literal('view'), label: chars(40), url: httpUrl }))
    .max(3)
    .optional(),
  sequence_id: z.string().regex(/^[-_A-Za-z0-9]{1,64}$/),
});

function read<T>(schema: z.ZodType<T>, request: Received): z.ZodSafeParseResult<T> {
  if (!wellFormed(request.body)) return schema.safeParse(undefined);
  return schema.safeParse(JSON.parse(request.body));
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Servers that respond as the real services do to a valid request and to a wrong one. */
export const SERVICES = {
  webhook: (_request: Received): Reply => ({ status: 204 }),
  slack(request: Received): Reply {
    const parsed = read(slackMessage, request);
    return parsed.success ? { status: 200, body: 'ok' } : { status: 400, body: 'invalid_blocks' };
  },
  discord(request: Received): Reply {
    const parsed = read(discordMessage, request);
    const wait = new URL(request.path, 'http://localhost').searchParams.get('wait') === 'true';
    if (!parsed.success)
      return json(400, { message: 'Invalid Form Body', code: 50_035, errors: parsed.error.issues });
    return wait ? json(200, { id: '1304', type: 0 }) : { status: 204 };
  },
  teams(request: Received): Reply {
    if (Buffer.byteLength(request.body) > 28 * 1024) return { status: 413, body: 'RequestEntityTooLarge' };
    return read(teamsMessage, request).success ? { status: 202 } : { status: 400, body: 'InvalidCard' };
  },
  telegram(request: Received): Reply {
    if (request.path !== '/bot123456:TEST-token/sendMessage') {
      return json(404, { ok: false, error_code: 404, description: 'Not Found' });
    }
    const parsed = read(telegramMessage, request);
    return parsed.success
      ? json(200, { ok: true, result: { message_id: 77 } })
      : json(400, { ok: false, error_code: 400, description: parsed.error.issues[0]?.message });
  },
  ntfy(request: Received): Reply {
    return read(ntfyMessage, request).success
      ? json(200, { id: 'Zz3x', event: 'message' })
      : json(400, { code: 40_024, http: 400, error: 'invalid request: request body must be valid JSON' });
  },
} as const;

export function json(status: number, value: unknown): Reply {
  return { status, headers: JSON_TYPE, body: JSON.stringify(value) };
}
