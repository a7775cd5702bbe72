import { document } from '../document.ts';

export const promoteAnswer = document<
  { promoteAnswer: { article: { path: string } } },
  { input: { answerId: string; title?: string; body?: string; tags?: string[] } }
>(`
mutation PromoteAnswer($input: PromoteAnswerInput!) { promoteAnswer(input: $input) { article { id path } } }`);
