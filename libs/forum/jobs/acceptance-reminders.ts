import { Inject, Injectable } from '@nestjs/common';
import { Database, DomainEvents, Jobs } from '#libs/platform';
import { AcceptanceReminderDue } from '../domain/events.js';
import { FORUM_RULES } from '../domain/forum-rules.js';
import type { ForumRulesSource } from '../domain/forum-rules.js';

/**
 * Answers that became old enough longer ago than this remind nobody: after an import, or years without reminders, askers
 * would be asked about problems that they have long forgotten.
 */
const CATCH_UP_DAYS = 30;
const AT_ONCE = 500;

/**
 * Questions whose asker could accept: not deleted, nothing accepted, and among the answers of others that are old enough
 * either one with a positive score or two. Takes the days, the days to catch up, and whatever is added.
 */
const DUE = `
  select q.id, q.author_id as asker_id
    from post q join account asker on asker.id = q.author_id and asker.erased_at is null
   where q.kind = 'question' and q.deleted_at is null and not q.has_accepted
     and not exists (select from acceptance_reminder r where r.question_id = q.id)
     and exists (
       select from post a
        where a.question_id = q.id and a.kind = 'answer' and a.deleted_at is null
          and a.author_id is distinct from q.author_id and a.created_at <= now() - make_interval(days => $1)
       having count(*) >= 2 or max(a.score) > 0)`;

/** Reminds askers, once a question, that they could accept an answer; who listens to the event tells them. */
@Injectable()
export class AcceptanceReminders {
  constructor(
    jobs: Jobs,
    private readonly database: Database,
    private readonly events: DomainEvents,
    @Inject(FORUM_RULES) private readonly rules: ForumRulesSource,
  ) {
    jobs.define({
      name: 'forum.remind-askers',
      actor: 'system',
      cron: '17 * * * *',
      run: (_, signal) => this.remind(signal),
    });
  }

  async remind(signal?: AbortSignal): Promise<void> {
    const { reminderAfterDays } = await this.rules.now();
    for (;;) {
      const due = await this.due(reminderAfterDays);
      for (const questionId of due) {
        if (signal?.aborted) return;
        await this.database.transaction(() => this.remindOf(questionId, reminderAfterDays));
      }
      if (due.length < AT_ONCE) return;
    }
  }

  private async due(days: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select due.id from (${DUE}) due
        where due.id in (select question_id from post
                          where kind = 'answer' and deleted_at is null
                            and created_at between now() - make_interval(days => $1 + $2)
                                               and now() - make_interval(days => $1))
        order by due.id limit $3`,
      [days, CATCH_UP_DAYS, AT_ONCE],
    );
    return rows.map(({ id }) => id);
  }

  /** Looks again under the lock of the question. The row is the claim: of two workers, one writes it. */
  private async remindOf(questionId: number, days: number): Promise<void> {
    await this.database.query(`select 1 from post where id = $1 for no key update`, [questionId]);
    const claimed = await this.database.one<{ askerId: number }>(
      `insert into acceptance_reminder (question_id, asker_id)
       select id, asker_id from (${DUE} and q.id = $2) due
       on conflict (question_id) do nothing returning asker_id as "askerId"`,
      [days, questionId],
    );
    if (claimed) await this.events.publish(new AcceptanceReminderDue(questionId, claimed.askerId));
  }
}
