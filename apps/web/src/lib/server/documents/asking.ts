import type { SearchHit } from '#lib/model/search.ts';
import type { AppliesTo } from '#lib/model/catalogue.ts';
import type { AppliesToInput } from '../applies-to.ts';
import { document } from '../document.ts';
import { hitForReader } from './search.ts';

export interface AskInput {
  title: string;
  body: string;
  tags: string[];
  locale?: string;
  appliesTo?: AppliesToInput | null;
  articleId?: string;
  clientMutationId?: string;
}

export const askQuestion = document<
  { askQuestion: { question: { id: string; path: string } } },
  { input: AskInput }
>(`
mutation AskQuestion($input: AskQuestionInput!) { askQuestion(input: $input) { question { id path } } }`);

/** What may already hold the answer, while the question is being written. */
export const suggest = document<
  { suggest: SearchHit[] },
  { title: string; body?: string; language: string; versions: string[] }
>(
  `
query Suggest($title: String!, $body: String, $language: String, $versions: [ID!]) {
  suggest(title: $title, body: $body, first: 5, preferLocale: $language) {
    ...HitForReader
    subject { ... on Article { id bodyHtml } }
  }
}`,
  hitForReader,
);

const kept = `appliesTo { label product { id name path } fromVersion { id } toVersion { id } }`;

export const editableQuestion = document<
  {
    question: {
      id: string;
      title: string;
      body: string;
      locale: string;
      path: string;
      tags: { name: string }[];
      appliesTo: AppliesTo | null;
      viewerCan: { edit: boolean };
    } | null;
  },
  { id: string }
>(`
query EditableQuestion($id: ID!) {
  question(id: $id) { id title body locale path tags { id name } ${kept} viewerCan { edit } }
}`);

export const editQuestion = document<
  { editQuestion: { question: { path: string } } },
  {
    input: {
      questionId: string;
      title: string;
      body: string;
      tags: string[];
      appliesTo?: AppliesToInput | null;
      reason?: string;
    };
  }
>(`
mutation EditQuestion($input: EditQuestionInput!) { editQuestion(input: $input) { question { id path } } }`);

export const editableAnswer = document<
  {
    node: {
      id?: string;
      body: string;
      path: string;
      appliesTo: AppliesTo | null;
      question: { title: string; path: string };
      viewerCan: { edit: boolean };
    } | null;
  },
  { id: string }
>(`
query EditableAnswer($id: ID!) {
  node(id: $id) { ... on Answer { id body path ${kept} question { id title path } viewerCan { edit } } }
}`);

export const editAnswer = document<
  { editAnswer: { answer: { path: string } } },
  { input: { answerId: string; body: string; appliesTo?: AppliesToInput | null; reason?: string } }
>(`
mutation EditAnswer($input: EditAnswerInput!) { editAnswer(input: $input) { answer { id path } } }`);
