import { document } from '../document.ts';

export interface Draft {
  title: string | null;
  body: string;
  tags: string[] | null;
  updatedAt: string;
}

export interface DraftInput {
  kind: 'QUESTION' | 'ANSWER';
  questionId?: string;
  title?: string;
  body: string;
  tags?: string[];
}

export const draft = document<
  { draft: Draft | null },
  { kind: DraftInput['kind']; questionId: string | null }
>(`
query Draft($kind: DraftKind!, $questionId: ID) {
  draft(kind: $kind, questionId: $questionId) { title body tags updatedAt }
}`);

export const saveDraft = document<unknown, { input: DraftInput }>(`
mutation SaveDraft($input: SaveDraftInput!) { saveDraft(input: $input) { draft { updatedAt } } }`);

export const discardDraft = document<unknown, { input: { kind: DraftInput['kind']; questionId?: string } }>(`
mutation DiscardDraft($input: DiscardDraftInput!) { discardDraft(input: $input) { ok } }`);
