import { fail, redirect } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import type { RulesDraft, RulesOutcome, StandingRules } from '#lib/model/standing-rules.ts';
import { api } from '#lib/server/api.ts';
import {
  previewRules,
  recomputeReputation,
  saveRules,
  standingRules,
} from '#lib/server/documents/standing-rules.ts';
import { textOf, textsOf } from '#lib/server/fields.ts';
import { translatorFor } from '#lib/server/translate.ts';
import { rankProblems, ranksFrom, ruleProblem } from '#lib/standing-rules.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const form = 'standingRules';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const found = await api(event).query(standingRules, { after: searchParams.get('after') });
  return {
    rules: found.reputationRules,
    presets: found.reputationRulePresets,
    versions: found.reputationRuleVersions,
    recomputation: found.reputationRecomputation,
    chosen: found.reputationRulePresets.find(({ name }) => name === searchParams.get('preset')) ?? null,
  };
};

interface Typed {
  values: Record<string, string>;
  rules: StandingRules;
  draft: RulesDraft;
  /** The row of the form that each rank of the draft came from. */
  rows: number[];
}

/** What was typed, as the API takes it. A failure where something is no number: to the API that would be none at all. */
async function typedIn(event: RequestEvent) {
  const sent = await event.request.formData();
  const values = textsOf(sent, ...new Set([...sent.keys()]));
  const { reputationRules: rules } = await api(event).query(standingRules, { after: null });
  const all = rules.sections.flatMap((section) => section.rules);
  const translator = translatorFor(event.locals.language);
  const problems = Object.fromEntries(
    all
      .filter(({ path }) => !Number.isFinite(Number(values[path])) || values[path]?.trim() === '')
      .map((rule) => [rule.path, ruleProblem(rule, '', translator, '')]),
  );
  Object.assign(problems, rankProblems(values, translator));
  const reply: FormReply = { form, values, problems, notice: '' };
  if (Object.keys(problems).length > 0) return { failure: fail(400, reply) };
  const { ranks, rows } = ranksFrom(values, rules.ranks);
  const draft = { values: all.map(({ path }) => ({ path, value: Number(values[path]) })), ranks };
  return { typed: { values, rules, draft, rows } satisfies Typed };
}

/** The form has its own rows, of which some may be empty: `ranks.2.names.de` may be in the fourth. */
function rankField(rows: readonly number[]): (path: string) => string | undefined {
  return (path) => {
    const [list, index = '0', field = 'en', locale = 'en'] = path.split('.');
    return list === 'ranks'
      ? `rank.${rows[Number(index)] ?? 0}.${field === 'names' ? locale : field}`
      : undefined;
  };
}

/** Says what the API refused at the fields that it is about, in the reader's words. */
function inWords<Failure extends { data: FormReply }>(
  event: RequestEvent,
  failure: Failure,
  { values, rules }: Typed,
): Failure {
  const translator = translatorFor(event.locals.language);
  const known = new Map(rules.sections.flatMap((section) => section.rules.map((rule) => [rule.path, rule])));
  const said = Object.entries(failure.data.problems).map(([path, message]): [string, string] => {
    const rule = known.get(path);
    if (rule) return [path, ruleProblem(rule, values[path] ?? '', translator, message)];
    if (path === 'days') return [path, translator.t('standingRules.range', { least: '1', most: '365' })];
    return [path, path.startsWith('rank.') ? translator.t('standingRules.rankProblem') : message];
  });
  failure.data.problems = Object.fromEntries(said);
  return failure;
}

const asForm = ({ values, rows }: Typed) => ({ name: form, values, fieldOf: rankField(rows) });

export const actions: Actions = {
  /** Shows what the rules of the form would have changed. Nothing is kept. */
  async preview(event) {
    const { typed, failure } = await typedIn(event);
    if (!typed) return failure;
    const days = Number(typed.values.days);
    const variables = { draft: typed.draft, days: Number.isInteger(days) ? days : 0 };
    const sent = await api(event).submit(previewRules, variables, asForm(typed));
    if (sent.failure) return inWords(event, sent.failure, typed);
    const reply: FormReply & { outcome: RulesOutcome } = {
      ...{ form, values: typed.values, problems: {}, notice: '' },
      outcome: sent.data.previewRules,
    };
    return reply;
  },

  async save(event) {
    const { typed, failure } = await typedIn(event);
    if (!typed) return failure;
    const { version = '', note = '' } = typed.values;
    const input = { ...typed.draft, basedOnVersion: Number(version), note };
    const sent = await api(event).submit(saveRules, { input }, asForm(typed));
    if (sent.failure) return inWords(event, sent.failure, typed);
    redirect(303, '/admin/rules?saved');
  },

  async recompute(event) {
    const sent = await event.request.formData();
    const values = textsOf(sent, 'version', 'sure');
    if (values.sure !== 'yes') {
      const { t } = translatorFor(event.locals.language);
      const problems = { sure: t('standingRules.recomputeMissing') };
      return fail(400, { form: 'recompute', values, problems, notice: '' } satisfies FormReply);
    }
    const asked = await api(event).submit(
      recomputeReputation,
      { input: { version: Number(textOf(sent, 'version')) } },
      { name: 'recompute', values },
    );
    if (asked.failure) return asked.failure;
    redirect(303, '/admin/rules#recompute');
  },
};
