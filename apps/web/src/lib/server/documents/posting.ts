import type { VoteValue } from '#lib/model.ts';
import type { AppliesToInput } from '../applies-to.ts';
import { document } from '../document.ts';

/** Everything that people do with posts. Each gives back only what the form needs to go on. */

export const castVote = document<unknown, { input: { postId: string; value: VoteValue } }>(`
mutation CastVote($input: CastVoteInput!) { castVote(input: $input) { post { id score viewerVote } } }`);

export const markAffected = document<unknown, { input: { questionId: string; affected: boolean } }>(`
mutation MarkAffected($input: MarkAffectedInput!) {
  markAffected(input: $input) { question { id affectedCount viewerIsAffected } }
}`);

export const postAnswer = document<
  { postAnswer: { answer: { path: string } } },
  {
    input: {
      questionId: string;
      body: string;
      appliesTo?: AppliesToInput | null;
      clientMutationId?: string;
    };
  }
>(`
mutation PostAnswer($input: PostAnswerInput!) { postAnswer(input: $input) { answer { id path } } }`);

export const addComment = document<
  unknown,
  { input: { postId: string; body: string; clientMutationId?: string } }
>(`
mutation AddComment($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }`);

export const editComment = document<unknown, { input: { commentId: string; body: string } }>(`
mutation EditComment($input: EditCommentInput!) { editComment(input: $input) { comment { id } } }`);

export const deleteComment = document<unknown, { input: { commentId: string } }>(`
mutation DeleteComment($input: DeleteCommentInput!) { deleteComment(input: $input) { comment { id } } }`);

export const restoreComment = document<unknown, { input: { commentId: string } }>(`
mutation RestoreComment($input: DeleteCommentInput!) { restoreComment(input: $input) { comment { id } } }`);

export const acceptAnswer = document<unknown, { input: { answerId: string } }>(`
mutation AcceptAnswer($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { question { id } } }`);

export const unacceptAnswer = document<unknown, { input: { answerId: string } }>(`
mutation UnacceptAnswer($input: AcceptAnswerInput!) { unacceptAnswer(input: $input) { question { id } } }`);

export const setOfficialAnswer = document<
  unknown,
  { input: { questionId: string; answerId: string | null } }
>(`
mutation SetOfficialAnswer($input: SetOfficialAnswerInput!) { setOfficialAnswer(input: $input) { question { id } } }`);

export const rateHelper = document<
  unknown,
  {
    input: {
      answerId: string;
      stars: number;
      solved: boolean | null;
      clear: boolean | null;
      courteous: boolean | null;
      comment: string | null;
    };
  }
>(`
mutation RateHelper($input: RateHelperInput!) { rateHelper(input: $input) { answer { id } } }`);

export const deletePost = document<unknown, { input: { postId: string; reason?: string } }>(`
mutation DeletePost($input: DeletePostInput!) { deletePost(input: $input) { post { id } } }`);

export const restorePost = document<unknown, { input: { postId: string } }>(`
mutation RestorePost($input: RestorePostInput!) { restorePost(input: $input) { post { id } } }`);

export const previewMarkdown = document<{ previewMarkdown: { html: string } }, { input: { body: string } }>(`
mutation PreviewMarkdown($input: PreviewMarkdownInput!) { previewMarkdown(input: $input) { html } }`);
