import { compilePhrases } from './phrase-finder.ts';
import { AMERICAS } from './place-names/americas.ts';
import { ELSEWHERE } from './place-names/elsewhere.ts';
import { EUROPE } from './place-names/europe.ts';
import { GREATER_CHINA } from './place-names/greater-china.ts';
import { JAPAN_AND_KOREA } from './place-names/japan-and-korea.ts';

/**
 * Towns, ports and regions in chip and trade news, by id, with their names in other scripts. Capitals that mean their
 * government (Washington, Beijing, Brussels) are left to the entities.
 */
export const places = compilePhrases(
  [AMERICAS, EUROPE, GREATER_CHINA, JAPAN_AND_KOREA, ELSEWHERE].join('\n'),
);
