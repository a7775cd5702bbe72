import type { SearchCondition } from './model/search.ts';
import { chosen, searchAddress, withoutField } from './search-address.ts';

const condition = (
  field: SearchCondition['field'],
  operator: string,
  queryWithout: string,
): SearchCondition => ({
  field,
  value: operator.split(':')[1] ?? '',
  excluded: operator.startsWith('-'),
  operator,
  queryWithout,
});

describe('the addresses of searches', () => {
  it('carry the words and the order, the usual order unsaid', () => {
    expect(searchAddress({ words: 'wet tent', order: 'relevance' })).toBe('/search?q=wet+tent');
    expect(searchAddress({ words: 'tent', order: 'votes' })).toBe('/search?q=tent&sort=votes');
  });

  it('a tag that is chosen is added to the box, another one beside it', () => {
    expect(chosen('tent', [], 'tags', { operator: 'tag:rain', selected: false })).toBe('tent tag:rain');
    const conditions = [condition('TAG', 'tag:rain', 'tent')];
    expect(chosen('tent tag:rain', conditions, 'tags', { operator: 'tag:snow', selected: false })).toBe(
      'tent tag:rain tag:snow',
    );
  });

  it('another language takes the place of the first', () => {
    const conditions = [condition('LOCALE', 'lang:de', 'tent')];
    expect(chosen('tent lang:de', conditions, 'languages', { operator: 'lang:en', selected: false })).toBe(
      'tent lang:en',
    );
  });

  it('what was chosen is taken back, also where it was typed a little differently', () => {
    const tag = [condition('TAG', 'tag:Rain', 'tent')];
    expect(chosen('tent tag:Rain', tag, 'tags', { operator: 'tag:rain', selected: true })).toBe('tent');
    const region = [condition('LOCALE', 'lang:de-AT', 'tent')];
    expect(chosen('tent lang:de-AT', region, 'languages', { operator: 'lang:de', selected: true })).toBe(
      'tent',
    );
  });

  it('an excluded language stays when another one is chosen', () => {
    const conditions = [condition('LOCALE', '-lang:de', 'tent')];
    expect(chosen('tent -lang:de', conditions, 'languages', { operator: 'lang:en', selected: false })).toBe(
      'tent -lang:de lang:en',
    );
  });

  it('looking everywhere again leaves the other conditions', () => {
    const conditions = [
      condition('TAG', 'tag:rain', 'tent is:faq'),
      condition('KIND', 'is:faq', 'tent tag:rain'),
    ];
    expect(withoutField('tent tag:rain is:faq', conditions, 'KIND')).toBe('tent tag:rain');
  });
});
