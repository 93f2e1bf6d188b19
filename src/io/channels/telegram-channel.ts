import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel, SendOutcome } from './channel.ts';
import type { TelegramConfig } from '../../core/alerts/channel-config.ts';
import { createHttpPoster, judgeStatus } from './http-post.ts';
import type { HttpAnswer } from './refused-in-body.ts';
import { isObject, jsonAnswer } from './json-answer.ts';

/** Sends through the Telegram Bot API in its HTML mode, where only `<`, `>` and `&` need escaping. */
export function createTelegramChannel(
  config: TelegramConfig,
  render: (message: AlertMessage) => string,
): Channel {
  const poster = createHttpPoster(config);
  const url = `${config.api.replace(/\/+$/, '')}/bot${config.token}/sendMessage`;
  return {
    name: config.name,
    kind: 'telegram',
    maxStories: 10,
    send(message, signal) {
      const body = JSON.stringify({
        chat_id: config.chat,
        ...(config.thread === undefined ? {} : { message_thread_id: config.thread }),
        text: render(message),
        parse_mode: 'HTML',
        disable_notification: config.silent,
        link_preview_options: { is_disabled: !config.linkPreview },
      });
      return poster.post({ url, body }, signal, judge);
    },
    close: () => poster.close(),
  };
}

/** How the Bot API says that it cannot take this text. */
const ABOUT_THE_MESSAGE = /parse entities|too long|text (?:is|must be)|empty|MESSAGE_|ENTIT/;

/** Telegram's JSON says how long to wait, and to which id a group has moved. */
function judge(answer: HttpAnswer): SendOutcome | undefined {
  const body = jsonAnswer(answer.text);
  const result = isObject(body.result) ? body.result : {};
  // The answer may break off after its first member.
  if (answer.status === 200 && /^\s*\{\s*"ok"\s*:\s*true\b/.test(answer.text)) {
    return { status: 'delivered', answer: `message ${String(result.message_id ?? 'accepted')}` };
  }
  // A proxy's log-in page answers 200 as well. Only the Bot API sends `ok`.
  if (answer.status === 200) return { status: 'retry', reason: 'HTTP 200, but not from the Bot API' };
  const description = typeof body.description === 'string' ? body.description.slice(0, 200) : '';
  const parameters = isObject(body.parameters) ? body.parameters : {};
  const reason = description === '' ? `HTTP ${answer.status}` : `HTTP ${answer.status}: ${description}`;
  if (typeof parameters.migrate_to_chat_id === 'number') {
    return { status: 'retry', reason: `the group moved: configure chat ${parameters.migrate_to_chat_id}` };
  }
  if (typeof parameters.retry_after === 'number') {
    return { status: 'retry', reason, retryAfterMs: parameters.retry_after * 1000 };
  }
  // Telegram answers 400 also for a chat that does not exist or does not let the bot in.
  if (answer.status === 400 && !ABOUT_THE_MESSAGE.test(description)) return { status: 'retry', reason };
  const outcome = judgeStatus(answer);
  return outcome.status === 'delivered' ? outcome : { ...outcome, reason };
}
