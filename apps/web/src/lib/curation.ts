import type { FormReply } from './forms.ts';
import type { Translator } from './i18n.ts';

/** Who holds the candidate that somebody reached for, where the API refused it for that. */
export function holderIn(reply: FormReply | null): string | null {
  const holder = reply?.current?.holder;
  const name =
    typeof holder === 'object' && holder !== null && 'displayName' in holder ? holder.displayName : null;
  return typeof name === 'string' ? name : null;
}

/** Refusals that curators can do something about, in the language of the page instead of as a conflict of any kind. */
export function explained(
  reply: FormReply | null,
  { t, language }: Pick<Translator, 't' | 'language'>,
): FormReply | null {
  if (!reply?.current) return reply;
  const holder = holderIn(reply);
  if (holder) return { ...reply, notice: t('candidates.heldBy', { name: holder }) };
  // In English the API says which article it is.
  if (reply.current.article && language !== 'en') return { ...reply, notice: t('candidates.inFaq') };
  if (typeof reply.current.assignee === 'string') {
    return { ...reply, notice: t('gaps.heldBy', { name: reply.current.assignee }) };
  }
  if (reply.current.state === 'DONE') return { ...reply, notice: t('gaps.isDone') };
  if (reply.current.state === 'DISMISSED') return { ...reply, notice: t('gaps.isDismissed') };
  if (reply.current.missing === 'REVIEW') return { ...reply, notice: t('review.needed') };
  return reply;
}
