import type { AlertMessage } from '../../core/messages/message.ts';

/** One configured channel. Each service has an adapter in a file of its own; no other code knows the service. */
export interface Channel {
  /** The name given in the configuration. */
  readonly name: string;
  /** `console`, `webhook`, `slack`, … */
  readonly kind: string;
  /** How many stories fit decently into one message; a longer digest goes out in parts (`composeParts`). */
  readonly maxStories: number;
  /** Sends one message. Never throws for what the other side does: that is an outcome. */
  send(message: AlertMessage, signal: AbortSignal): Promise<SendOutcome>;
  close?(): Promise<void>;
}

export type SendOutcome =
  | { readonly status: 'delivered'; readonly answer: string }
  /** Worth another try, not before `retryAfterMs` where the service said so. */
  | {
      readonly status: 'retry';
      readonly reason: string;
      readonly retryAfterMs?: number | undefined;
      /** The header as it came, where the service says no more: `openChannel` reads it. */
      readonly retryAfter?: string | undefined;
    }
  /** Will not get better by trying again (401, 404, bounced address). */
  | { readonly status: 'refused'; readonly reason: string };
