import type { Translator } from './i18n.ts';
import type { AuditRecord } from './model.ts';

/** What the page has words for. A newer server may record more acts; those show their name. */
const acts = [
  'account.role-changed',
  'account.erased',
  'account.rating-voided',
  'account.rating-restored',
  'account.superuser-nominated',
  'account.superuser-invited',
  'account.superuser-invitation-withdrawn',
  'account.superuser-invitation-declined',
  'account.superuser-invitation-expired',
  'account.superuser-term-began',
  'account.superuser-term-renewed',
  'account.superuser-term-ended',
  'account.superuser-renewal-offered',
  'account.superuser-stepped-down',
  'question.deleted',
  'question.restored',
  'question.edited',
  'answer.deleted',
  'answer.restored',
  'answer.edited',
  'answer.made-official',
  'answer.official-mark-withdrawn',
  'answer.accepted-on-behalf',
  'answer.acceptance-withdrawn-on-behalf',
  'answer.superseded',
  'answer.supersession-withdrawn',
  'comment.deleted',
  'comment.restored',
  'article.drafted',
  'article.written',
  'article.edited',
  'article.published',
  'article.archived',
  'answer.candidate-declined',
  'answer.candidate-reopened',
  'article.review-requested',
  'article.approved',
  'article.changes-requested',
  'article.scheduled',
  'article.schedule-cancelled',
  'article.address-changed',
  'article.source-added',
  'article.source-removed',
  'article.sources-confirmed',
  'site.faq-rules-changed',
  'article.translated',
  'article.translation-confirmed',
  'article.categorised',
  'article.confirmed',
  'article.marked-stale',
  'article.care-changed',
  'article.remark-resolved',
  'article.remark-reopened',
  'answer.confirmed-for-version',
  'site.stale-rules-changed',
  'site.reputation-rules-changed',
  'site.reputation-recomputation-asked',
  'site.badge-created',
  'site.badge-edited',
  'site.badge-retired',
  'site.badge-brought-back',
  'site.updated',
  'question.applicability-changed',
  'answer.applicability-changed',
  'site.product-created',
  'site.product-updated',
  'site.product-archived',
  'site.product-restored',
  'site.product-version-created',
  'site.product-version-updated',
  'site.category-created',
  'site.category-updated',
  'site.category-archived',
  'site.category-restored',
  'site.search-rules-saved',
  'site.search-rules-restored',
  'site.gap-taken',
  'site.gap-begun',
  'site.gap-reopened',
  'site.gap-answered',
  'site.gap-dismissed',
  'account.sanctioned',
  'account.sanction-lifted',
  'question.flags-helpful',
  'question.flags-declined',
  'answer.flags-helpful',
  'answer.flags-declined',
  'fraud_case.invalidation-proposed',
  'fraud_case.invalidated',
  'fraud_case.dismissed',
  'fraud_case.undoing-proposed',
  'fraud_case.undone',
  'site.fraud-thresholds-changed',
] as const;

const roles = {
  MEMBER: 'role.member',
  SUPERUSER: 'role.superuser',
  MODERATOR: 'role.moderator',
  STAFF: 'role.staff',
  ADMIN: 'role.admin',
} as const;

const siteFields = {
  name: 'setup.siteName',
  tagline: 'admin.tagline',
  locale: 'admin.locale',
  houseRules: 'nav.houseRules',
  holdoutPercent: 'deflection.holdout',
  retentionDays: 'deflection.retention',
} as const;

const statuses = {
  DRAFT: 'article.status.DRAFT',
  PUBLISHED: 'article.status.PUBLISHED',
  STALE: 'article.status.STALE',
  ARCHIVED: 'article.status.ARCHIVED',
} as const;

const kinds = {
  ACCOUNT: 'record.kind.ACCOUNT',
  QUESTION: 'record.kind.QUESTION',
  ANSWER: 'record.kind.ANSWER',
  COMMENT: 'record.kind.COMMENT',
  ARTICLE: 'record.kind.ARTICLE',
  FRAUD_CASE: 'record.kind.FRAUD_CASE',
} as const;

/** One thing that is worth knowing about an act; with `from`, a change. */
export interface RecordDetail {
  /** Empty where the act already says what changed. */
  name: string;
  from?: string;
  to: string;
}

export function actKey(action: string): `record.${(typeof acts)[number]}` | undefined {
  const act = acts.find((known) => known === action);
  return act && `record.${act}`;
}

/**
 * What an act was done to, as far as its address tells: the words at its end, which are made of the title, or the
 * name of a person. Null where it has no address.
 */
export function subjectOf(
  { subjectKind, subjectPath }: Pick<AuditRecord, 'subjectKind' | 'subjectPath'>,
  { t }: Pick<Translator, 't'>,
): { kind: string; name: string } | null {
  if (subjectPath === null) return null;
  const [address = ''] = subjectPath.split('#');
  const last = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1));
  return {
    kind: isKeyOf(kinds, subjectKind) ? t(kinds[subjectKind]) : subjectKind,
    name: subjectKind === 'ACCOUNT' ? `@${last}` : last.replaceAll('-', ' '),
  };
}

/** The details of an act in words; of an act without words of its own, everything that was recorded. */
export function detailsOf(
  { action, details: json }: Pick<AuditRecord, 'action' | 'details'>,
  { t }: Pick<Translator, 't'>,
): RecordDetail[] {
  const details = JSON.parse(json) as Record<string, unknown>;
  if (!actKey(action)) {
    return Object.entries(details).map(([name, value]) => ({ name, to: plain(value) }));
  }
  if (action === 'account.role-changed') {
    const roleName = (role: unknown) => (isKeyOf(roles, role) ? t(roles[role]) : plain(role));
    return [{ name: '', from: roleName(details.from), to: roleName(details.to) }];
  }
  if (action === 'site.updated') {
    return Object.entries(details).map(([field, change]) => {
      const { from, to } = change as { from: unknown; to: unknown };
      return {
        name: isKeyOf(siteFields, field) ? t(siteFields[field]) : field,
        from: plain(from),
        to: plain(to),
      };
    });
  }

  const { reason, name, rating, answersHidden, version = details.revision, was } = details;
  return [
    ...(typeof name === 'string' ? [{ name: '', to: name }] : []),
    ...(typeof rating === 'string' ? [{ name: t('record.rating'), to: rating }] : []),
    ...(typeof version === 'number' ? [{ name: t('record.version'), to: plain(version) }] : []),
    ...(isKeyOf(statuses, was) ? [{ name: t('record.before'), to: t(statuses[was]) }] : []),
    ...(typeof reason === 'string' && reason ? [{ name: t('record.reason'), to: reason }] : []),
    ...(typeof answersHidden === 'number' && answersHidden > 0
      ? [{ name: t('record.alongWith'), to: t('question.answers', { n: answersHidden }) }]
      : []),
  ];
}

function isKeyOf<Names extends object>(names: Names, value: unknown): value is keyof Names {
  return typeof value === 'string' && Object.hasOwn(names, value);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
