import { expect, test } from 'vitest';
import { csrfOf, isCsrf, maskCsrf } from '../../src/web/access/secrets.ts';

const token = csrfOf('a cookie');

test('a form has the token of its visit in another form each time', () => {
  const [one, other] = [maskCsrf(token), maskCsrf(token)];
  expect(one).not.toBe(other);
  expect(isCsrf(one, token) && isCsrf(other, token)).toBe(true);
  expect(isCsrf(maskCsrf(csrfOf('another cookie')), token)).toBe(false);
});

test.each(['', 'x', 'xyz', token, maskCsrf(token).slice(0, -2), `${maskCsrf(token)}AA`])(
  '%s is refused',
  (given) => {
    expect(isCsrf(given, token)).toBe(false);
  },
);
