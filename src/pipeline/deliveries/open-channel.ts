import type { ChannelConfig } from '../../core/alerts/channel-config.ts';
import { consoleText } from '../../core/messages/console-text.ts';
import { discordPayload } from '../../core/messages/discord-payload.ts';
import { emailContent } from '../../core/messages/email-content.ts';
import { ntfyPayload } from '../../core/messages/ntfy-payload.ts';
import { shortLine } from '../../core/words/shorten.ts';
import { slackPayload } from '../../core/messages/slack-payload.ts';
import { teamsPayload } from '../../core/messages/teams-payload.ts';
import { telegramText } from '../../core/messages/telegram-text.ts';
import { channelTemplates } from '../../core/messages/template.ts';
import { webhookBody } from '../../core/messages/webhook-body.ts';
import type { Channel, SendOutcome } from '../../io/channels/channel.ts';
import { retryAfter } from '../../core/politeness/retry-after.ts';
import { createConsoleChannel, type TextStream } from '../../io/channels/console-channel.ts';
import { createDiscordChannel } from '../../io/channels/discord-channel.ts';
import { createEmailChannel } from '../../io/channels/email-channel.ts';
import { createNtfyChannel } from '../../io/channels/ntfy-channel.ts';
import { createSlackChannel } from '../../io/channels/slack-channel.ts';
import { createTeamsChannel } from '../../io/channels/teams-channel.ts';
import { createTelegramChannel } from '../../io/channels/telegram-channel.ts';
import { createWebhookChannel } from '../../io/channels/webhook-channel.ts';

/** Longest answer of a service that is kept, in UTF-16 units. */
const ANSWER_MAX = 300;

/**
 * Joins the messages (`core/messages`) with the transport (`io/channels`). Opens no connection.
 *
 * @param stream where a console channel writes, instead of standard output
 */
export function openChannel(config: ChannelConfig, stream?: TextStream): Channel {
  return withSafeAnswers(createChannel(config, stream));
}

function createChannel(config: ChannelConfig, stream: TextStream | undefined): Channel {
  const templates = channelTemplates(config.template);
  switch (config.kind) {
    case 'console':
      return createConsoleChannel(
        config,
        (message, colour) => consoleText(message, templates, colour),
        stream,
      );
    case 'webhook':
      return createWebhookChannel(config, (message) => webhookBody(message, templates));
    case 'slack':
      return createSlackChannel(config, (message) => slackPayload(message, templates));
    case 'discord':
      return createDiscordChannel(config, (message) => discordPayload(message, templates));
    case 'teams':
      return createTeamsChannel(config, (message) => teamsPayload(message, templates));
    case 'telegram':
      return createTelegramChannel(config, (message) => telegramText(message, templates));
    case 'email':
      return createEmailChannel(config, (message) => emailContent(message, config, templates));
    case 'ntfy':
      return createNtfyChannel(config, (message) => ntfyPayload(message, config, templates));
  }
}

/** A service's answer is stored and shown as one short, safe line. */
function withSafeAnswers(channel: Channel): Channel {
  return {
    ...channel,
    send: async (message, signal) => safeOutcome(withWait(await channel.send(message, signal))),
  };
}

/** Converts `Retry-After` to milliseconds from now, by the same rules as for pages. */
function withWait(outcome: SendOutcome): SendOutcome {
  if (outcome.status !== 'retry' || outcome.retryAfter === undefined) return outcome;
  const { retryAfter: header, ...known } = outcome;
  const now = new Date();
  const until = retryAfter(header, now);
  return until === undefined ? known : { ...known, retryAfterMs: until.getTime() - now.getTime() };
}

function safeOutcome(outcome: SendOutcome): SendOutcome {
  return outcome.status === 'delivered'
    ? { ...outcome, answer: shortLine(outcome.answer, ANSWER_MAX) }
    : { ...outcome, reason: shortLine(outcome.reason, ANSWER_MAX) };
}
