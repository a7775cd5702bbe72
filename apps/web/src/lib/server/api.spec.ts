import { isActionFailure, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import { document } from './document.ts';
import type { ApiFault } from './transport.ts';

interface PasswordChange {
  input: { currentPassword: string; newPassword: string };
}
const changePassword = document<unknown, PasswordChange>('mutation { x }');
const postAnswer = document<{ postAnswer: { path: string } }, { input: { body: string } }>('mutation { x }');

/** A request for a page while the API answers with this. */
function requestAnsweredWith(response: { data?: unknown; errors?: ApiFault[] }): RequestEvent {
  return {
    url: new URL('http://desk.example/questions/7/wheel?/answer&order=newest'),
    locals: { language: 'en', theme: 'system' },
    platform: { req: { peerdesk: { execute: () => Promise.resolve(response), requestId: 'r-1' } } },
  } as unknown as RequestEvent;
}

function refusal(code: string, more: Record<string, unknown> = {}): RequestEvent {
  return requestAnsweredWith({
    data: null,
    errors: [{ message: `${code} in words`, extensions: { code, ...more } }],
  });
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
}

describe('a page whose data cannot be had', () => {
  const load = (event: RequestEvent) => thrownBy(api(event).query(postAnswer, { input: { body: '' } }));

  it.each([
    ['NOT_FOUND', 404],
    ['FORBIDDEN', 403],
    ['RATE_LIMITED', 429],
    ['BAD_USER_INPUT', 400],
    ['INTERNAL_SERVER_ERROR', 500],
  ])('%s becomes the page %d', async (code, status) => {
    const thrown = await load(refusal(code));
    expect(isHttpError(thrown, status)).toBe(true);
  });

  it('says what is missing, how long to wait, and what to quote', async () => {
    expect(await load(refusal('FORBIDDEN', { requires: 'STAFF' }))).toMatchObject({
      body: { requires: 'STAFF' },
    });
    expect(await load(refusal('RATE_LIMITED', { retryAfter: 12 }))).toMatchObject({
      body: { retryAfter: 12 },
    });
    expect(await load(refusal('INTERNAL_SERVER_ERROR'))).toMatchObject({ body: { requestId: 'r-1' } });
  });

  it('asks a guest to log in and brings them back', async () => {
    const thrown = await load(refusal('UNAUTHENTICATED'));
    expect(isRedirect(thrown) && thrown.location).toBe(
      '/login?next=%2Fquestions%2F7%2Fwheel%3Forder%3Dnewest',
    );
  });
});

describe('a form that the API refuses', () => {
  const values = { body: 'Tighten the spokes.' };
  const submit = (event: RequestEvent, typed: Record<string, string> = values) =>
    api(event).submit(postAnswer, { input: { body: '' } }, { name: 'answer', values: typed });

  it('comes back with everything that was typed and each reason beside its field', async () => {
    const { failure } = await submit(
      refusal('BAD_USER_INPUT', {
        fields: [
          { path: 'input.body', message: 'Too short.' },
          { path: 'tags.0', message: 'No such tag.' },
          { path: 'tags.1', message: 'Too long.' },
        ],
      }),
    );
    expect(isActionFailure(failure)).toBe(true);
    expect(failure).toMatchObject({
      status: 400,
      data: {
        form: 'answer',
        values,
        problems: { body: 'Too short.', tags: 'No such tag. Too long.' },
        notice: '',
      },
    });
  });

  it('puts each reason beside the field that the form has for it, where that has another name', async () => {
    const event = refusal('BAD_USER_INPUT', {
      fields: [{ path: 'ranks.1.reputation', message: 'Less than the one below.' }],
    });
    const { failure } = await api(event).submit(
      postAnswer,
      { input: { body: '' } },
      {
        name: 'rules',
        values,
        fieldOf: (path) => (path === 'ranks.1.reputation' ? 'rank.4.reputation' : undefined),
      },
    );
    expect(failure).toMatchObject({
      data: { problems: { 'rank.4.reputation': 'Less than the one below.' } },
    });
  });

  it('keeps what was typed when the session has ended, and otherwise goes to the login form', async () => {
    expect((await submit(refusal('UNAUTHENTICATED'))).failure).toMatchObject({
      status: 401,
      data: { loggedOut: true, values },
    });
    expect(isRedirect(await thrownBy(submit(refusal('UNAUTHENTICATED'), {})))).toBe(true);
  });

  it('stays on the login form when the password is wrong', async () => {
    const event = refusal('UNAUTHENTICATED', { fields: [{ path: 'login', message: 'Wrong.' }] });
    expect((await submit(event, {})).failure).toMatchObject({
      status: 401,
      data: { problems: { login: 'Wrong.' } },
    });
  });

  it('says when votes go on by the clock, and not by so many thousand seconds', async () => {
    const limit = {
      reason: 'VOTE_LIMIT',
      limit: 20,
      opensAt: '2026-11-23T00:00:00.000Z',
      retryAfter: 51_234,
    };
    const noticeOf = async (more: object) =>
      (await submit(refusal('RATE_LIMITED', { ...limit, ...more }))).failure?.data.notice;
    expect(await noticeOf({ scope: 'DAY' })).toBe(
      'You have used all 20 votes of this kind for today. You can vote again from November 23, 2026 at 12:00 AM UTC.',
    );
    expect(await noticeOf({ scope: 'AUTHOR' })).toContain('this person’s posts');
    expect(await noticeOf({ reason: 'ANOTHER' })).toContain('Please wait 51,234 seconds');
  });

  it('hands over what somebody else saved meanwhile', async () => {
    const { failure } = await submit(refusal('CONFLICT', { version: 4 }));
    expect(failure).toMatchObject({
      status: 409,
      data: { notice: 'CONFLICT in words', current: { version: 4 } },
    });
  });

  it('asks for what must be there and is not, before the API says something else about it', async () => {
    const taken = requestAnsweredWith({ data: {} });
    const { failure } = await api(taken).submit(
      changePassword,
      { input: { currentPassword: '', newPassword: 'long enough for me' } },
      { name: 'password', required: ['currentPassword', 'newPassword'] },
    );
    expect(failure).toMatchObject({
      status: 400,
      data: { values: {}, problems: { currentPassword: 'Please fill this in.' } },
    });
    expect(JSON.stringify(failure)).not.toContain('long enough for me');
  });

  it('tells an empty password from a weak one, though it is not written back into the page', async () => {
    const weak = { fields: [{ path: 'newPassword', message: 'Everybody tries this one first.' }] };
    const change = (newPassword: string) =>
      api(refusal('BAD_USER_INPUT', weak)).submit(
        changePassword,
        { input: { currentPassword: 'known', newPassword } },
        { name: 'password' },
      );
    expect((await change('')).failure?.data.problems.newPassword).toBe('Please fill this in.');
    const { failure } = await change('password1');
    expect(failure?.data.problems.newPassword).toBe('Everybody tries this one first.');
    expect(JSON.stringify(failure)).not.toContain('password1');
  });

  it('says how long to wait', async () => {
    const { failure } = await submit(refusal('RATE_LIMITED', { retryAfter: 30 }));
    expect(failure).toMatchObject({
      status: 429,
      data: { notice: 'That was a lot in a short time. Please wait 30 seconds and try again.' },
    });
  });

  it('gives the data when it was taken', async () => {
    const sent = await submit(requestAnsweredWith({ data: { postAnswer: { path: '/there' } } }));
    expect(sent.data?.postAnswer.path).toBe('/there');
  });
});
