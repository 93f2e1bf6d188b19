import type { AlertMessage } from '../../core/messages/message.ts';

/** One configured channel. Each service has an adapter in a file of its own; no other code knows the service. */
export interface Channel {
  /** The name given in the configuration. */
  readonly name: string;
  /** `console`, `webhook`, `slack`, … */
  readonly kind: string;
  /** How many stories one message may hold. A longer digest is sent in parts (`composeBundle`). */
  readonly maxStories: number;
  /** Sends one message. Failures of the other side are returned as outcomes, not thrown. */
  send(message: AlertMessage, signal: AbortSignal): Promise<SendOutcome>;
  close?(): Promise<void>;
}

export type SendOutcome =
  | {
      readonly status: 'delivered';
      readonly answer: string;
      /** The recipients that were refused for good while others got the message, each with the answer. */
      readonly refused?: string | undefined;
    }
  /** Worth another attempt, not before `retryAfterMs` where the service gave a time. */
  | {
      readonly status: 'retry';
      readonly reason: string;
      readonly retryAfterMs?: number | undefined;
      /** The Retry-After header as received, where the service gave nothing more exact. `openChannel` reads it. */
      readonly retryAfter?: string | undefined;
    }
  /** The message itself is refused (its form, its length): another attempt would fail as well. */
  | {
      readonly status: 'refused';
      readonly reason: string;
      /** Whether it was refused for its size, so that its parts may be accepted. */
      readonly isTooLarge?: boolean | undefined;
    };
