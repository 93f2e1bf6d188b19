import iconv from 'iconv-lite';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDocument } from '../../../src/core/encoding/decode.ts';
import { metaCharset, xmlDeclaration } from '../../../src/core/encoding/declared.ts';
import { resolveLabel } from '../../../src/core/encoding/labels.ts';

const xml = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('evidence in the bytes overrules declarations', () => {
  const ru = 'Правительство';
  const rows: [string, Uint8Array, string | undefined, string, string, string][] = [
    [
      'byte order mark over HTTP',
      utf8(`\ufeff${xml('windows-1251', ru)}`),
      'text/xml; charset=koi8-r',
      'utf-8',
      'bom',
      ru,
    ],
    ['UTF-16 mark', iconv.encode(`\ufeff${xml('utf-8', ru)}`, 'utf-16le'), undefined, 'utf-16le', 'bom', ru],
    [
      'zero bytes over HTTP',
      iconv.encode(xml('utf-8', ru), 'utf-16be'),
      'text/xml; charset=utf-8',
      'utf-16be',
      'pattern',
      ru,
    ],
    [
      'valid UTF-8 over HTTP',
      utf8(xml('koi8-r', ru)),
      'text/xml; charset=ISO-8859-1',
      'utf-8',
      'pattern',
      ru,
    ],
    [
      'HTTP over declaration',
      iconv.encode(xml('utf-8', ru), 'win1251'),
      'text/xml; charset="windows-1251"',
      'windows-1251',
      'http',
      ru,
    ],
    ['declaration', iconv.encode(xml('KOI8-R', ru), 'koi8-r'), 'text/xml', 'koi8-r', 'declaration', ru],
    [
      'bogus HTTP charset',
      iconv.encode(xml('cp1251', ru), 'win1251'),
      'text/xml; charset=bogus',
      'windows-1251',
      'declaration',
      ru,
    ],
    [
      'declaration over the ISO-8859-1 that servers add',
      iconv.encode(xml('windows-1251', `${ru} ограничило экспорт`), 'win1251'),
      'text/xml; charset=ISO-8859-1',
      'windows-1251',
      'declaration',
      `${ru} ограничило экспорт`,
    ],
    [
      'ISO-8859-1 from HTTP where it is right',
      iconv.encode(xml('windows-1251', 'L’été près de la frontière'), 'win1252'),
      'text/xml; charset=ISO-8859-1',
      'windows-1252',
      'http',
      'L’été près de la frontière',
    ],
    [
      'declaration that the bytes contradict',
      iconv.encode(xml('utf-8', '出口管制政策'), 'gbk'),
      undefined,
      'gb18030',
      'guess',
      '出口管制政策',
    ],
    ['UTF-16 claimed in ASCII', utf8(xml('utf-16', ru)), undefined, 'utf-8', 'pattern', ru],
    [
      'ISO-8859-1 is windows-1252',
      iconv.encode(xml('iso-8859-1', '“5 €”'), 'win1252'),
      undefined,
      'windows-1252',
      'declaration',
      '“5 €”',
    ],
    ['GB2312 is GBK', iconv.encode(xml('gb2312', '镕喆'), 'gbk'), undefined, 'gbk', 'declaration', '镕喆'],
    [
      'EUC-KR is code page 949',
      iconv.encode(xml('euc-kr', '똠방각하'), 'cp949'),
      undefined,
      'euc-kr',
      'declaration',
      '똠방각하',
    ],
    [
      'one Korean word that is valid UTF-8 by chance',
      iconv.encode(xml('euc-kr', '크기'), 'euc-kr'),
      undefined,
      'euc-kr',
      'declaration',
      '크기',
    ],
    ['UTF-32', iconv.encode(xml('utf-32', ru), 'utf-32be'), undefined, 'utf-32be', 'pattern', ru],
  ];
  test.each(rows)('%s', (_, bytes, contentType, encoding, source, text) => {
    const decoded = decodeDocument(bytes, { contentType, kind: 'xml' });
    expect(decoded).toMatchObject({ encoding, source });
    expect(decoded.text).toContain(`<a>${text}</a>`);
    expect(decoded.text.startsWith('\ufeff')).toBe(false);
  });

  test('overruled claims are named', () => {
    expect(
      decodeDocument(utf8(xml('koi8-r', ru)), { contentType: 'x; charset=big5', kind: 'xml' }).overruled,
    ).toEqual(['big5', 'koi8-r']);
  });
});

