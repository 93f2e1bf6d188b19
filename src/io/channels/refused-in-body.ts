import type { SendOutcome } from './channel.ts';
import { jsonAnswer } from './json-answer.ts';

/** What a service answered. `text` is the beginning of the body, at most 16 KiB, with our own address removed. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Errors that concern the text or its form, by the words of Slack and of the services that copy its webhooks. */
const ABOUT_THE_MESSAGE = /too_long|too_many_attachments|^no_text$|^invalid_(?:blocks|payload|attachments)/;

/**
 * Some servers accept a request (200) and refuse the message in their JSON: `ok: false` (Slack's API), `success: false`
 * (Rocket.Chat and others), or an `errcode` other than 0 (DingTalk, WeCom). Undefined where the answer says no such
 * thing; a service's own members are not guessed at.
 */
export function refusedInBody({ status, text }: HttpAnswer): SendOutcome | undefined {
  if (status < 200 || status >= 300 || !/^\s*\{/.test(text)) return undefined;
  const body = jsonAnswer(text);
  const isRefused =
    body['ok'] === false ||
    body['success'] === false ||
    (typeof body['errcode'] === 'number' && body['errcode'] !== 0);
  if (!isRefused) return undefined;
  const said = [body['error'], body['errmsg'], body['message']].find((one) => typeof one === 'string');
  const reason = `HTTP ${status}, but the answer says: ${String(said ?? text.trim()).slice(0, 200)}`;
  if (!ABOUT_THE_MESSAGE.test(String(said))) return { status: 'retry', reason };
  return { status: 'refused', reason, isTooLarge: /too_/.test(String(said)) };
}
