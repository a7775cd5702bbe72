import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRows, type RowResult } from './rows.js';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'peerdesk-rows-'));
});

afterAll(() => rm(directory, { recursive: true }));

async function read(content: string | Uint8Array): Promise<RowResult[]> {
  const file = join(directory, 'Posts.xml');
  await writeFile(file, content);
  const results: RowResult[] = [];
  for await (const result of readRows(file)) results.push(result);
  return results;
}

const document = (...rows: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<posts>\n${rows.map((row) => `  ${row}\n`).join('')}</posts>\n`;

describe('a sound file', () => {
  it('gives every row with its number, its line and its attributes, known or not', async () => {
    expect(
      await read(document('<row Id="1" Title="A &quot;b&quot;&#xA;c" />', '<row Id="2" Brand_New="x"/>')),
    ).toEqual([
      { row: 1, line: 3, attributes: { Id: '1', Title: 'A "b"\nc' } },
      { row: 2, line: 4, attributes: { Id: '2', Brand_New: 'x' } },
    ]);
  });

  it('may start with a byte order mark, end its lines with CRLF, or put everything on one line', async () => {
    const rows = ['<row Id="1" />', '<row Id="2" />'];
    const ids = [{ attributes: { Id: '1' } }, { attributes: { Id: '2' } }];
    expect(await read('\uFEFF' + document(...rows).replaceAll('\n', '\r\n'))).toMatchObject(ids);
    expect(await read(document(...rows).replaceAll('\n', ''))).toMatchObject(ids);
  });

  it('may be UTF-16 or say another encoding', async () => {
    const utf16 = Buffer.from('\uFEFF' + document('<row Id="1" Title="Größe" />'), 'utf16le');
    expect(await read(utf16)).toMatchObject([{ attributes: { Title: 'Größe' } }]);
    const latin1 = document('<row Id="1" Title="Größe" />').replace('utf-8', 'windows-1252');
    expect(await read(Buffer.from(latin1, 'latin1'))).toMatchObject([{ attributes: { Title: 'Größe' } }]);
  });

  it('may be empty of rows, but then says so unless its root is there', async () => {
    expect(await read(document())).toEqual([]);
    expect(await read('<posts />')).toEqual([]);
    expect(await read('')).toEqual([{ remark: expect.stringContaining('no rows') as string }]);
    expect(await read('7z\xbc\xaf\x27\x1c binary')).toEqual([
      { remark: expect.stringContaining('no rows') as string },
    ]);
  });

  it('keeps whole what is longer than one read from the disk, and characters cut in two by it', async () => {
    const body = '🚲ß'.repeat(300_000);
    const [first, second] = await read(document(`<row Id="1" Body="${body}" />`, '<row Id="2" />'));
    expect(first).toMatchObject({ attributes: { Id: '1', Body: body } });
    expect(second).toMatchObject({ row: 2, attributes: { Id: '2' } });
  });

  it('does not take a row in an XML comment, nor an element with a similar name, for a row', async () => {
    const text = document('<row Id="1" />', '<!-- <row Id="9" /> -->', '<rowing Id="8" />', '<row Id="2" />');
    expect(await read(text)).toMatchObject([
      { row: 1, attributes: { Id: '1' } },
      { row: 2, attributes: { Id: '2' } },
    ]);
  });
});

describe('a broken row', () => {
  const broken: Record<string, string> = {
    'an attribute without an end': '<row Id="2" Title="No end />',
    'a value without quotes': '<row Id=2 />',
    'a tag without an end': '<row Id="2" ',
    'raw markup in a value': '<row Id="2" Body="<p>Hello</p>" />',
    'an attribute given twice': '<row Id="2" Id="3" />',
    'garbage in place of attributes': '<row @@@@ />',
    'nothing at all': '<row',
  };

  it.each(Object.entries(broken))(
    '%s is reported with its number, and the rest is read',
    async (_what, row) => {
      const results = await read(document('<row Id="1" />', row, '<row Id="3" />', '<row Id="4" />'));
      const sound = results.filter((result) => 'attributes' in result);
      expect(sound.map((result) => result.attributes['Id'])).toEqual(['1', '3', '4']);
      expect(results.filter((result) => 'problem' in result)).toEqual([
        { row: 2, line: 4, problem: expect.stringMatching(/^The row /) as string },
      ]);
    },
  );

  it('may be the last one of a file that was cut off', async () => {
    const cut = document('<row Id="1" />', '<row Id="2" Body="It was a dark and').split(' and')[0]!;
    expect(await read(cut)).toEqual([
      { row: 1, line: 3, attributes: { Id: '1' } },
      { row: 2, line: 4, problem: 'The row has no end.' },
      { remark: expect.stringContaining('cut off') as string },
    ]);
  });

  it('may never end: it is given up long before the memory is full, and the next row is found', async () => {
    const endless = `<row Id="2" Body="${'x'.repeat(20_000_000)}\n${'x'.repeat(20_000_000)}\n`;
    expect(await read(document('<row Id="1" />', endless, '<row Id="3" />'))).toMatchObject([
      { row: 1 },
      { row: 2, line: 4, problem: expect.stringContaining('too long') as string },
      { row: 3, line: 7, attributes: { Id: '3' } },
    ]);
  });

  it('may be followed by any number of others', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) =>
      index % 2 ? `<row Id="${index}" />` : '<row Id="',
    );
    const results = await read(document(...rows));
    expect(results.filter((result) => 'problem' in result)).toHaveLength(1000);
    expect(results.filter((result) => 'attributes' in result)).toHaveLength(1000);
  });
});

describe('characters that XML forbids', () => {
  it.each([
    ['a reference to NUL', 'a&#x0;b', 'ab'],
    ['a reference to a control character', 'a&#31;b', 'ab'],
    ['a raw control character', 'a\u0001b', 'ab'],
    ['half a surrogate pair', 'a&#xD83D;b', 'ab'],
    ['an ampersand that nobody escaped', 'Q&A at http://x/?a=1&b=2', 'Q&A at http://x/?a=1&b=2'],
    ['an entity of HTML', 'a&nbsp;b', 'a&nbsp;b'],
  ])('%s is taken out or kept as text, and the row says so', async (_what, raw, text) => {
    expect(await read(document(`<row Id="1" Body="${raw}" />`))).toEqual([
      { row: 1, line: 3, attributes: { Id: '1', Body: text }, mended: expect.any(String) as string },
    ]);
  });

  it('in bytes that are not UTF-8 become replacement characters', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<posts><row Id="1" Body="a'),
      Buffer.from([0xff]),
      Buffer.from('b"/></posts>'),
    ]);
    expect(await read(bytes)).toMatchObject([{ attributes: { Body: 'a\uFFFDb' } }]);
  });

  it('never bring in entities of the file itself', async () => {
    const bomb =
      '<!DOCTYPE posts [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><posts><row Id="1" Body="&a;&x;"/></posts>';
    expect(await read(bomb)).toMatchObject([{ attributes: { Body: '&a;&x;' } }]);
  });
});

it('stops reading when it is told to', async () => {
  const file = join(directory, 'long.xml');
  await writeFile(file, document(...Array.from({ length: 50_000 }, (_, index) => `<row Id="${index}" />`)));
  const stop = new AbortController();
  const reading = async () => {
    for await (const result of readRows(file, { signal: stop.signal }))
      if ('row' in result && result.row === 10) stop.abort();
  };
  await expect(reading()).rejects.toMatchObject({ name: 'AbortError' });
});
