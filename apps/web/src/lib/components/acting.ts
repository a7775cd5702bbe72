/** What only those who are logged in do with posts. Who reads as a guest does not load it: `page.data.acting`. */
export { default as AnswerDeeds } from './AnswerDeeds.svelte';
export { default as AnswerForm } from './AnswerForm.svelte';
export { default as BountyOffer } from './BountyOffer.svelte';
export { default as CommentDeeds } from './CommentDeeds.svelte';
export { default as CommentForm } from './CommentForm.svelte';
export { default as RateHelper } from './RateHelper.svelte';
export { default as RatingRequest } from './RatingRequest.svelte';
