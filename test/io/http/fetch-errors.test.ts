import { describe, expect, test } from 'vitest';
import { toFetchError } from '../../../src/io/http/fetch-errors.ts';
import { FetchError } from '../../../src/io/http/page-source.ts';

const URL_ASKED = 'https://news.example/rss';
const failing = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code });

describe('the reason of a failed fetch, in words', () => {
  test.each([
    ['CERT_HAS_EXPIRED', 'tls', /has expired/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', /for another name/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', /NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', /NODE_EXTRA_CA_CERTS/],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls', /No encrypted connection/],
    ['EHOSTUNREACH', 'connection', /no way to news\.example/],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', /did not accept a connection/],
    ['ENODATA', 'dns', /No server is known/],
    ['SOMETHING_NEW', 'connection', /SOMETHING_NEW/],
  ])('%s', (code, expected, words) => {
    const error = toFetchError(failing(code), URL_ASKED, URL_ASKED);
    expect(error).toMatchObject({ code: expected, url: URL_ASKED, message: expect.stringMatching(words) });
    expect(error.message).toContain('news.example');
    expect((error.cause as Error).message).toBe(code);
  });

  test('the cause inside undici’s error is named', () => {
    const wrapped = failing('UND_ERR_SOCKET', failing('CERT_HAS_EXPIRED'));
    expect(toFetchError(wrapped, URL_ASKED, URL_ASKED).code).toBe('tls');
  });

  test('of several failed addresses the first is named', () => {
    const all = new AggregateError([failing('ECONNREFUSED'), failing('ENETUNREACH')]);
    expect(toFetchError(all, URL_ASKED, URL_ASKED).message).toMatch(/refuses connections/);
  });

  test('a failure behind a redirect says so', () => {
    const { message } = toFetchError(failing('ECONNREFUSED'), URL_ASKED, 'https://cdn.example/rss');
    expect(message).toBe(
      'cdn.example refuses connections: no server listens there. (https://news.example/rss redirects there.)',
    );
  });

  test('a FetchError is returned unchanged', () => {
    const error = new FetchError('timeout', URL_ASKED, 'Too slow.');
    expect(toFetchError(error, URL_ASKED, URL_ASKED)).toBe(error);
  });
});
