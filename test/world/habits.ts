import type { Habit } from './habit.ts';
import { ANSWERS } from './habits/answers.ts';
import { CHANGES } from './habits/changes.ts';
import { DATES } from './habits/dates.ts';
import { NAMES } from './habits/names.ts';
import { WALLS } from './habits/walls.ts';

/** The control: an outlet without a habit. */
const PLAIN: Habit = { name: 'none' };

export const HABITS: readonly Habit[] = [PLAIN, ...WALLS, ...NAMES, ...CHANGES, ...DATES, ...ANSWERS];
