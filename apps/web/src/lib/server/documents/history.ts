import type { Comment, Page, Revision } from '#lib/model.ts';
import { document } from '../document.ts';
import { comment, revision } from './fragments.ts';

interface Titled {
  title: string;
  path: string;
}

/** A post by its id, with the title of the question it belongs to. */
export type PostOf<Part> = ({ path: string } & Part) & ({ title: string } | { question: Titled });

export const postRevisions = document<
  { node: PostOf<{ revisions: Page<Revision> }> | null },
  { id: string; after: string | null }
>(
  `
query PostRevisions($id: ID!, $after: String) {
  node(id: $id) {
    ... on Question { id title path revisions(first: 10, after: $after) { ...Revisions } }
    ... on Answer { id path question { id title path } revisions(first: 10, after: $after) { ...Revisions } }
  }
}
fragment Revisions on RevisionConnection { nodes { ...Revision } pageInfo { hasNextPage endCursor } }`,
  revision,
);

export const postComments = document<
  { node: PostOf<{ comments: Page<Comment>; viewerCan: { comment: boolean }; commentCount: number }> | null },
  { id: string; after: string | null; signedIn: boolean }
>(
  `
query PostComments($id: ID!, $after: String, $signedIn: Boolean!) {
  node(id: $id) {
    ... on Question {
      id title path commentCount viewerCan { comment } comments(first: 50, after: $after) { ...CommentPage }
    }
    ... on Answer {
      id path commentCount question { id title path } viewerCan { comment }
      comments(first: 50, after: $after) { ...CommentPage }
    }
  }
}
fragment CommentPage on CommentConnection { nodes { ...Comment } pageInfo { hasNextPage endCursor } }`,
  comment,
);
