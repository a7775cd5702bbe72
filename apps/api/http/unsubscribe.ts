import type { FastifyInstance } from 'fastify';
import type { MailPreferences } from '#libs/notifications';

/** What mail programs send (RFC 8058), as a form of either kind. */
const ONE_CLICK = 'List-Unsubscribe=One-Click';
const BODY_BYTES = 4_096;

/**
 * The address that ends mails, by POST: for mail programs, which come without a session, an origin or patience for a
 * redirect, and for the button of the page that GET of the same address shows.
 */
export async function serveUnsubscribing(
  fastify: FastifyInstance,
  preferences: Pick<MailPreferences, 'unsubscribe'>,
): Promise<void> {
  await fastify.register((routes, _, done) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_BYTES }, (_request, body, parsed) =>
      parsed(null, body),
    );
    routes.post<{ Querystring: { token?: unknown } }>('/unsubscribe', async (request, reply) => {
      const given = request.query.token;
      const token = typeof given === 'string' ? given : '';
      const isOurs = await preferences.unsubscribe(token);
      if (!isMailProgram(request.body)) {
        return reply.redirect(`/unsubscribe?token=${encodeURIComponent(token)}`, 303);
      }
      return isOurs
        ? reply.type('text/plain; charset=utf-8').send('You get no more mails of this kind.\n')
        : reply.code(404).type('text/plain; charset=utf-8').send('This link is not one of ours.\n');
    });
    done();
  });
}

function isMailProgram(body: unknown): boolean {
  if (typeof body !== 'string') return false;
  return body.includes(ONE_CLICK) || /name="?List-Unsubscribe"?\r?\n\r?\nOne-Click/.test(body);
}
