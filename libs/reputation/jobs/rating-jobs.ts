import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { RatingPublication } from '../application/rating-publication.js';

/** Daily, so that the hour at which somebody rated tells nothing. */
@Injectable()
export class RatingJobs {
  constructor(jobs: Jobs, publication: RatingPublication) {
    jobs.define({
      name: 'reputation.publish-ratings',
      actor: 'system',
      cron: '17 5 * * *',
      run: (_, signal) => publication.publish(signal),
    });
  }
}
