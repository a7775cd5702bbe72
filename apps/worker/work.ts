import { NestFactory } from '@nestjs/core';
import { explainFailure, openDatabase, startBackgroundWork, stopBackgroundWork } from '#libs/assembly';
import { createLogger, nestLogger, readEnvironment } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

/** Runs jobs, and keeps search true, until a signal comes. As many workers as one likes may run beside each other. */
export async function work(variables: NodeJS.ProcessEnv): Promise<void> {
  let stop = () => Promise.resolve();
  let isStopping = false;
  const end = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await stop().catch((error: unknown) => console.error(error));
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

  try {
    stop = await start(variables);
    console.log('Peerdesk worker is ready');
  } catch (error) {
    console.error(explainFailure(error) ?? error);
    await end(1);
  }
}

/** Gives what stops it again. */
async function start(variables: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const environment = readEnvironment(variables);
  const logger = createLogger(environment.logLevel);
  const { dataSource, close } = await openDatabase(environment, (line) => logger.warn(line));
  try {
    const app = await NestFactory.createApplicationContext(
      WorkerModule.of({ environment, logger, dataSource }),
      { logger: nestLogger(logger), abortOnError: false },
    );
    await startBackgroundWork(app);
    return async () => {
      await stopBackgroundWork(app);
      await app.close();
      await close();
    };
  } catch (error) {
    await close();
    throw error;
  }
}
