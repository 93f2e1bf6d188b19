import { randomUUID } from 'node:crypto';
import type { Config } from '../config/load-config.ts';
import type { ChannelConfig } from '../core/alerts/channel-config.ts';
import { composeTestMessage } from '../core/messages/compose-test.ts';
import { plainLine } from '../core/messages/plain-text.ts';
import type { SendOutcome } from '../io/channels/channel.ts';
import { openChannel } from '../pipeline/deliveries/open-channel.ts';

/** Longer than any channel's own time-out. Milliseconds. */
const PATIENCE = 120_000;

/**
 * Sends a message that is marked as a test through a channel. Ignores its routes, its rate limit and its rests.
 *
 * @param output where a console channel writes
 */
export async function sendTestMessage(
  { publicUrl, language }: Pick<Config['web'], 'publicUrl' | 'language'>,
  wanted: ChannelConfig,
  output: NodeJS.WriteStream,
): Promise<SendOutcome> {
  const channel = openChannel(wanted, output);
  try {
    const message = composeTestMessage({
      idempotencyKey: randomUUID(),
      now: new Date(),
      publicUrl,
      language,
    });
    return await channel.send(message, AbortSignal.timeout(PATIENCE));
  } finally {
    await channel.close?.();
  }
}

/** The answer of the service, in words. */
export function testOutcomeInWords(outcome: SendOutcome): string {
  switch (outcome.status) {
    case 'delivered':
      return `delivered; the answer: ${plainLine(outcome.answer)}`;
    case 'refused':
      return `refused: ${plainLine(outcome.reason)}. Trying again would not help.`;
    case 'retry': {
      const wait =
        outcome.retryAfterMs === undefined
          ? ''
          : ` It asks to wait ${Math.ceil(outcome.retryAfterMs / 1_000)} s.`;
      return `not delivered: ${plainLine(outcome.reason)}. The service would try again.${wait}`;
    }
  }
}
