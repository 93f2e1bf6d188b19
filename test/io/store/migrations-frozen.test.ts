import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The landed migrations, by the hash of their bytes. Existing databases have run them, so an edit would give new
 * databases other tables than old ones. To change the tables, add a migration, and its hash once it has landed.
 */
const FROZEN: Readonly<Record<string, string>> = {
  '001-initial.ts': 'e0feeea261fca334beb5787fe06bf4bcb139e260f918f6b1ac43c4a2acbc5ddd',
  '002-item-identity.ts': 'fa6def3d2be1f5aaf597356a42b043c4a3cead94be458eb44ec379605c425cef',
  '003-page-claims.ts': 'a57b5a3d5f2ee9932a5c3333ad13bbcc397bd456d7c997975bf28f79ff89fdd6',
  '004-confidence.ts': '8a56afad1a8ff0f07f09df4904010013f48acfb3723ebe1df94c9099c7d489d1',
  '005-attempts-and-turns.ts': '0b423d0e0447ccc0bdda4196dc5365a85f58bc41374f80d88dea3a147a172afa',
  '006-pulses.ts': '74645906a5f19252fe2f8c4840ea4d3aa46ffd2bd1b83489779b20242db60d20',
  '008-retention.ts': '90fcd6cd08e4b940a117abf6277fa324e239f648de94b9aa20f6ed2b0b86fc02',
  '012-console.ts': 'e0d10d648a1a241d094d042450466bbc883d34888a4de3a1a7766dce2b221b12',
  '013-story-lists.ts': '46a73847d27f2db30f6d2a53dff8b39943359e50390907c3386e1ce9428ed7d8',
  '014-search.ts': 'e433573c198f7b50fa897ae12c59bd559948774eb9ed518c8bdd6840962d6485',
  '015-topic-versions.ts': 'dda3dc3a35dfed2cbc67906dd582aaa6737f625f3cc76679de9ee418a400bc11',
  '016-console-lists.ts': 'e4452086b6bf66d6ad7b7cc36d1730e1f50bc096ea393ccf767784ae90d0d455',
  '021-item-traces.ts': 'd2c9dbaea04a9349932f1af5a118c25171a90217e3860010667f084b44569191',
  '022-queued-deliveries.ts': 'c2b2e2758d97325c8433421087473c6390b98d5c485622b0ef9d5a36c5c1f5d7',
  '024-known-browsers.ts': '9706e27ff0c5410dc06a84759ddd4a00e2ea3cc5aa4e76cc3c5a8d376f799191',
  '025-faster-lists.ts': '0e5a094408cbfc37a479b1b0dbe9fc6c07755c70a5bd94cf5f6eca0d2fe8fe72',
  '027-search-periods.ts': 'f15430c520d2a04100d8b271505883d4a863df876df6702e8f2339597d89e44c',
  '030-match-grounds.ts': '9d174048f7d22119210a2213cd14b9636e3b488186feee5c256799d5a1b24a03',
  '031-refused-recipients.ts': 'eecc5289c6eef00093745c51b2b8b148321952a4dec3ae966edf77a7e1f2aabc',
  '032-gone-feeds.ts': '195b1833ef75ffd52f543b74779e32560288a7a0e1d7cbac8dd855fda09ca7cf',
  '033-processes.ts': '3e70a83862eace0e91c99f55fbac63b4779fd302f05beb13aba2f1f546ec3151',
  '034-archive-tasks.ts': 'aad22d1a18756bcac95a350a23c49dd6441cc0748b9919532ccfeaddfb69dd46',
  '035-host-refusals.ts': '4620fa5fab653e09c36ca3be7d7ed63371ae6522fced16b18459b683ff76ac53',
  '036-bundle-parts.ts': '4c2f9950959fbc6c3a8d1aa282891c6a9b84c9694b1e4f6495da3c06fa263a29',
  '037-short-pending-lists.ts': 'ba4ba503a9c94a94edc014032ed77153baba65d9930de2cf1f5a750558bd00a1',
  '038-story-keys-by-time.ts': 'b9284d10115feb4fbad4750f646b889fcd7fa58ff879cd58f97a7947e974c651',
  '039-room-for-polls.ts': '95f93e00b745906b8c84bd8b248b14373573e44e7382f35e46b443b453b42b83',
  '040-smaller-item-indexes.ts': 'c1af0d53322f3255a092528e3e368e9d72ff102987d48b6390f1d25bca052321',
  '041-cost-of-story-keys.ts': '45db029451a2e164f2e651e8a96bb0de9c0c5bbebf525b28c737d93ae6d96057',
  '042-room-for-deliveries.ts': '3989d10f7dcc1c70ec6e653fb84eb5c92fdde987fd1d371261f5cb36dcc19f01',
  '043-story-keys-of-all.ts': 'd03f60f932c9641414ddeb5ec7496e93e962a07117ee2342592190359eb86ab5',
  '044-narrow-item-indexes.ts': '8424a326b147ce1b6dc8b2be0ad642fed9672c3327255194afa420ae2e9ad3b2',
  '045-members-by-id.ts': '37e47a19910e518f93f9ccc4394baa7945ddf4fd43a8e66c284d10d199968c6d',
  '046-reading-processes.ts': '81f901e930849b8e79ff30ba7bee3009b56cc6372cf57badcf6511f9dfc23cd3',
};

const DIRECTORY = new URL('../../../src/io/store/migrations/', import.meta.url);

test('landed migrations are not edited', () => {
  const present = Object.fromEntries(
    readdirSync(DIRECTORY)
      .filter((name) => name in FROZEN)
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(new URL(name, DIRECTORY)))
          .digest('hex'),
      ]),
  );
  expect(present).toEqual(FROZEN);
});

test('no two migrations have the same number', () => {
  const numbers = readdirSync(DIRECTORY).map((name) => Number(/^(\d{3})-[a-z-]+\.ts$/.exec(name)?.[1]));
  expect(numbers).toEqual([...new Set(numbers)]);
  expect(numbers).not.toContain(Number.NaN);
});
