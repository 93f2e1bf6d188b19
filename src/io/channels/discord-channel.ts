import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel, SendOutcome } from './channel.ts';
import type { DiscordConfig } from '../../core/alerts/channel-config.ts';
import { createHttpPoster, judgeStatus, refuseWebPage } from './http-post.ts';
import type { HttpAnswer } from './refused-in-body.ts';
import { jsonAnswer } from './json-answer.ts';

/** Posts to a Discord webhook, an embed for each story. It never mentions a member. */
export function createDiscordChannel(
  config: DiscordConfig,
  render: (message: AlertMessage) => object,
): Channel {
  const poster = createHttpPoster(config);
  const url = new URL(config.url);
  // With `wait`, Discord answers after it has stored the message, and returns its id.
  url.searchParams.set('wait', 'true');
  return {
    name: config.name,
    kind: 'discord',
    // One embed for each story; Discord allows ten in a message.
    maxStories: 10,
    send: (message, signal) =>
      poster.post({ url: url.href, body: JSON.stringify(render(message)) }, signal, judge),
    close: () => poster.close(),
  };
}

/**
 * Discord gives the time to wait in the body, more exactly than in the header. Cloudflare in front of it gives only
 * the header.
 */
function judge(answer: HttpAnswer): SendOutcome | undefined {
  const outcome = judgeStatus(answer);
  const body = jsonAnswer(answer.text);
  if (outcome.status === 'delivered') {
    return typeof body.id === 'string'
      ? { status: 'delivered', answer: `message ${body.id}` }
      : refuseWebPage(answer);
  }
  if (answer.status !== 429 || outcome.status !== 'retry') return outcome;
  const seconds = typeof body.retry_after === 'number' ? body.retry_after : undefined;
  if (seconds === undefined) return outcome;
  return { status: 'retry', reason: 'HTTP 429: rate limited', retryAfterMs: Math.ceil(seconds * 1000) };
}
