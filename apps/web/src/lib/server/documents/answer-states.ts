import { document } from '../document.ts';

/** What is said of answers. Each gives back only what the form needs to go on. */

type OfAnswer = { input: { answerId: string } };
type WithReason = { input: { answerId: string; reason: string } };

export const markAlsoSolved = document<unknown, OfAnswer>(`
mutation MarkAlsoSolved($input: MarkAlsoSolvedInput!) { markAlsoSolved(input: $input) { question { id } } }`);

export const unmarkAlsoSolved = document<unknown, OfAnswer>(`
mutation UnmarkAlsoSolved($input: MarkAlsoSolvedInput!) { unmarkAlsoSolved(input: $input) { question { id } } }`);

export const acceptOnBehalf = document<unknown, WithReason>(`
mutation AcceptOnBehalf($input: AcceptOnBehalfInput!) { acceptOnBehalf(input: $input) { question { id } } }`);

export const unacceptOnBehalf = document<unknown, WithReason>(`
mutation UnacceptOnBehalf($input: AcceptOnBehalfInput!) { unacceptOnBehalf(input: $input) { question { id } } }`);

export const supersedeAnswer = document<
  unknown,
  { input: { answerId: string; byAnswerId: string; reason: string } }
>(`
mutation SupersedeAnswer($input: SupersedeAnswerInput!) { supersedeAnswer(input: $input) { answer { id } } }`);

export const withdrawSupersession = document<unknown, OfAnswer>(`
mutation WithdrawSupersession($input: WithdrawSupersessionInput!) {
  withdrawSupersession(input: $input) { answer { id } }
}`);
