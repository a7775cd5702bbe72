import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PeerdeskError } from '#libs/kernel';
import type { ErrorCode } from '#libs/kernel';

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
  catch(failure: PeerdeskError, host: ArgumentsHost): PeerdeskError | void {
    if (host.getType<string>() === 'graphql') return failure;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = { code: failure.code, message: failure.message, ...failure.details };
    // The route may have declared another type for what it gives when all is well.
    reply.code(STATUS[failure.code]).type('application/json; charset=utf-8').send(JSON.stringify(body));
  }
}
