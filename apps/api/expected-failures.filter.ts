import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ForbiddenError, PeerdeskError } from '#libs/kernel';
import type { ErrorCode } from '#libs/kernel';
import type { RequestContext } from '#libs/platform';
import { PrivilegeRefusals } from '#libs/reputation';

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
};

/** Hands expected failures on without Nest's error log: they are answers, not defects. */
@Catch(PeerdeskError)
export class ExpectedFailuresFilter implements ExceptionFilter<PeerdeskError> {
  constructor(private readonly refusals: PrivilegeRefusals) {}

  catch(failure: PeerdeskError, host: ArgumentsHost): PeerdeskError | Promise<PeerdeskError> | void {
    if (host.getType<string>() === 'graphql') {
      const { viewer } = host.getArgByIndex<RequestContext>(2);
      return failure instanceof ForbiddenError ? this.refusals.explain(failure, viewer) : failure;
    }
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = { code: failure.code, message: failure.message, ...failure.details };
    // The route may have declared another type for what it gives when all is well.
    reply.code(STATUS[failure.code]).type('application/json; charset=utf-8').send(JSON.stringify(body));
  }
}
