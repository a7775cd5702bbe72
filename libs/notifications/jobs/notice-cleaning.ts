import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { Notices } from '../application/notices.js';

/** Every night: forgets old notices. */
@Injectable()
export class NoticeCleaning {
  constructor(jobs: Jobs, notices: Notices) {
    jobs.define({
      name: 'notices.forget',
      actor: 'system',
      cron: '37 3 * * *',
      run: (_, signal) => notices.clearOld(signal),
    });
  }
}
