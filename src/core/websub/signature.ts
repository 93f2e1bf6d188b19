import { createHmac, timingSafeEqual } from 'node:crypto';

const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/**
 * Whether a pushed body has the hub's valid signature (W3C WebSub §7.1: `X-Hub-Signature: method=hex`). A push
 * without one is answered 2xx and ignored, so that a forger learns nothing.
 *
 * @param body the bytes as received, before any decoding
 */
export function isSignedBy(secret: string, header: string | undefined, body: Uint8Array): boolean {
  const [, method, signature] = /^\s*([a-z0-9]+)=([0-9a-f]+)\s*$/i.exec(header ?? '') ?? [];
  if (method === undefined || signature === undefined || !METHODS.has(method.toLowerCase())) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}
