import { randomUUID } from 'node:crypto';
import { aString, listOf, objectOf, orNull } from './checks.js';
import { MeilisearchRefusal } from './errors.js';

export interface ApiKey {
  uid: string;
  key: string;
  name: string | null;
  description: string | null;
  actions: string[];
  indexes: string[];
  expiresAt: string | null;
  createdAt: string;
  updatedAt: string;
}

const aKey = objectOf(
  {
    name: { check: orNull(aString), code: 'invalid_api_key_name' },
    description: { check: orNull(aString), code: 'invalid_api_key_description' },
    uid: { check: orNull(aString), code: 'invalid_api_key_uid' },
    actions: { check: listOf(aString), code: 'invalid_api_key_actions' },
    indexes: { check: listOf(aString), code: 'invalid_api_key_indexes' },
    expiresAt: { check: orNull(aString), code: 'invalid_api_key_expires_at' },
  },
  ['actions', 'indexes', 'expiresAt'],
);

/** The master key, which may everything, and the limited keys made with it. */
export class Keys {
  private readonly keys: ApiKey[] = [];

  constructor(readonly master: string) {}

  create(body: unknown): ApiKey {
    aKey(body, '', 'bad_request');
    const given = body as Pick<ApiKey, 'actions' | 'indexes' | 'expiresAt'> & Partial<ApiKey>;
    const now = new Date().toISOString();
    const key: ApiKey = {
      name: null,
      description: null,
      ...given,
      uid: given.uid ?? randomUUID(),
      key: randomUUID().replaceAll('-', '').repeat(2),
      createdAt: now,
      updatedAt: now,
    };
    this.keys.push(key);
    return key;
  }

  list(): ApiKey[] {
    return [...this.keys].reverse();
  }

  /** 401 without a key, 403 with one that is wrong, expired, or not for this action or index. */
  authorise(header: string | undefined, action: string, indexUid: string | undefined): ApiKey | 'master' {
    const token = /^Bearer (.+)$/.exec(header ?? '')?.[1];
    if (token === undefined) {
      throw new MeilisearchRefusal(
        'missing_authorization_header',
        'The Authorization header is missing. It must use the bearer authorization method.',
      );
    }
    if (token === this.master) return 'master';
    const key = this.keys.find((candidate) => candidate.key === token);
    const alive = key !== undefined && (key.expiresAt === null || Date.parse(key.expiresAt) > Date.now());
    if (key && alive && mayDo(key, action) && (indexUid === undefined || maySee(key, indexUid))) return key;
    throw new MeilisearchRefusal('invalid_api_key', 'The provided API key is invalid.');
  }
}

export function mayDo(key: ApiKey | 'master', action: string): boolean {
  if (key === 'master') return true;
  const [group = ''] = action.split('.');
  return ['*', action, `${group}.*`].some((allowed) => key.actions.includes(allowed));
}

export function maySee(key: ApiKey | 'master', indexUid: string): boolean {
  if (key === 'master') return true;
  return key.indexes.some((name) =>
    name.endsWith('*') ? indexUid.startsWith(name.slice(0, -1)) : name === indexUid,
  );
}

/** A task of no index (a swap, a pruning) is invisible to a key that is limited to some indexes. */
export function maySeeTask(key: ApiKey | 'master', indexUid: string | null): boolean {
  if (indexUid !== null) return maySee(key, indexUid);
  return key === 'master' || key.indexes.includes('*');
}
