import { Client, PASSWORD } from './client.js';

export type Role = 'MEMBER' | 'SUPERUSER' | 'MODERATOR' | 'STAFF' | 'ADMIN';
export type Vote = 'UP' | 'DOWN' | 'NONE';

/** Something that was posted. */
export interface Posted {
  id: string;
  path: string;
}

export interface LedgerEntry {
  id: string;
  delta: number;
  reason: string;
  pointsBeforeCap: number;
  isReversed: boolean;
  reverses: { id: string } | null;
  post: { id: string } | null;
}

export interface Standing {
  reputation: number;
  latest: LedgerEntry | undefined;
  /** The newest first, up to 100. */
  entries: LedgerEntry[];
}

/** Somebody with an account, and what people do here. */
export class Person extends Client {
  constructor(
    url: string,
    token: string,
    readonly username: string,
    readonly id: string,
  ) {
    super(url, token);
  }

  /** Creates the account. */
  static async join(url: string, username: string): Promise<Person> {
    const input = { username, email: `${username}@example.com`, password: PASSWORD };
    const { token, user } = await new Client(url).act<{ token: string; user: { id: string } }>(
      'register',
      input,
      'token user { id }',
    );
    return new Person(url, token, username, user.id);
  }

  async ask(question: { title?: string; body?: string; tags?: string[] } = {}): Promise<Posted> {
    const input = {
      title: 'How do I descale the boiler?',
      body: 'It has been making a noise like a kettle for a week.',
      tags: ['boiler'],
      ...question,
    };
    return (await this.act<{ question: Posted }>('askQuestion', input, 'question { id path }')).question;
  }

  async answer(questionId: string, body = 'Run a litre of citric acid through it.'): Promise<Posted> {
    const input = { questionId, body };
    return (await this.act<{ answer: Posted }>('postAnswer', input, 'answer { id path }')).answer;
  }

  async comment(postId: string, body = 'Which model is it?'): Promise<string> {
    const input = { postId, body };
    return (await this.act<{ comment: { id: string } }>('addComment', input, 'comment { id }')).comment.id;
  }

  /** Gives the score that the post then has. */
  async vote(postId: string, value: Vote): Promise<number> {
    const input = { postId, value };
    return (await this.act<{ post: { score: number } }>('castVote', input, 'post { score }')).post.score;
  }

  async accept(answerId: string): Promise<void> {
    await this.act('acceptAnswer', { answerId }, '__typename');
  }

  async makeOfficial(questionId: string, answerId: string | null): Promise<void> {
    await this.act('setOfficialAnswer', { questionId, answerId }, '__typename');
  }

  async remove(postId: string): Promise<void> {
    await this.act('deletePost', { postId }, '__typename');
  }

  /** Makes an article of the answer: a draft. */
  async promote(answerId: string, text: { title?: string; body?: string } = {}): Promise<Article> {
    const selection = 'article { id slug path version }';
    return (await this.act<{ article: Article }>('promoteAnswer', { answerId, ...text }, selection)).article;
  }

  async publish(articleId: string): Promise<void> {
    await this.act('publishArticle', { articleId }, '__typename');
  }

  /** What everybody can see of this person's reputation. */
  async standing(): Promise<Standing> {
    const { user } = await new Client(this.url).get<{
      user: { reputation: number; reputationEntries: { nodes: LedgerEntry[] } };
    }>(
      `query ($username: String!) { user(username: $username) { reputation reputationEntries(first: 100) {
         nodes { id delta reason pointsBeforeCap isReversed reverses { id } post { id } } } } }`,
      { username: this.username },
    );
    const entries = user.reputationEntries.nodes;
    return { reputation: user.reputation, latest: entries[0], entries };
  }
}

export interface Article {
  id: string;
  slug: string;
  path: string;
  version: number;
}

/** A site with its first admin, which people join. */
export class Community {
  constructor(
    readonly url: string,
    readonly admin: Person,
  ) {}

  /** The first account of an empty site. */
  static async found(url: string): Promise<Community> {
    return new Community(url, await Person.join(url, 'founder'));
  }

  get guest(): Client {
    return new Client(this.url);
  }

  async join(username: string, role: Role = 'MEMBER'): Promise<Person> {
    const person = await Person.join(this.url, username);
    if (role !== 'MEMBER') await this.admin.act('setRole', { userId: person.id, role }, '__typename');
    return person;
  }

  /** Many who are all alike. */
  joinMany(count: number, name = 'reader'): Promise<Person[]> {
    return Promise.all(Array.from({ length: count }, (_, n) => this.join(`${name}-${n + 1}`)));
  }
}
