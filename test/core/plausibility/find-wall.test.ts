import { describe, expect, it } from 'vitest';
import { findWall } from '../../../src/core/plausibility/find-wall.ts';
import { foldWords } from '../../../src/core/words/fold-words.ts';
import { BLOCKED } from '../../../src/core/plausibility/walls/blocked.ts';
import { CONSENT_OTHER } from '../../../src/core/plausibility/walls/consent-other.ts';
import { ERROR_LATIN } from '../../../src/core/plausibility/walls/error-latin.ts';
import { JAVASCRIPT } from '../../../src/core/plausibility/walls/javascript.ts';
import { LOGIN_OTHER } from '../../../src/core/plausibility/walls/login-other.ts';
import { METERED } from '../../../src/core/plausibility/walls/metered.ts';
import { MOVED } from '../../../src/core/plausibility/walls/moved.ts';

const phrases = [BLOCKED, CONSENT_OTHER, ERROR_LATIN, JAVASCRIPT, LOGIN_OTHER, METERED, MOVED]
  .flatMap((list) => list.split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('='));

describe('findWall', () => {
  it('finds every phrase of the lists, in any case and between other words', () => {
    const missed = phrases.filter((phrase) => {
      const text = `Am 3. Mai.\n${phrase.toUpperCase()}   Xyz`;
      const folded = foldWords(text).replace(/\s+/g, ' ');
      // Some letters have no upper case of their own: `ß`.
      return folded.includes(foldWords(phrase)) && !findWall('', text)?.phrases.includes(foldWords(phrase));
    });
    expect(missed).toEqual([]);
    expect(phrases.length).toBeGreaterThan(800);
  });

  it('finds phrases that overlap or are part of each other', () => {
    const found = findWall('', 'To continue reading with a subscription, sign in.');
    expect(found?.kind).toBe('login');
    expect(found?.phrases).toEqual(
      expect.arrayContaining(['to continue reading', 'continue reading with a subscription']),
    );
  });

  it('counts a repeated phrase once, so that the kind with more phrases is chosen', () => {
    const once = 'This content is for members. ';
    const found = findWall('', `${once.repeat(4)}Access to this page has been denied. Incident ID 7.`);
    expect(found?.kind).toBe('bot-check');
    expect(found?.phrases).toHaveLength(3);
  });

  it('searches only the beginning of a text', () => {
    expect(findWall('', `${'word '.repeat(1_300)}Access to this page has been denied.`)).toBeUndefined();
  });
});
