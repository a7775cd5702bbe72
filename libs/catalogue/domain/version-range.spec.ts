import { CatalogueContents } from './catalogue.js';
import { isSameRange, runsForward } from './version-range.js';
import type { VersionFacts } from './version-range.js';

const version = (id: number, name: string, ordinal: number, productId = 1): VersionFacts => ({
  id,
  productId,
  name,
  ordinal,
  releasedOn: null,
});
/** Numbers and order differ: 2.1 was put in between later. */
const versions = [version(12, '3.0', 4), version(11, '2.0', 2), version(13, '2.1', 3), version(10, '1.0', 1)];
const hearth = { id: 1, slug: 'hearth', name: 'Hearth', position: 0, isArchived: false };
const contents = new CatalogueContents(
  [hearth, { ...hearth, id: 2, slug: 'bridge', name: 'Bridge' }],
  [...versions.toSorted((a, b) => b.ordinal - a.ordinal), version(20, '7', 1, 2)],
  [],
);
const range = (fromVersionId: number | null, toVersionId: number | null) => ({
  productId: 1,
  fromVersionId,
  toVersionId,
});

describe('a range of versions', () => {
  it.each([
    ['all versions', range(null, null), 'Hearth', ['3.0', '2.1', '2.0', '1.0']],
    ['one version', range(13, 13), 'Hearth 2.1', ['2.1']],
    [
      'from one to another, by their order and not by their numbers',
      range(11, 13),
      'Hearth 2.0 – 2.1',
      ['2.1', '2.0'],
    ],
    ['from one on', range(13, null), 'Hearth 2.1+', ['3.0', '2.1']],
    ['up to one', range(null, 11), 'Hearth ≤ 2.0', ['2.0', '1.0']],
  ])('of %s says so in signs and knows what it covers', (_, given, label, covered) => {
    expect(contents.labelOf(given)).toBe(label);
    expect(contents.covered(given).map(({ name }) => name)).toEqual(covered);
  });

  it('never reaches into another product', () => {
    expect(contents.covered({ productId: 2, fromVersionId: null, toVersionId: null })).toEqual([
      expect.objectContaining({ name: '7' }),
    ]);
  });

  it('runs forward, or is of one version', () => {
    expect(runsForward(contents.endsOf(range(11, 13)))).toBe(true);
    expect(runsForward(contents.endsOf(range(13, 13)))).toBe(true);
    expect(runsForward(contents.endsOf(range(12, 13)))).toBe(false);
    expect(runsForward(contents.endsOf(range(12, null)))).toBe(true);
  });

  it('is the same when product and both ends are', () => {
    expect(isSameRange(range(11, null), range(11, null))).toBe(true);
    expect(isSameRange(range(11, null), range(11, 13))).toBe(false);
    expect(isSameRange(range(null, null), null)).toBe(false);
    expect(isSameRange(null, null)).toBe(true);
  });
});
