import type { AlertMessage } from '../../core/messages/message.ts';
import type { SendOutcome } from '../../io/channels/channel.ts';
import { renewDelivery } from '../../io/store/deliveries/deliveries.ts';
import type { Attempt } from '../../io/store/deliveries/delivery-attempts.ts';
import { traced } from '../../io/tracing.ts';
import type { Sending } from './postpone-delivery.ts';
import { leaseDuration, startLeaseRenewal } from '../renew-lease.ts';

export interface Sent {
  readonly outcome: SendOutcome;
  readonly attempt: Attempt;
}

/** Extends the lease of a delivery; false where another worker has it by now. */
export async function renewLease({ pipeline, delivery }: Sending): Promise<boolean> {
  const seconds = leaseDuration(pipeline.settings.lease);
  const until = new Date(pipeline.now().getTime() + seconds * 1_000);
  const isRenewed = await renewDelivery(pipeline.db, delivery, until);
  // The final write must name the lease as it is then.
  if (isRenewed) delivery.leased_until = until;
  return isRenewed;
}

/** Sends one message and renews the lease of its delivery meanwhile. */
export async function sendMessage(sending: Sending, message: AlertMessage): Promise<Sent> {
  const { pipeline, channel, signal } = sending;
  const from = performance.now();
  const release = startLeaseRenewal(
    leaseDuration(pipeline.settings.lease),
    async () => void (await renewLease(sending)),
  );
  const outcome = await traced('send', () => channel.send(message, signal), {
    attributes: { 'chipwatch.channel': channel.name },
  }).finally(release);
  return {
    outcome,
    attempt: {
      outcome: outcome.status,
      answer: outcome.status === 'delivered' ? outcome.answer : outcome.reason,
      refused: outcome.status === 'delivered' ? outcome.refused : undefined,
      at: pipeline.now(),
      ms: Math.round(performance.now() - from),
    },
  };
}
