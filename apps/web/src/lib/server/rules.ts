import { fail, type RequestEvent } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import type { RulesInput } from '#lib/model/rules.ts';
import { readRules, type RuleProblem } from '#lib/search-rules.ts';
import { api } from './api.ts';
import { articleId } from './documents/rules.ts';
import { textsOf } from './fields.ts';
import { questionIdOf } from './ids.ts';
import { translatorFor } from './translate.ts';

export type RulesFields = Awaited<ReturnType<typeof rulesFields>>;

/** The fields of the rules' form, as they were sent. */
export async function rulesFields(event: RequestEvent) {
  const form = await event.request.formData();
  return textsOf(form, 'locale', 'version', 'synonyms', 'stopWords', 'pinned', 'boosts', 'query', 'reason');
}

/** What was written as the API takes it, or the lines that cannot be read. */
export async function rulesFrom(event: RequestEvent, values: RulesFields) {
  const { rules, problems } = readRules(values);
  const pinned = await Promise.all(
    rules.pinned.map(async ({ query, ids }) => ({
      query,
      ids: await Promise.all(ids.map((place) => subjectAt(event, place))),
    })),
  );
  const complete: RulesInput['pinned'] = pinned.map(({ query, ids }) => ({
    query,
    ids: ids.filter((id) => id !== null),
  }));
  const { t } = translatorFor(event.locals.language);
  const said: Record<string, string> = {};
  for (const { list, lines } of byList(problems))
    said[list] = t('rules.problem', { lines: lines.join(', ') });
  const missing = rules.pinned.flatMap(({ ids }, pin) =>
    ids.filter((_, turn) => pinned[pin]?.ids[turn] === null),
  );
  if (missing.length > 0) said['pinned'] = t('rules.noSubject', { places: missing.join(', ') });
  if (Object.keys(said).length === 0) return { input: { ...rules, pinned: complete } };
  const reply: FormReply = { form: 'rules', values, problems: said, notice: '' };
  return { failure: fail(400, reply) };
}

/** The id of what stands at an address of the site; null where there is nothing. Anything else is taken for an id. */
async function subjectAt(event: RequestEvent, place: string): Promise<string | null> {
  const path = URL.parse(place, event.url)?.pathname ?? '';
  const number = /^\/questions\/([1-9]\d{0,14})(?:\/|$)/.exec(path)?.[1];
  if (number) return questionIdOf(number);
  const slug = /^\/faq\/([^/]+)$/.exec(path)?.[1];
  if (!slug) return place;
  const { article } = await api(event).query(articleId, { slug: decodeURIComponent(slug) });
  return article?.id ?? null;
}

function byList(problems: readonly RuleProblem[]): { list: string; lines: number[] }[] {
  const lists = [...new Set(problems.map(({ list }) => list))];
  return lists.map((list) => ({
    list,
    lines: problems.filter((problem) => problem.list === list).map(({ line }) => line),
  }));
}
