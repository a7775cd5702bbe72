import { fail, redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import type { GapState } from '#lib/model/insights.ts';
import { api } from '#lib/server/api.ts';
import {
  articleOfGap,
  dismissGap,
  knowledgeGaps,
  reopenGap,
  resolveGap,
  takeGap,
} from '#lib/server/documents/insights.ts';
import { textsOf } from '#lib/server/fields.ts';
import { pageOf } from '#lib/server/paths.ts';
import { translatorFor } from '#lib/server/translate.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const views = {
  open: ['OPEN', 'TAKEN'],
  done: ['DONE'],
  dismissed: ['DISMISSED'],
} satisfies Record<string, GapState[]>;

export const load: PageServerLoad = async (event) => {
  const state = viewOf(event.url.searchParams.get('state'));
  const { knowledgeGaps: gaps } = await api(event).query(knowledgeGaps, {
    states: views[state],
    after: event.url.searchParams.get('after'),
  });
  return { gaps, state };
};

function viewOf(wish: string | null): keyof typeof views {
  return wish === 'done' || wish === 'dismissed' ? wish : 'open';
}

async function valuesOf(event: RequestEvent) {
  return textsOf(await event.request.formData(), 'gapId', 'article', 'reason', 'force');
}

export const actions: Actions = {
  async take(event) {
    const { gapId, force } = await valuesOf(event);
    const input = { gapId, force: force === 'yes' };
    const sent = await api(event).submit(takeGap, { input }, { name: `gap-${gapId}` });
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },

  async reopen(event) {
    const { gapId } = await valuesOf(event);
    const sent = await api(event).submit(reopenGap, { input: { gapId } }, { name: `gap-${gapId}` });
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },

  async dismiss(event) {
    const { gapId, reason } = await valuesOf(event);
    const form = { name: `gap-${gapId}`, values: { reason }, required: ['reason'] };
    const sent = await api(event).submit(dismissGap, { input: { gapId, reason } }, form);
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },

  async resolve(event) {
    const { gapId, article } = await valuesOf(event);
    const articleId = await articleAt(event, article);
    if (!articleId) {
      const problems = { article: translatorFor(event.locals.language).t('gaps.articleUnknown') };
      const reply: FormReply = { form: `gap-${gapId}`, values: { article }, problems, notice: '' };
      return fail(400, reply);
    }
    const form = { name: `gap-${gapId}`, values: { article } };
    const sent = await api(event).submit(resolveGap, { input: { gapId, articleId } }, form);
    if (sent.failure) return sent.failure;
    redirect(303, pageOf(event.url));
  },
};

/** The article at an address as people copy it: whole, or from the slash on, or its last part alone. */
async function articleAt(event: RequestEvent, address: string): Promise<string | undefined> {
  const { pathname } = new URL(address.trim().replace(/^(?![a-z]+:|\/)/i, '/faq/'), event.url.origin);
  const slug = /^\/faq\/([^/]+)/.exec(pathname)?.[1];
  if (!slug) return undefined;
  return (await api(event).query(articleOfGap, { slug: decodeURIComponent(slug) })).article?.id;
}
