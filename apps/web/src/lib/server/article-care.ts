import { rangeOf } from './applies-to.ts';
import { deed, formOf, noted } from './deed.ts';
import * as freshness from './documents/freshness.ts';
import { textOf } from './fields.ts';

/** Form actions of those who see to it that articles stay true; wherever the forms stand. */
export const articleCareDeeds = {
  confirm: deed(
    'confirm',
    freshness.confirmArticle,
    (form) => {
      const [reviewDueOn, toVersionId] = [textOf(form, 'reviewDueOn'), textOf(form, 'toVersion')];
      return {
        articleId: textOf(form, 'articleId'),
        expectedVersion: Number(textOf(form, 'version')),
        ...(reviewDueOn && { reviewDueOn }),
        ...(toVersionId && { toVersionId }),
      };
    },
    noted,
  ),
  markStale: deed(
    'stale',
    freshness.markArticleStale,
    (form) => ({ articleId: textOf(form, 'articleId'), remark: textOf(form, 'remark') }),
    noted,
  ),
  setCare: deed(
    'care',
    freshness.setArticleCare,
    (form) => ({
      articleId: textOf(form, 'articleId'),
      ownerId: textOf(form, 'ownerId') || null,
      reviewDueOn: textOf(form, 'reviewDueOn') || null,
      ...rangesIn(form),
    }),
    noted,
  ),
  resolveRemark: deed(formOf('remark', 'remarkId'), freshness.resolveFeedback, (form) => ({
    remarkId: textOf(form, 'remarkId'),
    resolved: textOf(form, 'resolved') === 'yes',
  })),
  confirmAnswer: deed('answer', freshness.confirmAnswerForVersion, (form) => ({
    answerId: textOf(form, 'answerId'),
    versionId: textOf(form, 'versionId'),
  })),
};

/** One range for each pair of fields; a form without them, on a site without products, leaves what there is. */
function rangesIn(form: FormData) {
  const [from, to] = [form.getAll('appliesFrom').map(String), form.getAll('appliesTo').map(String)];
  if (from.length === 0) return {};
  return { appliesTo: from.flatMap((first, index) => rangeOf(first, to[index] ?? first) ?? []) };
}
