import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../config/duration.ts';
import { CommandFailure } from './failure.ts';
import { plain } from './output.ts';

/** Reads a duration into seconds, for commander. @throws InvalidArgumentError */
export function durationOption(text: string): number {
  const seconds = parseDuration(text);
  if (seconds === undefined) throw new InvalidArgumentError('Say 90m, 24h, 7d …');
  return seconds;
}

/** Reads a whole number from `least` to `most`, for commander. @throws InvalidArgumentError */
export function wholeOption(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`Say a number from ${least} to ${most}.`);
    return number;
  };
}

/** Collects an option that may be given several times. */
export function severalOption(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}

/** The number of a story, silence or article as a person gives it. @throws CommandFailure */
export function numberedId(text: string, what: string): string {
  // A bigint has no more than 19 digits; 18 always fit.
  if (!/^[1-9]\d{0,17}$/.test(text))
    throw new CommandFailure(`"${plain(text)}" is no number of a ${what}.`, 2);
  return text;
}
