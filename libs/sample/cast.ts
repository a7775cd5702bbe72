import { skeleton } from '#libs/accounts';
import type { Role } from '#libs/kernel';
import { renderMarkdown } from '#libs/markdown';
import type { Database } from '#libs/platform';
import type { SamplePerson } from './content/types.js';
import type { Timeline } from './timeline.js';

export interface CastMember {
  readonly id: number;
  readonly role: Role;
  readonly joinedAt: Date;
}

/** The people of the sample, by the name that its texts know them by. */
export class Cast {
  private constructor(private readonly members: ReadonlyMap<string, CastMember>) {}

  /** Writes them. They have neither password nor address, so nobody can log in as one of them. */
  static async write(database: Database, timeline: Timeline, people: readonly SamplePerson[]): Promise<Cast> {
    const members = new Map<string, CastMember>();
    for (const person of people) {
      const { displayName, role = 'MEMBER', about = '' } = person;
      const joinedAt = timeline.daysAgo(person.joined);
      const username = await freeUsername(database, person.username);
      const row = await database.one<{ id: number }>(
        `insert into account (username, username_skeleton, display_name, role, about, about_html, created_at)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [username, skeleton(username), displayName, role, about, renderMarkdown(about).html, joinedAt],
      );
      if (!row) throw new Error(`${username} was not written`);
      members.set(person.username, { id: row.id, role, joinedAt });
    }
    return new Cast(members);
  }

  of(username: string): CastMember {
    const member = this.members.get(username);
    if (!member) throw new Error(`the sample has nobody called ${username}`);
    return member;
  }

  get everybody(): CastMember[] {
    return [...this.members.values()];
  }
}

/** Somebody who was here before keeps their name. */
async function freeUsername(database: Database, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const username = n === 1 ? wanted : `${wanted}-${n}`;
    const taken = await database.one(`select 1 from account where username = $1 or username_skeleton = $2`, [
      username,
      skeleton(username),
    ]);
    if (!taken) return username;
  }
}
