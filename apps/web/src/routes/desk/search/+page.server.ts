import { redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import type { RulesComparison } from '#lib/model/rules.ts';
import { api } from '#lib/server/api.ts';
import {
  previewSearchRules,
  restoreSearchRules,
  saveSearchRules,
  searchRules,
} from '#lib/server/documents/rules.ts';
import { textsOf } from '#lib/server/fields.ts';
import { rulesFields, rulesFrom } from '#lib/server/rules.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Stands for all languages. */
const everyLanguage = 'und';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const before = Number(searchParams.get('before'));
  const found = await api(event).query(searchRules, {
    locale: searchParams.get('locale') ?? everyLanguage,
    before: Number.isInteger(before) && before > 0 ? before : null,
  });
  return {
    locales: found.searchRuleLocales,
    rules: found.searchRules,
    versions: found.searchRuleVersions,
    health: found.searchHealth,
  };
};

function done(locale: string, what: string): never {
  redirect(303, `/desk/search?${new URLSearchParams({ locale, done: what })}`);
}

export const actions: Actions = {
  async save(event) {
    const values = await rulesFields(event);
    const { input, failure } = await rulesFrom(event, values);
    if (failure) return failure;
    const { locale, version, reason } = values;
    const sent = await api(event).submit(
      saveSearchRules,
      {
        input: {
          ...input,
          locale,
          expectedVersion: Number(version),
          ...(reason.trim() ? { reason } : {}),
        },
      },
      { name: 'rules', values },
    );
    if (sent.failure) return sent.failure;
    done(locale, 'saved');
  },

  /** What a search would find with what is written, beside what it finds now. */
  async preview(event) {
    const values = await rulesFields(event);
    const { input, failure } = await rulesFrom(event, values);
    if (failure) return failure;
    const sent = await api(event).submit(
      previewSearchRules,
      { query: values.query, rules: { ...input, locale: values.locale } },
      { name: 'rules', values, required: ['query'] },
    );
    if (sent.failure) return sent.failure;
    const reply: FormReply & { comparison: RulesComparison } = {
      form: 'rules',
      values,
      problems: {},
      notice: '',
      comparison: sent.data.previewSearchRules,
    };
    return reply;
  },

  async restore(event) {
    const { locale, number, version } = textsOf(
      await event.request.formData(),
      'locale',
      'number',
      'version',
    );
    const sent = await api(event).submit(
      restoreSearchRules,
      { input: { locale, version: Number(number), expectedVersion: Number(version) } },
      { name: `restore-${number}` },
    );
    if (sent.failure) return sent.failure;
    done(locale, 'restored');
  },
};
