import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { allMigrations, explainFailure, startBackgroundWork, stopBackgroundWork } from '#libs/assembly';
import { createDataSource, createLogger, migrate, readEnvironment } from '#libs/platform';
import type { Environment, Logger } from '#libs/platform';
import { startEmbeddedPostgres } from '#libs/platform/postgres';
import type { EmbeddedPostgres } from '#libs/platform/postgres';
import { createApplication } from './application.js';

/** What is up, in the order in which it came; it goes down the other way round. */
interface Running {
  postgres?: EmbeddedPostgres;
  dataSource?: DataSource;
  app?: NestFastifyApplication;
}

/** Starts Peerdesk and stays until a signal comes; whatever fails at the start ends it with one clear line. */
export async function serve(variables: NodeJS.ProcessEnv): Promise<void> {
  const running: Running = {};
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await takeDown(running).catch((error: unknown) => console.error(error));
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

  try {
    const environment = readEnvironment(variables);
    const logger = createLogger(environment.logLevel);
    await bringUp(running, environment, logger);
    const ready = `Peerdesk is ready at ${environment.publicUrl}`;
    if (environment.isProduction && logger.isLevelEnabled('info')) logger.info(ready);
    else console.log(ready);
    void running.postgres?.ended.then((reason) => {
      if (reason) logger.fatal(reason);
      void stop(reason ? 1 : 0);
    });
  } catch (error) {
    console.error(explain(error, variables));
    await stop(1);
  }
}

async function bringUp(running: Running, environment: Environment, logger: Logger): Promise<void> {
  if (!environment.rateLimits)
    logger.warn('RATE_LIMITS is off: nobody is held back. Not for a site that is open to all.');
  running.postgres = environment.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({
        dataDir: environment.dataDir,
        log: (line, level) => logger[level](line),
      });
  running.dataSource = createDataSource({
    url: environment.databaseUrl ?? running.postgres?.url ?? '',
    migrations: allMigrations,
  });
  await running.dataSource.initialize();
  const migrated = await migrate(running.dataSource);
  if (migrated.length > 0) logger.debug({ migrated }, 'the database is up to date');
  running.app = await createApplication({ environment, logger, dataSource: running.dataSource });
  // Not by Nest, which would report an occupied port as a defect before we say what to do about it.
  const fastify = running.app.getHttpAdapter().getInstance();
  await fastify.listen({ port: environment.port, host: environment.host });
  // One process does it all; a worker of its own takes jobs beside this one where that is too little.
  await startBackgroundWork(running.app);
}

async function takeDown({ app, dataSource, postgres }: Running): Promise<void> {
  if (app) await stopBackgroundWork(app);
  await app?.close();
  if (dataSource?.isInitialized) await dataSource.destroy();
  await postgres?.stop();
}

/** One line for what an operator can mend; everything with its stack otherwise, for it is ours to mend. */
function explain(error: unknown, variables: NodeJS.ProcessEnv): string {
  const port = variables['PORT'] ?? 3000;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Set PORT to a free one.`;
  if (code === 'EACCES') return `Port ${port} is not open to this user. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${variables['HOST']} is no address of this machine.`;
  return explainFailure(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}
