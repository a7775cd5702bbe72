import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import { api } from '#lib/server/api.ts';
import { askQuestion } from '#lib/server/documents/asking.ts';
import { versionOf } from '#lib/server/applies-to.ts';
import { viewerVersions } from '#lib/server/documents/catalogue.ts';
import { draft } from '#lib/server/documents/drafts.ts';
import { articleRead } from '#lib/server/documents/freshness.ts';
import { tagNames } from '#lib/server/documents/tags.ts';
import { discardDraft, keepDraft, preview } from '#lib/server/drafts.ts';
import { tagsOf, textsOf } from '#lib/server/fields.ts';
import { expectIntent, recordIntentEvents } from '#lib/server/intent.ts';
import { suggestionsFor } from '#lib/server/suggestions.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  expectIntent(event);
  const slug = event.url.searchParams.get('article');
  const [kept, popular, own, read] = await Promise.all([
    api(event).query(draft, { kind: 'QUESTION', questionId: null }),
    api(event).query(tagNames, { first: 12 }),
    api(event).query(viewerVersions, {}),
    slug === null ? null : api(event).query(articleRead, { slug }),
  ]);
  return {
    draft: kept.draft,
    products: own.products,
    // Who uses one product only need not say again which.
    uses: own.viewerVersions.length === 1 ? own.viewerVersions.map(choiceOf).join('') : '',
    popular: popular.tags.nodes.map((tag) => tag.name),
    /** The article that did not help. */
    read: read?.article ?? null,
    title: event.url.searchParams.get('title') ?? '',
    mutationId: randomUUID(),
  };
};

async function valuesOf(event: { request: Request }) {
  return textsOf(
    await event.request.formData(),
    'title',
    'body',
    'tags',
    'locale',
    'appliesFrom',
    'articleId',
    'mutationId',
  );
}

function choiceOf({ id, product }: { id: string; product: { id: string } }): string {
  return `${product.id}:${id}`;
}

export const actions: Actions = {
  async ask(event) {
    const values = await valuesOf(event);
    const { title, body, locale, mutationId } = values;
    const input = {
      title,
      body,
      tags: tagsOf(values.tags),
      ...(locale ? { locale } : {}),
      appliesTo: versionOf(values.appliesFrom),
      ...(values.articleId ? { articleId: values.articleId } : {}),
      clientMutationId: mutationId || undefined,
    };
    const sent = await api(event).submit(askQuestion, { input }, { name: 'ask', values });
    if (sent.failure) return sent.failure;
    const { id, path } = sent.data.askQuestion.question;
    recordIntentEvents(event, { kind: 'ASKED', subjectId: id });
    redirect(303, path);
  },

  /** The step before asking, for browsers without JavaScript: what is there already? */
  async similar(event) {
    const values = await valuesOf(event);
    const hits = await suggestionsFor(event, values);
    return { form: 'ask', values, problems: {}, notice: '', hits } satisfies FormReply;
  },

  async preview(event) {
    return preview(event, 'ask', await valuesOf(event));
  },

  discardDraft: (event) => discardDraft(event, 'ask'),

  async keepDraft(event) {
    return keepDraft(event, 'ask', await valuesOf(event));
  },
};
