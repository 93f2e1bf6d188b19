import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../config/duration.ts';
import { hasCredentials } from '../core/urls/has-credentials.ts';
import { CommandFailure } from './failure.ts';
import { plain } from './output.ts';

/** Reads a duration into seconds, for commander. @throws InvalidArgumentError */
export function durationOption(text: string): number {
  const seconds = parseDuration(text);
  if (seconds === undefined) throw new InvalidArgumentError('Say 90m, 24h, 7d …, at most 36500d.');
  return seconds;
}

/** Reads a whole number from `least` to `most`, for commander. @throws InvalidArgumentError */
export function wholeOption(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`Say a whole number from ${least} to ${most}.`);
    return number;
  };
}

/** Collects an option that may be given several times. */
export function severalOption(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}

/** The commands that print the numbers. */
const LISTS = { story: 'stories list', silence: 'silences list', token: 'tokens list' } as const;

/** The number of a story, silence or token as a person gives it. @throws CommandFailure that says where they are listed */
export function numberedId(text: string, what: keyof typeof LISTS): string {
  // A bigint has no more than 19 digits; 18 always fit.
  if (!/^[1-9]\d{0,17}$/.test(text))
    throw new CommandFailure(
      `expected the number of a ${what}, found "${plain(text)}"; see: chipwatch ${LISTS[what]}`,
      2,
    );
  return text;
}

/** An address of the web as a person gives it. @throws CommandFailure */
export function requireWebAddress(text: string): string {
  const url = URL.parse(text);
  const wanted = 'expected an address that begins with http:// or https://';
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const isHost = /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(text);
    throw new CommandFailure(
      `${wanted}, found "${plain(text)}"${isHost ? `; did you mean "https://${plain(text)}"?` : ''}`,
      2,
    );
  }
  if (hasCredentials(text))
    throw new CommandFailure(
      `expected an address without name and password, which are never sent, found one for ${url.host}`,
      2,
    );
  return text;
}
