// Writes what the feed reader makes of each fixture beside it. Look at the difference before you commit it.
import { writeFileSync } from 'node:fs';
import { feedFixtures, readFixture } from './feed-fixtures.ts';

const fixtures = feedFixtures();
for (const fixture of fixtures) {
  writeFileSync(fixture.golden, `${JSON.stringify(await readFixture(fixture), null, 1)}\n`);
}
console.log(`${fixtures.length} golden files written`);
