export interface GraphqlFailure {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; fields?: { path: string; message: string }[]; [key: string]: unknown };
}

export interface Answer<Data> {
  status: number;
  data: Data;
  errors?: GraphqlFailure[];
  extensions?: { cost?: { depth: number; nodes: number } };
}

/** Mutations whose input type has another name than they. */
const INPUT_TYPES: Record<string, string> = {
  unacceptAnswer: 'AcceptAnswerInput',
  unacceptOnBehalf: 'AcceptOnBehalfInput',
  unmarkAlsoSolved: 'MarkAlsoSolvedInput',
  archiveArticle: 'PublishArticleInput',
  restoreComment: 'DeleteCommentInput',
  releaseCandidate: 'CandidateInput',
  reopenCandidate: 'CandidateInput',
  withdrawSuperuserInvitation: 'SuperuserPersonInput',
  offerSuperuserRenewal: 'SuperuserPersonInput',
  requestReview: 'ArticleInput',
  cancelScheduledPublication: 'ArticleInput',
  removeArticleSource: 'ArticleSourceInput',
};

/** A client as an outside developer would write one: GraphQL over HTTP and a token. */
export class Client {
  constructor(
    readonly url: string,
    readonly token: string | null = null,
  ) {}

  async send<Data = Record<string, never>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<Data>, 'status'>) };
  }

  /** For what must work. @throws with the errors that came back */
  async get<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.send<Data>(query, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** The code of the failure that is expected, or OK. */
  async code(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const { errors } = await this.send(query, variables);
    return errors?.[0]?.extensions.code ?? 'OK';
  }

  /** A mutation that must work; gives the `selection` of its payload. @throws with the errors that came back */
  async act<Payload>(mutation: string, input: object, selection: string): Promise<Payload> {
    const answer = await this.get<Record<string, Payload>>(document(mutation, selection), { input });
    const payload = answer[mutation];
    if (!payload) throw new Error(`${mutation} gave nothing`);
    return payload;
  }

  /** Why a mutation was refused: `extensions` of the failure; its code is OK where nothing was refused. */
  async refusal(mutation: string, input: object): Promise<GraphqlFailure['extensions']> {
    const { errors } = await this.send(document(mutation, '__typename'), { input });
    return errors?.[0]?.extensions ?? { code: 'OK' };
  }

  /** The same server as somebody new. */
  async register(username: string): Promise<Client> {
    const input = { username, email: `${username}@example.com`, password: PASSWORD };
    const { token } = await new Client(this.url).act<{ token: string }>('register', input, 'token');
    return new Client(this.url, token);
  }
}

/** Of everybody in these stories. */
export const PASSWORD = 'a long enough password';

function document(mutation: string, selection: string): string {
  const type = INPUT_TYPES[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`;
}
