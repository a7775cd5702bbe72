import type { INestApplicationContext } from '@nestjs/common';
import type { OpenDatabase } from '#libs/assembly';
import type { Database, Environment } from '#libs/platform';

/** Where commands read from and write to. */
export interface Terminal {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean };
}

/**
 * How commands get at the site. Everything heavy is loaded when it is needed, so that `--help` and a mistyped word are
 * answered at once.
 */
export class SiteAccess {
  constructor(
    private readonly variables: NodeJS.ProcessEnv,
    readonly terminal: Terminal,
  ) {}

  /** Opens the database, migrated, for the time of the work. */
  async withDatabase(
    work: (database: Database) => Promise<void>,
    { thenSearchable = false } = {},
  ): Promise<void> {
    const { Database } = await import('#libs/platform');
    await this.open(async ({ dataSource }, environment) => {
      const database = new Database(dataSource);
      await work(database);
      // What was interrupted is gone on with later; the person wants the prompt back.
      if (thenSearchable && !process.exitCode) await this.bringIntoSearch(database, environment);
    });
  }

  /** Puts the whole site together, without its ways in, for the time of the work. */
  async withSite(work: (site: INestApplicationContext) => Promise<void>): Promise<void> {
    const [{ NestFactory }, { CliModule }, { createLogger }] = await Promise.all([
      import('@nestjs/core'),
      import('./cli.module.js'),
      import('#libs/platform'),
    ]);
    await this.open(async ({ dataSource }, environment) => {
      const logger = createLogger('silent');
      const site = await NestFactory.createApplicationContext(
        CliModule.of({ environment, logger, dataSource }),
        { logger: false, abortOnError: false },
      );
      try {
        await work(site);
      } finally {
        await site.close();
      }
    });
  }

  /** Opens the database and says which migrations were due. */
  async open(work: (opened: OpenDatabase, environment: Environment) => Promise<void>): Promise<void> {
    const [{ openDatabase }, { readEnvironment }] = await Promise.all([
      import('#libs/assembly'),
      import('#libs/platform'),
    ]);
    const environment = readEnvironment(this.variables);
    const opened = await openDatabase(environment, (line) => this.terminal.stderr.write(`${line}\n`));
    try {
      await work(opened, environment);
    } finally {
      await opened.close();
    }
  }

  /** Says how far something is, in a line that the next one takes the place of; only to people. */
  showProgress(text: string): void {
    const { stderr } = this.terminal;
    if (stderr.isTTY) stderr.write(`\r\x1b[K${text}`);
  }

  /** Makes findable what a command has written, unless there is a worker, which does so already. */
  private async bringIntoSearch(database: Database, { meili }: Environment): Promise<void> {
    const [{ Jobs, createLogger }, { assembleSearch }] = await Promise.all([
      import('#libs/platform'),
      import('#libs/search'),
    ]);
    const logger = createLogger('silent');
    if (await new Jobs(database, logger).areServed()) return;
    this.terminal.stderr.write('Bringing it into search …\n');
    await assembleSearch({ database, logger, meili }).indexing.drain();
  }
}
