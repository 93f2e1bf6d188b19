import type { AlertMessage } from '../../core/messages/message.ts';
import { shortenMessage } from '../../core/messages/shorten-message.ts';
import type { Attempt } from '../../io/store/deliveries/delivery-attempts.ts';
import { splitDelivery } from '../../io/store/deliveries/split-delivery.ts';
import type { Sending } from './postpone-delivery.ts';
import { type Sent, sendMessage } from './send-message.ts';

/**
 * Sends one message. If its only story is too large for the receiver, it is sent again at once in a short form. It does
 * not ask for a slot of the channel's pace again: a channel that gives one at a time would never get the short form.
 */
export async function sendFitting(sending: Sending, message: AlertMessage): Promise<Sent> {
  const whole = await sendMessage(sending, message);
  const { outcome } = whole;
  if (outcome.status !== 'refused' || outcome.isTooLarge !== true || message.stories.length !== 1)
    return whole;
  const short = await sendMessage(sending, shortenMessage(message));
  const answer = `too large (${outcome.reason}); shortened: ${short.attempt.answer}`;
  return { ...short, attempt: { ...short.attempt, answer } };
}

/**
 * The alerts of the messages that were not sent, as they are to be sent: the first, which was too large, in halves, and
 * then the others.
 */
export function partsOf(
  messages: readonly AlertMessage[],
  alertIds: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const [refused, ...later] = messages.map(({ stories }) => stories.map(({ storyId }) => storyId));
  if (refused === undefined) return [];
  const middle = Math.ceil(refused.length / 2);
  return [refused.slice(0, middle), refused.slice(middle), ...later].map((stories) =>
    stories.flatMap((id) => alertIds.get(id) ?? []),
  );
}

/**
 * Divides a delivery that was too large into deliveries of their own. The sweep sends them, and a half that is too large
 * is divided again. If the process dies before this is stored, the whole is sent and refused again.
 */
export async function sendInParts(
  { pipeline, delivery }: Sending,
  attempt: Attempt,
  parts: readonly (readonly string[])[],
): Promise<void> {
  const ids = await splitDelivery(pipeline.db, delivery, attempt, parts);
  pipeline.log.warn(
    { event: 'alert.divided', reason: attempt.answer, into: ids },
    'the message is too large for the receiver and is sent in parts',
  );
}