describe('damage', () => {
  test('a few invalid bytes do not make UTF-8 another encoding', () => {
    const bytes = Buffer.concat([
      utf8('<a>Zölle und Prüfungen für Überführung '),
      Buffer.from([0x93, 0x41, 0x94, 0xe4, 0xbd]),
      utf8('</a>'),
    ]);
    expect(decodeDocument(bytes, { contentType: 'x; charset=utf-8', kind: 'xml' }).text).toContain(
      'Überführung “A”\ufffd</a>',
    );
  });
  test('cut in the middle of a character', () => {
    const { text, encoding } = decodeDocument(utf8('<a>出口管制').subarray(0, -1), { kind: 'xml' });
    expect([text, encoding]).toEqual(['<a>出口管\ufffd', 'utf-8']);
    expect(decodeDocument(iconv.encode('\ufeff<a>x', 'utf-16le').subarray(0, -1), { kind: 'xml' }).text).toBe(
      '<a>',
    );
  });
  test('some broken characters do not overrule a declaration', () => {
    const body = Buffer.concat([
      iconv.encode(xml('gbk', '中国海关查获一批走私显卡'.repeat(5)), 'gbk'),
      Buffer.from([0xff, 0x20, 0xff]),
    ]);
    expect(decodeDocument(body, { kind: 'xml' }).encoding).toBe('gbk');
  });
});

describe('HTML declares itself in meta elements', () => {
  test.each([
    ['<meta charset=gbk>', 'gbk'],
    ['<META CHARSET = "Shift_JIS">', 'Shift_JIS'],
    ["<meta http-equiv='Content-Type' content='text/html; charset=EUC-KR'>", 'EUC-KR'],
    ['<meta content="text/html;charset=big5" http-equiv=content-type>', 'big5'],
    ['<!-- <meta charset=gbk> --><meta charset=big5>', 'big5'],
    ['<script data-x="<meta charset=gbk>"></script><meta charset=big5>', 'big5'],
    ['<meta name="description" content="charset=gbk"><meta charset=big5>', 'big5'],
    ['<meta charset=nonsense><meta charset=big5>', 'big5'],
    [`${' '.repeat(5000)}<meta charset=big5>`, undefined],
    ['<p>no meta</p>', undefined],
    ['<!-- open <meta charset=gbk>', undefined],
  ])('%s', (head, expected) => {
    expect(metaCharset(utf8(`<!DOCTYPE html><html><head>${head}`))).toBe(expected);
  });

  test('and is decoded by it', () => {
    const page = iconv.encode('<html><head><meta charset="shift_jis"><title>半導体</title>', 'cp932');
    expect(decodeDocument(page, { contentType: 'text/html', kind: 'html' })).toMatchObject({
      encoding: 'shift_jis',
      source: 'declaration',
    });
  });
});

test.each([
  ['<?xml version="1.0" encoding="a"?>', 'a'],
  ["\n\n<?xml version='1.0' encoding = 'b' ?>", 'b'],
  ['<?xml version="1.0"?><x encoding="c">', undefined],
  ['<rss>', undefined],
])('the XML declaration of %j', (head, expected) => {
  expect(xmlDeclaration(utf8(head))).toBe(expected);
});

