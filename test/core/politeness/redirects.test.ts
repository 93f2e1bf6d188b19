import { describe, expect, test } from 'vitest';
import {
  feedMove,
  hasDowngrade,
  type MoveState,
  type Redirect,
} from '../../../src/core/politeness/redirects.ts';

const OLD = 'https://news.example/rss';
const NEW = 'https://news.example/feed.xml';
const CDN = 'https://cdn.example/feed.xml';
const hop = (from: string, to: string, status: number): Redirect => ({ from, to, status });

describe('a feed that redirects', () => {
  test('has moved once a permanent redirect has held for three polls', () => {
    let move: MoveState | undefined;
    const verdicts = [301, 308, 301].map((status) => {
      const verdict = feedMove(OLD, [hop(OLD, NEW, status)], true, move);
      move = verdict.status === 'holding' ? verdict.move : undefined;
      return verdict;
    });
    expect(verdicts).toEqual([
      { status: 'holding', move: { to: NEW, polls: 1 } },
      { status: 'holding', move: { to: NEW, polls: 2 } },
      { status: 'moved', to: NEW },
    ]);
  });

  test('begins anew when it points elsewhere', () => {
    expect(feedMove(OLD, [hop(OLD, CDN, 301)], true, { to: NEW, polls: 2 })).toEqual({
      status: 'holding',
      move: { to: CDN, polls: 1 },
    });
  });

  test.each<[string, Redirect[], boolean]>([
    ['no redirect', [], true],
    ['a temporary one', [hop(OLD, NEW, 302)], true],
    ['a temporary one first', [hop(OLD, NEW, 307), hop(NEW, CDN, 301)], true],
    ['a permanent one to what is no feed', [hop(OLD, NEW, 301)], false],
    ['a permanent one away from https', [hop(OLD, 'http://news.example/rss', 301)], true],
    ['a permanent one back to itself', [hop(OLD, NEW, 301), hop(NEW, OLD, 301)], true],
  ])('stays with %s', (_, redirects, isFeed) => {
    expect(feedMove(OLD, redirects, isFeed, { to: NEW, polls: 9 })).toEqual({ status: 'stays' });
  });

  test('moves as far as the chain is permanent', () => {
    const chain = [hop(OLD, NEW, 301), hop(NEW, CDN, 302)];
    expect(feedMove(OLD, chain, true, { to: NEW, polls: 2 })).toEqual({ status: 'moved', to: NEW });
  });
});

test('a chain that leaves https is noticed', () => {
  expect(hasDowngrade([hop(OLD, 'http://news.example/rss', 302)])).toBe(true);
  expect(hasDowngrade([hop('http://news.example/rss', OLD, 302)])).toBe(false);
});
