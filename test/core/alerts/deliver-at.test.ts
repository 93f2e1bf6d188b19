import { describe, expect, test } from 'vitest';
import { deliverAt } from '../../../src/core/alerts/deliver-at.ts';
import { route } from './routes.ts';

describe('deliverAt', () => {
  const topics = [
    {
      id: 'chip_ban',
      label: 'Chip ban',
      level: 'sure' as const,
      confidence: 80,
      stance: 'proposed' as const,
    },
  ];
  const at = (clock: string) => new Date(`2026-06-10T${clock}:00Z`);

  test.each<[what: string, config: object, now: string, expected: object]>([
    ['at once', {}, '12:00', { at: at('12:00'), heldFor: undefined, bundle: undefined, reason: 'at once' }],
    [
      'digest',
      { digest: { every: 'day', at: '16:00' } },
      '12:00',
      { at: at('16:00'), heldFor: 'digest', bundle: 'digest@2026-06-10T16:00:00.000Z' },
    ],
    [
      'digest lets severe through',
      { digest: { every: 'day', at: '16:00', letThrough: { minConfidence: 80 } } },
      '12:00',
      { at: at('12:00'), heldFor: undefined, reason: 'at once: severe' },
    ],
    [
      'a digest due in quiet hours waits for their end',
      { digest: { every: 'day', at: '05:00' }, quietHours: { from: '22:00', to: '07:00' } },
      '04:00',
      { at: at('07:00'), heldFor: 'digest', bundle: 'digest@2026-06-10T07:00:00.000Z' },
    ],
    [
      'quiet hours',
      { quietHours: { from: '10:00', to: '14:00' } },
      '12:00',
      { at: at('14:00'), heldFor: 'quiet hours', bundle: 'quiet-hours@2026-06-10T14:00:00.000Z' },
    ],
    [
      'their end is not quiet',
      { quietHours: { from: '10:00', to: '14:00' } },
      '14:00',
      { at: at('14:00'), heldFor: undefined },
    ],
    [
      'letThrough by stance',
      { quietHours: { from: '10:00', to: '14:00', letThrough: { stances: ['proposed'] } } },
      '12:00',
      { heldFor: undefined, reason: 'at once: severe' },
    ],
    [
      'letThrough needs all',
      {
        quietHours: { from: '10:00', to: '14:00', letThrough: { stances: ['proposed'], minConfidence: 90 } },
      },
      '12:00',
      { heldFor: 'quiet hours' },
    ],
    [
      'letThrough by topic',
      { quietHours: { from: '10:00', to: '14:00', letThrough: { topics: ['customs_check'] } } },
      '12:00',
      { heldFor: 'quiet hours' },
    ],
    ['under the cap', { cap: { perHour: 3 } }, '12:00', { heldFor: undefined }],
    [
      'at the cap',
      { cap: { perHour: 2 } },
      '12:00',
      { at: at('12:20'), heldFor: 'hourly cap', bundle: 'hourly-cap@2026-06-10T12:20:00.000Z' },
    ],
    [
      'in its time zone',
      { timeZone: 'Asia/Tokyo', quietHours: { from: '20:00', to: '22:00' } },
      '12:00',
      { at: at('13:00'), heldFor: 'quiet hours' },
    ],
  ])('%s', (_what, config, now, expected) => {
    const recent = [at('10:59'), at('11:20'), at('11:40'), at('12:30')];
    expect(deliverAt(at(now), { route: route(config), topics, recent })).toMatchObject(expected);
  });

  test('a quiet window that lets the alert through does not end another that holds it', () => {
    const quietHours = [
      { from: '10:00', to: '14:00', letThrough: { minConfidence: 50 } },
      { from: '11:00', to: '13:00' },
    ];
    const desk = route({ quietHours });
    expect(deliverAt(at('12:00'), { route: desk, topics, recent: [] })).toMatchObject({ at: at('13:00') });
    expect(deliverAt(at('13:30'), { route: desk, topics, recent: [] })).toMatchObject({
      reason: 'at once: severe',
    });
  });

  test('alerts over the cap are collected in one summary', () => {
    const desk = route({ cap: { perHour: 2 } });
    const recent = [at('11:20'), at('11:40')];
    const bundles = ['11:45', '11:50', '12:10', '12:19'].map((now) => {
      const time = deliverAt(at(now), { route: desk, topics, recent });
      recent.push(...(recent.some((known) => known.getTime() === time.at.getTime()) ? [] : [time.at]));
      return time.bundle;
    });
    expect(new Set(bundles)).toEqual(new Set(['hourly-cap@2026-06-10T12:20:00.000Z']));
  });
});