test.each([
  ['UTF8', 'utf-8'],
  ['utf_8', 'utf-8'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['MS949', 'euc-kr'],
  ['cp932', 'shift_jis'],
  ['Windows-31J', 'shift_jis'],
  ['x-gbk', 'gbk'],
  ['cp936', 'gbk'],
  ['ISO_8859-15', 'iso-8859-15'],
  ['iso8859-2', 'iso-8859-2'],
  ['cp1250', 'windows-1250'],
  ['us-ascii', 'windows-1252'],
  ['cp437', 'cp437'],
  ['constructor', undefined],
  ['bogus', undefined],
  ['', undefined],
  ['x'.repeat(1000), undefined],
])('label %j', (label, expected) => {
  expect(resolveLabel(label)).toBe(expected);
});

describe('the encoding of undeclared text is guessed', () => {
  const texts: [string, string][] = [
    ['gbk', '中国海关查获一批走私显卡，涉案企业被列入重点监管名单'],
    ['big5', '美國擴大晶片出口管制，台積電表示將遵守相關規定'],
    ['euc-kr', '정부는 국산 인공지능 칩 개발에 예산을 투입한다고 밝혔다'],
    ['cp932', '政府は半導体の輸出規制を強化すると発表した'],
    ['euc-jp', '政府は半導体の輸出規制を強化すると発表した'],
    ['win1251', 'Правительство ограничило экспорт микросхем в Россию'],
    ['koi8-r', 'Правительство ограничило экспорт микросхем в Россию'],
    ['iso88595', 'Правительство ограничило экспорт микросхем в Россию'],
    ['cp866', 'Правительство ограничило экспорт микросхем в Россию'],
    ['win1251', 'Уряд запровадив нові обмеження на експорт мікросхем'],
    ['win1253', 'Η κυβέρνηση ανακοίνωσε νέα μέτρα για τις εξαγωγές'],
    ['win1255', 'הממשלה אישרה את התקציב החדש'],
    ['win1256', 'الحكومة تعلن عن قيود جديدة على تصدير الرقائق'],
    ['windows874', 'รัฐบาลประกาศมาตรการใหม่เกี่ยวกับการส่งออก'],
    ['win1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy'],
    ['win1250', 'Rząd ograniczył eksport półprzewodników, służby celne zajęły część'],
    ['win1254', 'Hükümet çip ihracatına yeni kısıtlamalar getirdiğini açıkladı'],
    ['win1257', 'Vyriausybė apribojo lustų eksportą į užsienį'],
    ['win1252', 'L’été à Noël : coûts élevés près de la frontière'],
    ['win1252', 'Größere Zölle für Übersee, prüft die Behörde'],
    ['win1252', 'El año pasado, según la administración española'],
    ['win1252', 'Não há restrições à exportação, diz a comissão'],
  ];
  test.each(texts)('%s: %s', (encoding, text) => {
    const decoded = decodeDocument(iconv.encode(`<rss><title>${text}</title>`, encoding), { kind: 'xml' });
    expect(decoded.source).toBe('guess');
    expect(decoded.text).toContain(text);
  });
});

describe('properties', () => {
  test('UTF-8 text is decoded unchanged, whatever encoding is declared', () => {
    const claim = fc.constantFrom(
      undefined,
      'text/xml',
      'text/xml; charset=gbk',
      'text/xml; charset=iso-8859-1',
      'x; charset=utf-8',
    );
    const text = fc
      .array(fc.constantFrom('芯片', 'é', 'Правит', '한국', ' ', 'a', '😀'), { minLength: 12 })
      .map((parts) => `芯片出口${parts.join('')}`);
    fc.assert(
      fc.property(text, claim, (written, contentType) => {
        expect(decodeDocument(utf8(written), { contentType, kind: 'xml' }).text).toBe(written);
      }),
    );
  });
  test('any bytes are decoded to some text without an error', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('xml', 'html', 'json'),
        (input, kind) => {
          expect(typeof decodeDocument(input, { kind: kind as 'xml' }).text).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });
});
