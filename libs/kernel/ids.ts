import { NotFoundError } from './errors.js';

/** What has a global id, and the letter its ids start with. Clients treat the whole id as opaque. */
const PREFIXES = {
  account: 'u',
  question: 'q',
  answer: 'a',
  comment: 'c',
  tag: 't',
  article: 'k',
  reputationEntry: 'r',
  revision: 'v',
  articleVersion: 'w',
  mail: 'm',
  auditRecord: 'd',
  product: 'p',
  productVersion: 'o',
  category: 'g',
  articleRemark: 'f',
  knowledgeGap: 'n',
  notice: 'i',
  bounty: 'b',
  helperRating: 'h',
  flag: 'j',
  sanction: 's',
  fraudCase: 'z',
  vote: 'y',
  badge: 'e',
} as const;

export type NodeKind = keyof typeof PREFIXES;

const KINDS = new Map(Object.entries(PREFIXES).map(([kind, prefix]) => [prefix as string, kind as NodeKind]));
const GLOBAL_ID = /^([a-z])_([1-9]\d{0,14})$/;

/** The global id of a row: `globalId('question', 12)` is `q_12`. */
export function globalId(kind: NodeKind, id: number): string {
  return `${PREFIXES[kind]}_${id}`;
}

/** The kind and row number behind a global id, or null if it is not one of ours. */
export function parseGlobalId(id: string): { kind: NodeKind; id: number } | null {
  const [, prefix, number] = GLOBAL_ID.exec(id) ?? [];
  const kind = KINDS.get(prefix ?? '');
  return kind ? { kind, id: Number(number) } : null;
}

/**
 * The row number behind the id of a thing that is to be acted on. Ids are opaque: to a client, one that we never gave
 * out is the id of something that is not there.
 * @throws NotFoundError unless it is of one of the given kinds
 */
export function requireId(id: string, kinds: NodeKind | readonly NodeKind[]): number {
  const parsed = parseGlobalId(id);
  const wanted = typeof kinds === 'string' ? [kinds] : kinds;
  if (!parsed || !wanted.includes(parsed.kind))
    throw new NotFoundError(`This ${wanted.map(nameOf).join(' or ')}`);
  return parsed.id;
}

/** Like `requireId`, for queries that answer null to an id that leads nowhere. */
export function idOrNull(id: string, kind: NodeKind): number | null {
  const parsed = parseGlobalId(id);
  return parsed?.kind === kind ? parsed.id : null;
}

function nameOf(kind: NodeKind): string {
  return kind === 'account' ? 'person' : kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
