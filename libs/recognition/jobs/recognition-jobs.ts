import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DomainEvents, Jobs } from '#libs/platform';
import { RulesChanged } from '#libs/reputation';
import { BadgeAwarding } from '../application/badge-awarding.js';
import { Recognition } from '../application/recognition.js';
import { Spotlight } from '../application/spotlight.js';
import { StandingKeeping } from '../application/standing-keeping.js';
import { ExpertiseStore } from '../persistence/expertise.store.js';

/** What people did is looked at every minute, everybody every night, and who knows about what every hour. */
@Injectable()
export class RecognitionJobs implements OnApplicationBootstrap {
  constructor(
    jobs: Jobs,
    events: DomainEvents,
    recognition: Recognition,
    standing: StandingKeeping,
    expertise: ExpertiseStore,
    spotlight: Spotlight,
    private readonly badges: BadgeAwarding,
  ) {
    jobs.define({
      name: 'recognition.look',
      actor: 'system',
      cron: '* * * * *',
      run: (_, signal) => recognition.look(signal),
    });
    jobs.define({
      name: 'recognition.sweep',
      actor: 'system',
      cron: '47 3 * * *',
      run: (_, signal) => recognition.sweep(signal),
    });
    const ranks = jobs.define({
      name: 'recognition.ranks',
      actor: 'system',
      run: (_, signal) => standing.refreshAll(signal),
    });
    const refresh = jobs.define({
      name: 'recognition.expertise',
      actor: 'system',
      cron: '17 * * * *',
      run: async () => {
        await expertise.refresh();
        await spotlight.choose();
      },
    });
    jobs.define({
      name: 'recognition.spotlight',
      actor: 'system',
      cron: '*/5 * * * *',
      run: () => spotlight.choose(),
    });
    // The ladder, or how expertise fades, may be another one.
    events.on(RulesChanged, async () => {
      await ranks.add({});
      await refresh.add({});
    });
  }

  /** Whichever version of the software starts last has the last word on the badges that come with it. */
  onApplicationBootstrap(): Promise<void> {
    return this.badges.synchronise();
  }
}
