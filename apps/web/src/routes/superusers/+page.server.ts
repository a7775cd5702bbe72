import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import type { Translator } from '#lib/i18n.ts';
import { api } from '#lib/server/api.ts';
import { aboutSuperusers, nominateSuperuser, renewTerm, stepDown } from '#lib/server/documents/superusers.ts';
import { textsOf } from '#lib/server/fields.ts';
import { idOfPerson, ownDeed, submitForProgramme } from '#lib/server/superuser-deeds.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What the page says after a deed whose effect does not show by itself. */
const sayings = ['nominated', 'welcome', 'declined', 'renewed', 'thanks'] as const;

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { viewer, ...about } = await api(event).query(aboutSuperusers, { after: searchParams.get('after') });
  return {
    about,
    own: viewer,
    said: sayings.find((saying) => searchParams.get('said') === saying) ?? null,
    /** Comes with a link from somebody's profile. */
    nominee: searchParams.get('nominate') ?? '',
    mutationId: randomUUID(),
  };
};

const term = { name: 'term', conflict: 'superusers.termConflict' } as const;

export const actions: Actions = {
  renew: ownDeed(renewTerm, term, '/superusers?said=renewed'),
  stepDown: ownDeed(stepDown, term, '/superusers?said=thanks'),

  async nominate(event) {
    const { mutationId, ...values } = textsOf(
      await event.request.formData(),
      'username',
      'reason',
      'mutationId',
    );
    const userId = await idOfPerson(event, values.username);
    if (!userId) {
      // The API is not asked before it is known who is meant: the reason is looked at here, so that all is said at once.
      const problems = nominationProblems(values, translatorFor(event.locals.language));
      const reply: FormReply = { form: 'nominate', values, problems, notice: '' };
      return fail(400, reply);
    }
    const input = { userId, reason: values.reason, clientMutationId: mutationId || undefined };
    const failure = await submitForProgramme(
      event,
      nominateSuperuser,
      { input },
      { name: 'nominate', values, conflict: 'superusers.nominateConflict' },
    );
    if (failure) return failure;
    redirect(303, '/superusers?said=nominated');
  },
};

const REASON = { min: 20, max: 1000 } as const;

/** What is to be mended where nobody has the name that was typed. */
function nominationProblems(
  { username, reason }: { username: string; reason: string },
  { t }: Translator,
): Record<string, string> {
  const count = [...reason.trim()].length;
  return {
    username: username.trim() === '' ? t('problem.missing') : t('superusers.nobody'),
    ...(count === 0 && { reason: t('problem.missingText', REASON) }),
    ...(count > 0 &&
      (count < REASON.min || count > REASON.max) && { reason: t('problem.length', { ...REASON, count }) }),
  };
}
