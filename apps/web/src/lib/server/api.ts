import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import type { Document } from './document.ts';
import { loginPath } from './paths.ts';
import { translatorFor } from './translate.ts';
import { execute, fieldsOf, type ApiFault } from './transport.ts';
import { wordingFor } from './wording.ts';

/** Either what the mutation gave, or the failure that the form action returns as it is. */
export type Submission<Data> =
  | { readonly data: Data; readonly failure?: undefined }
  | { readonly data?: undefined; readonly failure: ActionFailure<FormReply> };

interface SentForm {
  name: string;
  values?: Record<string, string>;
  required?: readonly string[];
  fieldOf?: (path: string) => string | undefined;
}

export interface Api {
  /**
   * Runs a query for a page. Expected failures become pages: NOT_FOUND 404, FORBIDDEN 403 with what is missing,
   * RATE_LIMITED 429 with the seconds to wait; UNAUTHENTICATED goes to the login form and comes back.
   */
  query<Data, Variables>(document: Document<Data, Variables>, variables: Variables): Promise<Data>;

  /**
   * Runs a mutation for a form. Expected failures come back with what was typed and the reason beside the field;
   * `form.values` must not hold passwords, for they would be written into the page. Fields of the input that are
   * named in `form.required` and were left empty are asked for without troubling the API. `form.fieldOf` names the field
   * of the form that a path of the API stands in, where the form calls it otherwise.
   */
  submit<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
    form: SentForm,
  ): Promise<Submission<Data>>;
}

export function api(event: RequestEvent): Api {
  const translator = translatorFor(event.locals.language);
  const wording = wordingFor(translator);
  const { t } = translator;

  async function run<Data, Variables>(document: Document<Data, Variables>, variables: Variables) {
    const response = await execute(event, {
      query: document.source,
      variables: variables as Record<string, unknown>,
    });
    return { data: response.data as Data, fault: response.errors?.[0] };
  }

  /** One sentence for each field of the form; `input.tags.2` is the third tag and is shown beside the tags. */
  function problemsIn(
    fault: ApiFault,
    { name: form, fieldOf }: SentForm,
    typed: Record<string, unknown>,
  ): Record<string, string> {
    const problems: Record<string, string> = {};
    for (const problem of fieldsOf(fault)) {
      const field = problem.path.replace(/^input\./, '');
      // Some forms have fields with such names themselves.
      const name = fieldOf?.(field) ?? (field in typed ? field : (field.split('.')[0] ?? ''));
      const sentence = wording.fieldProblem(form, { ...problem, path: field }, typed);
      const said = problems[name];
      problems[name] = said && said !== sentence ? `${said} ${sentence}` : sentence;
    }
    return problems;
  }

  /** Votes are limited by the day, and nobody waits for so many seconds. */
  function tooMuch(fault: ApiFault): string {
    const [limit, opensAt] = [count(fault, 'limit'), text(fault, 'opensAt')];
    if (text(fault, 'reason') !== 'VOTE_LIMIT' || limit === undefined || opensAt === undefined) {
      return t('problem.rateLimited', { n: retryAfter(fault) });
    }
    const key = text(fault, 'scope') === 'AUTHOR' ? 'problem.votesForAuthor' : 'problem.votesOfDay';
    return t(key, { n: limit, when: translator.dateTime(opensAt) });
  }

  function unexpected(fault: ApiFault): never {
    const requestId = text(fault, 'requestId') ?? event.platform?.req.peerdesk?.requestId;
    error(500, t('error.500.title'), requestId === undefined ? {} : { requestId });
  }

  return {
    async query(document, variables) {
      const { data, fault } = await run(document, variables);
      if (!fault) return data;
      switch (fault.extensions?.code) {
        case 'NOT_FOUND':
          error(404, t('error.404.title'));
        case 'UNAUTHENTICATED':
          redirect(303, loginPath(event.url));
        case 'FORBIDDEN':
          error(403, t('error.403.title'), { requires: text(fault, 'requires') ?? '' });
        case 'RATE_LIMITED':
          error(429, t('error.429.title'), { retryAfter: retryAfter(fault) });
        case 'BAD_USER_INPUT':
          error(400, fault.message);
        default:
          return unexpected(fault);
      }
    },

    async submit(document, variables, form) {
      const { name, values = {}, required = [] } = form;
      const reply: FormReply = { form: name, values, problems: {}, notice: '' };
      const typed = { ...inputOf(variables), ...values };
      const empty = required.filter((field) => !typed[field]);
      if (empty.length > 0) {
        const problems = Object.fromEntries(empty.map((field) => [field, wording.missing(name, field)]));
        return { failure: fail(400, { ...reply, problems }) };
      }
      const { data, fault } = await run(document, variables);
      if (!fault) return { data };
      switch (fault.extensions?.code) {
        case 'BAD_USER_INPUT': {
          const problems = problemsIn(fault, form, typed);
          const notice = Object.keys(problems).length > 0 ? '' : fault.message;
          return { failure: fail(400, { ...reply, problems, notice }) };
        }
        case 'UNAUTHENTICATED':
          // A wrong password names the field; everything else means that a session is missing.
          if (fieldsOf(fault).length > 0) {
            return { failure: fail(401, { ...reply, problems: problemsIn(fault, form, typed) }) };
          }
          // Whoever typed something must not lose it to an expired session.
          if (!values.body) redirect(303, loginPath(event.url));
          return { failure: fail(401, { ...reply, notice: t('problem.loggedOut'), loggedOut: true }) };
        case 'FORBIDDEN':
          return {
            failure: fail(403, {
              ...reply,
              notice: wording.forbidden(fault.message, text(fault, 'requires'), count(fault, 'missing')),
            }),
          };
        case 'NOT_FOUND':
          return { failure: fail(404, { ...reply, notice: t('problem.notFound') }) };
        case 'CONFLICT':
          return {
            failure: fail(409, {
              ...reply,
              notice: isVoidVote(fault) ? t('problem.voteVoid') : wording.conflict(fault.message),
              current: { ...fault.extensions },
            }),
          };
        case 'RATE_LIMITED':
          return { failure: fail(429, { ...reply, notice: tooMuch(fault) }) };
        default:
          return unexpected(fault);
      }
    },
  };
}

/** The fields of the input that a mutation is called with, passwords among them: only to look at, never to send back. */
function inputOf(variables: unknown): Record<string, unknown> {
  const hasInput = typeof variables === 'object' && variables !== null && 'input' in variables;
  return hasInput ? { ...(variables.input as object) } : {};
}

function text(fault: ApiFault, name: string): string | undefined {
  const value = fault.extensions?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** Somebody wants to take back or turn round a vote that counts for nothing any more. */
function isVoidVote(fault: ApiFault): boolean {
  return text(fault, 'reason') === 'VOTE_VOID';
}

function count(fault: ApiFault, name: string): number | undefined {
  const value = fault.extensions?.[name];
  return typeof value === 'number' ? value : undefined;
}

function retryAfter(fault: ApiFault): number {
  return count(fault, 'retryAfter') ?? 60;
}
