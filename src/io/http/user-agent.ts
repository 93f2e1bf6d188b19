/**
 * The User-Agent: `chipwatch/1.2.3 (+https://example.org/bot)`, in the form that crawlers use, so that a site's
 * operator can identify and reach us. `chipwatch` is also our token in robots.txt.
 *
 * @param contact a URL or an e-mail address; without one the parenthesis is left out
 * @throws RangeError for a contact with characters that a header cannot carry
 */
export function userAgent(version: string, contact: string | undefined): string {
  if (contact === undefined || contact === '') return `chipwatch/${version}`;
  if (!isContact(contact)) {
    throw new RangeError(
      `The contact “${contact}” should be a URL or an e-mail address in plain ASCII, without spaces.`,
    );
  }
  return `chipwatch/${version} (+${contact})`;
}

/** Whether a header can carry it: plain ASCII, without spaces and parentheses. */
export function isContact(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text) && !/[()]/.test(text);
}
