import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import type { AnswerOrder } from '#lib/model.ts';
import { api } from '#lib/server/api.ts';
import { answerDeeds } from '#lib/server/answer-deeds.ts';
import { bountyDeeds } from '#lib/server/bounty-deeds.ts';
import { postDeeds } from '#lib/server/deeds.ts';
import { rangeIn } from '#lib/server/applies-to.ts';
import { offeredProducts } from '#lib/server/documents/catalogue.ts';
import { draft } from '#lib/server/documents/drafts.ts';
import { promoteAnswer } from '#lib/server/documents/articles.ts';
import { postAnswer } from '#lib/server/documents/posting.ts';
import { question as questionPage } from '#lib/server/documents/question.ts';
import { discardDraft, keepDraft, preview } from '#lib/server/drafts.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { questionIdOf } from '#lib/server/ids.ts';
import { recordOpening } from '#lib/server/intent.ts';
import { chosenVersions } from '#lib/server/versions-cookie.ts';
import { mayBeSignedIn } from '#lib/server/visitor.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What the form of an answer holds. */
const fields = ['body', 'appliesFrom', 'appliesTo'] as const;

const orders: Record<string, AnswerOrder> = { best: 'BEST', newest: 'NEWEST', oldest: 'OLDEST' };

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const wish = url.searchParams.get('order') ?? '';
  const order = wish in orders ? wish : 'best';
  const { question, bountyTerms = null } = await api(event).query(questionPage, {
    id: questionIdOf(params.id),
    order: orders[order] ?? 'BEST',
    after: url.searchParams.get('after'),
    signedIn: mayBeSignedIn(event),
    versions: chosenVersions(event),
  });
  if (!question) error(404, translatorFor(event.locals.language).t('error.404.title'));
  if (decodeURI(question.path) !== decodeURI(url.pathname)) redirect(308, question.path + url.search);
  recordOpening(event, question.id);

  const [kept, { products }] = question.viewerCan?.answer
    ? await Promise.all([
        api(event).query(draft, { kind: 'ANSWER', questionId: question.id }),
        api(event).query(offeredProducts, {}),
      ])
    : [{ draft: null }, { products: [] }];
  return {
    question,
    bountyTerms,
    order,
    draft: kept.draft,
    products,
    mutationId: randomUUID(),
    origin: event.platform?.req.peerdesk?.publicUrl ?? url.origin,
  };
};

export const actions: Actions = {
  ...postDeeds,
  ...bountyDeeds,
  ...answerDeeds,

  async answer(event) {
    const form = await event.request.formData();
    const { mutationId, ...values } = textsOf(form, ...fields, 'mutationId');
    const input = {
      questionId: questionIdOf(event.params.id),
      body: values.body,
      ...rangeIn(form),
      clientMutationId: mutationId || undefined,
    };
    const sent = await api(event).submit(postAnswer, { input }, { name: 'answer', values });
    if (sent.failure) return sent.failure;
    redirect(303, sent.data.postAnswer.answer.path);
  },

  async preview(event) {
    return preview(event, 'answer', textsOf(await event.request.formData(), ...fields));
  },

  discardDraft: (event) => discardDraft(event, 'answer', questionIdOf(event.params.id)),

  async keepDraft(event) {
    const values = textsOf(await event.request.formData(), ...fields);
    return keepDraft(event, 'answer', values, questionIdOf(event.params.id));
  },

  async promote(event) {
    const answerId = textOf(await event.request.formData(), 'answerId');
    const sent = await api(event).submit(
      promoteAnswer,
      { input: { answerId } },
      { name: `post-${answerId}` },
    );
    if (sent.failure) return sent.failure;
    redirect(303, `${sent.data.promoteAnswer.article.path}/edit`);
  },
};
