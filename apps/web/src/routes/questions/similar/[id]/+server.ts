import { api } from '#lib/server/api.ts';
import { similarQuestions } from '#lib/server/documents/search.ts';
import type { RequestHandler } from './$types.js';

/** Questions and articles like this question; the page of the question asks for them when they come into sight. */
export const GET: RequestHandler = async (event) => {
  const { question } = await api(event).query(similarQuestions, {
    id: event.params.id,
    language: event.locals.language,
  });
  return Response.json(question?.similarQuestions.map(({ subject }) => subject) ?? []);
};
