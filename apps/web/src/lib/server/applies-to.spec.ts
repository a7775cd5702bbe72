import { rangeIn, rangeOf, versionOf } from './applies-to.ts';

describe('what was chosen as product and versions', () => {
  it.each([
    ['nothing', '', '', null],
    ['a whole product', 'p_1:', '', ['p_1', null, null]],
    ['from a version on', 'p_1:o_3', '', ['p_1', 'o_3', null]],
    ['from one to another', 'p_1:o_3', 'p_1:o_5', ['p_1', 'o_3', 'o_5']],
    ['up to a version', '', 'p_1:o_5', ['p_1', null, 'o_5']],
  ])('is %s', (_, from, to, expected) => {
    const range = rangeOf(from, to);
    expect(range && [range.productId, range.fromVersionId, range.toVersionId]).toEqual(expected);
  });

  it('is one version where only one is asked for', () => {
    expect(versionOf('p_1:o_3')).toEqual({ productId: 'p_1', fromVersionId: 'o_3', toVersionId: 'o_3' });
    expect(versionOf('p_1:')).toEqual({ productId: 'p_1', fromVersionId: null, toVersionId: null });
  });

  it('is left as it was by a form that does not ask, and taken away by one that is emptied', () => {
    const form = new FormData();
    expect(rangeIn(form)).toEqual({});
    form.set('appliesFrom', '');
    form.set('appliesTo', '');
    expect(rangeIn(form)).toEqual({ appliesTo: null });
    form.set('appliesFrom', 'p_1:o_3');
    expect(rangeIn(form)).toEqual({
      appliesTo: { productId: 'p_1', fromVersionId: 'o_3', toVersionId: null },
    });
  });
});
