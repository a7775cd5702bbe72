import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { CandidateHits } from '../application/candidate-hits.js';
import { GapFinder } from '../application/gap-finder.js';
import { InsightsConfiguration } from '../application/insights-configuration.js';
import { IntentStore } from '../persistence/intent.store.js';

/** What becomes of the events: settled within minutes, grouped every hour, forgotten when their time is over. */
@Injectable()
export class InsightsJobs {
  constructor(
    jobs: Jobs,
    private readonly intents: IntentStore,
    private readonly configuration: InsightsConfiguration,
    gaps: GapFinder,
    candidates: CandidateHits,
  ) {
    jobs.define({
      name: 'insights.settle',
      actor: 'system',
      cron: '*/5 * * * *',
      run: (_, signal) => this.settle(signal),
    });
    jobs.define({
      name: 'insights.gaps',
      actor: 'system',
      cron: '11 * * * *',
      run: async (_, signal) => {
        // What is over but not settled would wait another hour.
        await this.settle(signal);
        await gaps.find();
      },
    });
    jobs.define({
      name: 'insights.candidates',
      actor: 'system',
      cron: '41 2 * * *',
      run: (_, signal) => candidates.count(signal),
    });
    jobs.define({ name: 'insights.forget', actor: 'system', cron: '29 3 * * *', run: () => this.forget() });
  }

  private async settle(signal: AbortSignal): Promise<void> {
    while ((await this.intents.settle()) > 0) signal.throwIfAborted();
  }

  private async forget(): Promise<void> {
    const { retentionDays } = await this.configuration.current();
    await this.intents.forget(retentionDays);
  }
}
