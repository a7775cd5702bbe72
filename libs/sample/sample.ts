import { Injectable } from '@nestjs/common';
import { Composing, PostStore, TagStore } from '#libs/forum';
import { Database, DomainEvents, Jobs } from '#libs/platform';
import { Ledger } from '#libs/reputation';
import { SiteFounded } from '#libs/site';
import { writeAnswerStates } from './answer-states.js';
import { writeArticles } from './articles.js';
import { writeBounty } from './bounties.js';
import { Cast } from './cast.js';
import { SampleCatalogue } from './catalogue.js';
import { categories, people, products, questions } from './content/index.js';
import { PostWriter } from './posts.js';
import { awardsForMarks, writeRatings, writeVotes } from './reactions.js';
import { Timeline } from './timeline.js';

/** What was written. */
export interface SampleReport {
  people: number;
  questions: number;
  answers: number;
  articles: number;
}

/** A small lively community to try things with: the customers of a company that does not exist. */
@Injectable()
export class Sample {
  constructor(
    private readonly database: Database,
    private readonly composing: Composing,
    private readonly posts: PostStore,
    private readonly tags: TagStore,
    private readonly ledger: Ledger,
    events: DomainEvents,
    jobs: Jobs,
  ) {
    const loading = jobs.define({
      name: 'sample.load',
      actor: 'system',
      run: async () => void (await this.load()),
    });
    events.on(SiteFounded, ({ withSample }) => (withSample ? loading.add({}) : undefined));
  }

  /** Loads the sample and says what it held; null if it had been loaded before. All of it is there at once, or nothing. */
  load(): Promise<SampleReport | null> {
    return this.database.transaction(async () => {
      // Also keeps a second one waiting until the first has committed.
      const isFirst = await this.database.one(
        `insert into site_setting (key, value) values ('sample', '{}') on conflict do nothing returning 1`,
      );
      return isFirst ? this.write() : null;
    });
  }

  private async write(): Promise<SampleReport> {
    const { database, composing, tags } = this;
    const timeline = new Timeline(new Date());
    const cast = await Cast.write(database, timeline, people);
    const catalogue = await SampleCatalogue.write(database, timeline, products, categories);
    const writer = new PostWriter({ database, composing, tags, cast, timeline, catalogue });
    const written = await writer.write(questions);
    const { answers } = written;
    const forVotes = await writeVotes(database, cast, timeline, [...written.questions, ...answers]);
    await writeRatings(database, timeline, answers);
    const forStates = await writeAnswerStates(database, cast, timeline, answers);
    const forArticles = await writeArticles(database, composing, cast, timeline, answers);
    for (const question of written.questions) await this.posts.recountAnswers(question.id);

    const awards = [...forVotes, ...awardsForMarks(answers), ...forStates, ...forArticles];
    // In the order in which it was earned, which is how a profile lists it.
    await this.ledger.award(awards.sort((a, b) => Number(a.earnedAt) - Number(b.earnedAt)));
    await writeBounty(database, this.ledger);
    return {
      people: people.length,
      questions: written.questions.length,
      answers: answers.length,
      articles: answers.filter(({ answer }) => answer.article).length,
    };
  }
}
