import fc from 'fast-check';
import { type DiffLine, lineDiff } from './diff.js';

/** Reads like a patch: the changed words of a line in brackets. */
function show(lines: DiffLine[]): string[] {
  const signs = { same: ' ', added: '+', removed: '-' };
  return lines.map((line) =>
    line.kind === 'skipped'
      ? `… ${line.count}`
      : signs[line.kind] + line.spans.map((span) => (span.changed ? `[${span.text}]` : span.text)).join(''),
  );
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);

describe('the difference between two revisions', () => {
  it('shows which words of a line were changed', () => {
    const before = 'Hello,\npress the red button twice.\nBye';
    const after = 'Hello,\npress the green button twice.\nBye';
    expect(show(lineDiff(before, after))).toEqual([
      ' Hello,',
      '-press the [red] button twice.',
      '+press the [green] button twice.',
      ' Bye',
    ]);
  });

  it('shows neighbouring changed words as one change', () => {
    expect(show(lineDiff('turn the old key left', 'turn the shiny new key left'))).toEqual([
      '-turn the [old] key left',
      '+turn the [shiny new] key left',
    ]);
  });

  it('shows a line that was rewritten as replaced, without a confetti of marks', () => {
    expect(show(lineDiff('It does not work', 'Please restart your router'))).toEqual([
      '-[It does not work]',
      '+[Please restart your router]',
    ]);
  });

  it('finds the edited line although a line was put before it', () => {
    expect(
      show(lineDiff('Restart the router now.', 'First save your work.\nRestart the router slowly.')),
    ).toEqual(['-Restart the router [now].', '+[First save your work.]', '+Restart the router [slowly].']);
  });

  it('marks single characters where a script has no blanks', () => {
    expect(show(lineDiff('请重启路由器', '请关闭路由器'))).toEqual(['-请[重启]路由器', '+请[关闭]路由器']);
  });

  it('leaves out long unchanged parts and says how many lines', () => {
    const before = numbered(40);
    const after = before.with(20, 'changed');
    expect(show(lineDiff(before.join('\n'), after.join('\n')))).toEqual([
      '… 17',
      ' line 17',
      ' line 18',
      ' line 19',
      '-[line 20]',
      '+[changed]',
      ' line 21',
      ' line 22',
      ' line 23',
      '… 16',
    ]);
    expect(lineDiff(before.join('\n'), after.join('\n'), { context: Infinity })).toHaveLength(41);
  });

  it('shows a single left-out line rather than a note about it', () => {
    const before = numbered(9);
    const after = before.with(0, 'a').with(8, 'b');
    expect(show(lineDiff(before.join('\n'), after.join('\n'))).some((line) => line.startsWith('…'))).toBe(
      false,
    );
  });

  it('says nothing changed when nothing did', () => {
    expect(lineDiff('a\nb\nc', 'a\nb\nc')).toEqual([{ kind: 'skipped', count: 3 }]);
    expect(lineDiff('', '')).toEqual([]);
  });

  it('shows text that appears or goes away as a whole', () => {
    expect(show(lineDiff('', 'new\n\ntext'))).toEqual(['+[new]', '+', '+[text]']);
    expect(show(lineDiff('old', ''))).toEqual(['-[old]']);
  });

  it('does not look for edited words where hundreds of lines were replaced', () => {
    const before = numbered(300).map((line) => `${line} as it was`);
    const after = numbered(300).map((line) => `${line} as it is`);
    expect(show(lineDiff(before.join('\n'), after.join('\n'))).slice(0, 1)).toEqual(['-[line 0 as it was]']);
    expect(show(lineDiff(before.slice(0, 9).join('\n'), after.slice(0, 9).join('\n'))).slice(0, 1)).toEqual([
      '-line 0 as it [was]',
    ]);
  });

  it('gives both texts back: nothing is lost or invented', () => {
    const text = fc
      .array(fc.constantFrom('alpha', 'beta gamma', 'beta delta', '', '  x', '漢字', '😀 ok'), {
        maxLength: 12,
      })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        // Of equal texts only the number of lines is given; the story above tells of them.
        fc.pre(before !== after);
        const lines = lineDiff(before, after, { context: Infinity });
        const side = (kind: 'added' | 'removed') =>
          lines
            .filter((line) => line.kind === 'same' || line.kind === kind)
            .map((line) => ('spans' in line ? line.spans.map((span) => span.text).join('') : ''));
        expect(side('removed').join('\n')).toBe(before);
        expect(side('added').join('\n')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  describe('with texts as long as a post may be', () => {
    const random = (seed: number, alphabet: string, length: number) => {
      let state = seed;
      return Array.from({ length }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return alphabet[state % alphabet.length];
      }).join('');
    };

    it.each([
      ['lines that have nothing in common', random(1, 'abcdefgh\n', 50_000), random(2, 'ijklmnop\n', 50_000)],
      ['thousands of short lines', random(3, 'ab\n', 50_000), random(4, 'ab\n', 50_000)],
      ['one endless line', random(5, 'ab cd', 50_000), random(6, 'ab cd', 50_000)],
      ['only blank lines', '\n'.repeat(50_000), '\n'.repeat(49_999)],
      [
        'only letters of a script without blanks',
        random(7, '漢字仮名', 50_000),
        random(8, '漢字仮名', 50_000),
      ],
    ])('stays within reason: %s', (_, before, after) => {
      const started = process.cpuUsage();
      lineDiff(before, after);
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1000).toBeLessThan(2_000);
    });
  });
});
