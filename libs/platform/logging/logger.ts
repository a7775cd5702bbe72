import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { LogLevel } from '../config/environment.js';

export type { Logger } from 'pino';

/**
 * Levels by how often a healthy site writes them: error never, warn now and then, info a few a minute and one per
 * request, debug as much as helps.
 */
export function createLogger(level: LogLevel): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.token', '*.authorization', '*.cookie', 'req.headers'],
  });
}

/** Sends what Nest says about itself the same way. Its start-up chatter is of interest for debugging only. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'debug' | 'error' | 'warn') =>
    (message: unknown, ...context: unknown[]) =>
      logger[level](
        { context: context.at(-1) },
        message instanceof Error ? message.message : String(message),
      );
  return {
    log: write('debug'),
    error: write('error'),
    warn: write('warn'),
    debug: write('debug'),
    verbose: write('debug'),
  };
}

/** Where dependency injection finds the logger. */
export const LOGGER = Symbol('logger');
