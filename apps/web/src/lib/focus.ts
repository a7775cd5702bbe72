import type { Attachment } from 'svelte/attachments';
import type { FormReply } from './forms.ts';

/**
 * After a refusal the cursor goes to the first field that has a problem. Attached to the form; it runs again with
 * each new reply. Without JavaScript the page itself sets `autofocus` there.
 */
export function focusFirstProblem(reply: FormReply | null): Attachment<HTMLFormElement> {
  return (form) => {
    if (!reply || Object.keys(reply.problems).length === 0) return;
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
}
