import { deed, formOf } from './deed.ts';
import * as states from './documents/answer-states.ts';
import { textOf } from './fields.ts';

const answerId = (form: FormData) => ({ answerId: textOf(form, 'answerId') });
const withReason = (form: FormData) => ({ ...answerId(form), reason: textOf(form, 'reason') });

/** Form actions for what is said of answers beyond acceptance and the official mark. */
export const answerDeeds = {
  alsoSolved: deed(formOf('post', 'answerId'), states.markAlsoSolved, answerId),
  notAlsoSolved: deed(formOf('post', 'answerId'), states.unmarkAlsoSolved, answerId),
  acceptOnBehalf: deed(formOf('on-behalf', 'answerId'), states.acceptOnBehalf, withReason),
  unacceptOnBehalf: deed(formOf('on-behalf', 'answerId'), states.unacceptOnBehalf, withReason),
  supersede: deed(formOf('supersede', 'answerId'), states.supersedeAnswer, (form) => ({
    ...withReason(form),
    byAnswerId: textOf(form, 'byAnswerId'),
  })),
  notSuperseded: deed(formOf('supersede', 'answerId'), states.withdrawSupersession, answerId),
};
