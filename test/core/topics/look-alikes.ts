import { EASTERN_LOOK_ALIKES } from './look-alikes-east.ts';
import { WESTERN_LOOK_ALIKES } from './look-alikes-west.ts';

/** Reports that use the words of the topics and are about something else: by language, one for each kind. */
export const LOOK_ALIKES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...WESTERN_LOOK_ALIKES,
  ...EASTERN_LOOK_ALIKES,
};
