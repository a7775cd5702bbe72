import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { publicPolicy } from '#libs/kernel';
import { Access, Database } from '#libs/platform';

const probe = publicPolicy('health.read');

/** For load balancers and for whoever restarts what does not answer. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process is there; nothing else is asked. */
  @Get('live')
  @Access(probe)
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** Everything that a request needs is there; 503 with what is missing. */
  @Get('ready')
  @Access(probe)
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: string; missing: string[] }> {
    const missing = (await this.databaseAnswers()) ? [] : ['database'];
    if (missing.length > 0) reply.code(503);
    return { status: missing.length > 0 ? 'unavailable' : 'ok', missing };
  }

  private async databaseAnswers(): Promise<boolean> {
    try {
      await this.database.query('select 1');
      return true;
    } catch {
      return false;
    }
  }
}
