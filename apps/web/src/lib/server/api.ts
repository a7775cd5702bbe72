import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { FormReply } from '#lib/forms.ts';
import type { Document } from './document.ts';
import { loginPath } from './paths.ts';
import { translatorFor } from './translate.ts';
import { execute, type ApiFault } from './transport.ts';

/** Either what the mutation gave, or the failure that the form action returns as it is. */
export type Submission<Data> =
  | { readonly data: Data; readonly failure?: undefined }
  | { readonly data?: undefined; readonly failure: ActionFailure<FormReply> };

export interface Api {
  /**
   * Runs a query for a page. Expected failures become pages: NOT_FOUND 404, FORBIDDEN 403 with what is missing,
   * RATE_LIMITED 429 with the seconds to wait; UNAUTHENTICATED goes to the login form and comes back.
   */
  query<Data, Variables>(document: Document<Data, Variables>, variables: Variables): Promise<Data>;

  /**
   * Runs a mutation for a form. Expected failures come back with what was typed and the reason beside the field;
   * `form.values` must not hold passwords, for they would be written into the page.
   */
  submit<Data, Variables>(
    document: Document<Data, Variables>,
    variables: Variables,
    form: { name: string; values?: Record<string, string> },
  ): Promise<Submission<Data>>;
}

export function api(event: RequestEvent): Api {
  const { t } = translatorFor(event.locals.language);

  async function run<Data, Variables>(document: Document<Data, Variables>, variables: Variables) {
    const response = await execute(event, {
      query: document.source,
      variables: variables as Record<string, unknown>,
    });
    return { data: response.data as Data, fault: response.errors?.[0] };
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

    async submit(document, variables, { name, values = {} }) {
      const { data, fault } = await run(document, variables);
      if (!fault) return { data };
      const reply: FormReply = { form: name, values, problems: {}, notice: '' };
      switch (fault.extensions?.code) {
        case 'BAD_USER_INPUT': {
          const { problems, notice } = fieldProblems(fault);
          return { failure: fail(400, { ...reply, problems, notice }) };
        }
        case 'UNAUTHENTICATED':
          // A wrong password names the field; everything else means that a session is missing.
          if (listOfFields(fault.extensions?.fields).length > 0) {
            const { problems, notice } = fieldProblems(fault);
            return { failure: fail(401, { ...reply, problems, notice }) };
          }
          // Whoever typed something must not lose it to an expired session.
          if (!values.body) redirect(303, loginPath(event.url));
          return { failure: fail(401, { ...reply, notice: t('problem.loggedOut'), loggedOut: true }) };
        case 'FORBIDDEN':
          return { failure: fail(403, { ...reply, notice: fault.message }) };
        case 'NOT_FOUND':
          return { failure: fail(404, { ...reply, notice: t('problem.notFound') }) };
        case 'CONFLICT':
          return {
            failure: fail(409, { ...reply, notice: fault.message, current: { ...fault.extensions } }),
          };
        case 'RATE_LIMITED':
          return {
            failure: fail(429, { ...reply, notice: t('problem.rateLimited', { n: retryAfter(fault) }) }),
          };
        default:
          return unexpected(fault);
      }
    },
  };
}

/** `input.tags.2` is the third tag: the form shows it beside the field `tags`. */
function fieldProblems(fault: ApiFault): { problems: Record<string, string>; notice: string } {
  const problems: Record<string, string> = {};
  for (const field of listOfFields(fault.extensions?.fields)) {
    const [name = ''] = field.path.replace(/^input\./, '').split('.');
    problems[name] = problems[name] ? `${problems[name]} ${field.message}` : field.message;
  }
  return { problems, notice: Object.keys(problems).length === 0 ? fault.message : '' };
}

interface FieldFault {
  path: string;
  message: string;
}

function listOfFields(value: unknown): FieldFault[] {
  return Array.isArray(value) ? value.filter(isFieldFault) : [];
}

function isFieldFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

function text(fault: ApiFault, name: string): string | undefined {
  const value = fault.extensions?.[name];
  return typeof value === 'string' ? value : undefined;
}

function retryAfter(fault: ApiFault): number {
  const value = fault.extensions?.retryAfter;
  return typeof value === 'number' ? value : 60;
}
