import { ALREADY_THERE, formatReport, Tally, WRITTEN } from './report.js';

const votes = () => {
  const tally = new Tally('Votes');
  for (let row = 1; row <= 1200; row += 1) tally.add(row, WRITTEN);
  tally.add(1201, ALREADY_THERE);
  for (const row of [1207, 1202, 1203, 1204, 1205, 1206]) tally.add(row, { leftOut: 'A bookmark.' });
  tally.remark(7, 'Mended.');
  return tally.report();
};

it('what was read is what was written, was there already, or was left out', () => {
  expect(votes()).toMatchObject({ read: 1207, written: 1200, alreadyThere: 1, leftOut: 6 });
});

it('a reason names its first rows', () => {
  expect(votes().reasons).toEqual([
    { reason: 'A bookmark.', count: 6, rows: [1202, 1203, 1204, 1205, 1207] },
  ]);
});

it('reasons that differ from row to row do not fill the memory', () => {
  const tally = new Tally('Posts');
  for (let row = 1; row <= 5000; row += 1) tally.add(row, { leftOut: `Broken in its own way ${row}.` });
  const { reasons, leftOut } = tally.report();
  expect(leftOut).toBe(5000);
  expect(reasons.length).toBeLessThan(200);
  expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
});

it('is printed as tables with a line for each reason', () => {
  const kinds = [new Tally('Users').report(), votes()];
  const notes = ['Badges.xml is missing.'];
  expect(formatReport({ source: 'cooking', locale: 'en', kinds, notes, seconds: 3.21 }).split('\n')).toEqual([
    'cooking (en), 3.2 s',
    '',
    '        read  written  already there  left out',
    'Users      0        0              0         0',
    'Votes  1,207    1,200              1         6',
    '',
    'Left out, and why (the first rows in brackets):',
    '  Votes  6  A bookmark. [1202, 1203, 1204, 1205, 1207, …]',
    '',
    'Written, but not quite as it was:',
    '  Votes  1  Mended. [7]',
    '',
    'Note:',
    '  Badges.xml is missing.',
    '',
  ]);
});
