import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel, SendOutcome } from './channel.ts';
import type { TeamsConfig } from '../../core/alerts/channel-config.ts';
import { createHttpPoster, isAboutMessage, refusal, refuseWebPage } from './http-post.ts';
import type { HttpAnswer } from './refused-in-body.ts';

/**
 * Posts an Adaptive Card to a Teams "When a webhook request is received" workflow.
 */
export function createTeamsChannel(config: TeamsConfig, render: (message: AlertMessage) => object): Channel {
  const poster = createHttpPoster(config);
  return {
    name: config.name,
    kind: 'teams',
    maxStories: 10,
    send: (message, signal) =>
      poster.post({ url: config.url, body: JSON.stringify(render(message)) }, signal, judge),
    close: () => poster.close(),
  };
}

/** The older connectors answer 200 even where Teams refused the message; the text then says so. */
function judge(answer: HttpAnswer): SendOutcome | undefined {
  const inner = /endpoint returned HTTP error (\d{3})/i.exec(answer.text)?.[1];
  if (answer.status !== 200 || inner === undefined) return refuseWebPage(answer);
  const reason = `Teams answered HTTP ${inner} behind the connector`;
  return isAboutMessage(Number(inner)) ? refusal(Number(inner), reason) : { status: 'retry', reason };
}
