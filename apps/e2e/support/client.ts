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

  /** The same server as somebody new. */
  async register(username: string): Promise<Client> {
    const { register } = await new Client(this.url).get<{ register: { token: string } }>(
      `mutation ($input: RegisterInput!) { register(input: $input) { token } }`,
      { input: { username, email: `${username}@example.com`, password: 'a long enough password' } },
    );
    return new Client(this.url, register.token);
  }
}
