import type { FormReply } from './forms.ts';
import type { Translator } from './i18n.ts';

/** Who was faster, in the language of the page instead of as a conflict of any kind. */
export function explainedDecision(reply: FormReply | null, { t }: Pick<Translator, 't'>): FormReply | null {
  const name = reply?.current?.decidedBy;
  return reply && typeof name === 'string' ? { ...reply, notice: t('moderating.faster', { name }) } : reply;
}
