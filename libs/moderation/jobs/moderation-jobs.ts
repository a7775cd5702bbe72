import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { Detection } from '../application/detection.js';
import { Signals } from '../application/signals.js';

/** By night: looks for what seems arranged, and forgets signals whose time is over. */
@Injectable()
export class ModerationJobs {
  constructor(jobs: Jobs, detection: Detection, signals: Signals) {
    jobs.define({
      name: 'moderation.detect-fraud',
      actor: 'system',
      cron: '17 3 * * *',
      run: (_, signal) => detection.run(signal),
    });
    jobs.define({
      name: 'moderation.forget-signals',
      actor: 'system',
      cron: '47 2 * * *',
      run: () => signals.clearOld(),
    });
  }
}
