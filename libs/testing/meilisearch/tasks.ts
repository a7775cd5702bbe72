import { checkParameters, countParameter, listParameter } from './checks.js';
import { MeilisearchRefusal, type ErrorView } from './errors.js';

export type TaskStatus = 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled';

export interface TaskView {
  uid: number;
  batchUid: number | null;
  indexUid: string | null;
  status: TaskStatus;
  type: string;
  canceledBy: number | null;
  details: Record<string, unknown> | null;
  error: ErrorView | null;
  duration: string | null;
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  customMetadata?: string;
}

interface Task {
  view: TaskView;
  /** Does the work and returns what it adds to the details. */
  work: () => Record<string, unknown>;
}

const DATE_FILTERS = ['EnqueuedAt', 'StartedAt', 'FinishedAt'] as const;
const SELECTION = [
  'uids',
  'batchUids',
  'canceledBy',
  'types',
  'statuses',
  'indexUids',
  ...DATE_FILTERS.flatMap((name) => [`before${name}`, `after${name}`]),
];
const STATUSES = ['enqueued', 'processing', 'succeeded', 'failed', 'canceled'];
const TYPES = [
  'documentAdditionOrUpdate',
  'documentEdition',
  'documentDeletion',
  'settingsUpdate',
  'indexCreation',
  'indexDeletion',
  'indexUpdate',
  'indexSwap',
  'taskCancelation',
  'taskDeletion',
  'dumpCreation',
  'snapshotCreation',
];

/** First in, first out, one at a time, some moments later; cancelling and pruning overtake the rest. */
export class TaskQueue {
  private readonly tasks: Task[] = [];
  private timer: NodeJS.Timeout | undefined;
  private nextUid = 0;
  private stopped = false;

  /** A task for which this returns a text fails with it. */
  failing: (task: TaskView) => MeilisearchRefusal | undefined = () => undefined;
  /** While true nothing is taken from the queue: everything stays `enqueued`. */
  paused = false;

  constructor(private readonly delayMs: number) {}

  add(
    type: string,
    indexUid: string | null,
    details: Record<string, unknown> | null,
    work: () => Record<string, unknown>,
    customMetadata?: string | null,
  ) {
    const view: TaskView = {
      uid: this.nextUid,
      batchUid: null,
      indexUid,
      status: 'enqueued',
      type,
      canceledBy: null,
      details,
      error: null,
      duration: null,
      enqueuedAt: new Date().toISOString(),
      startedAt: null,
      finishedAt: null,
      ...(customMetadata == null ? {} : { customMetadata }),
    };
    this.nextUid += 1;
    this.tasks.push({ view, work });
    this.schedule();
    const { uid: taskUid, status, enqueuedAt } = view;
    return {
      taskUid,
      indexUid,
      status,
      type,
      enqueuedAt,
      ...(customMetadata == null ? {} : { customMetadata }),
    };
  }

  get(uid: number, visible: (indexUid: string | null) => boolean): TaskView {
    const task = this.tasks.find(({ view }) => view.uid === uid && visible(view.indexUid));
    if (!task) throw new MeilisearchRefusal('task_not_found', `Task \`${uid}\` not found.`);
    return task.view;
  }

  list(given: URLSearchParams, visible: (indexUid: string | null) => boolean) {
    checkParameters(given, ['limit', 'from', 'reverse', ...SELECTION]);
    const limit = countParameter(given, 'limit', 20, 'invalid_task_limit');
    const from = countParameter(given, 'from', Infinity, 'invalid_task_from');
    const reverse = given.get('reverse') === 'true';
    const selected = this.select(given).filter(({ indexUid }) => visible(indexUid));
    const ordered = reverse ? selected : selected.reverse();
    const start =
      from === Infinity ? 0 : ordered.findIndex(({ uid }) => (reverse ? uid >= from : uid <= from));
    const rest = start === -1 ? [] : ordered.slice(start);
    return {
      results: rest.slice(0, limit),
      total: selected.length,
      limit,
      from: rest[0]?.uid ?? null,
      next: rest[limit]?.uid ?? null,
    };
  }

  cancel(given: URLSearchParams) {
    const uids = this.selectForChange(given, 'cancel');
    const originalFilter = `?${given.toString()}`;
    const details = { matchedTasks: uids.size, canceledTasks: null, originalFilter };
    const canceling = this.add('taskCancelation', null, details, () => {
      const open = this.tasks.filter(({ view }) => uids.has(view.uid) && view.status === 'enqueued');
      for (const { view } of open) {
        finish(view, 'canceled');
        view.canceledBy = canceling.taskUid;
      }
      return { canceledTasks: open.length };
    });
    return canceling;
  }

  /** Only finished tasks can be deleted. */
  prune(given: URLSearchParams) {
    const uids = this.selectForChange(given, 'delete');
    const originalFilter = `?${given.toString()}`;
    const details = { matchedTasks: uids.size, deletedTasks: null, originalFilter };
    return this.add('taskDeletion', null, details, () => {
      const before = this.tasks.length;
      const kept = this.tasks.filter(({ view }) => !uids.has(view.uid) || !isFinished(view));
      this.tasks.splice(0, before, ...kept);
      return { deletedTasks: before - kept.length };
    });
  }

  /** After a swap the history of each index goes by its new name. */
  renameIndexes(names: ReadonlyMap<string, string>): void {
    for (const { view } of this.tasks) {
      if (view.indexUid !== null && isFinished(view))
        view.indexUid = names.get(view.indexUid) ?? view.indexUid;
    }
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  resume(): void {
    this.paused = false;
    this.schedule();
  }

  private schedule(): void {
    if (this.stopped || this.paused || this.timer !== undefined) return;
    if (!this.tasks.some(({ view }) => view.status === 'enqueued')) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.processNext();
      this.schedule();
    }, this.delayMs);
  }

  private processNext(): void {
    const open = this.tasks.filter(({ view }) => view.status === 'enqueued');
    const urgent = ['taskCancelation', 'taskDeletion']
      .map((type) => open.find(({ view }) => view.type === type))
      .find((task) => task !== undefined);
    const task = urgent ?? open[0];
    if (!task || this.paused) return;
    const { view } = task;
    view.status = 'processing';
    view.batchUid = view.uid;
    view.startedAt = new Date().toISOString();
    try {
      const planned = this.failing(view);
      if (planned !== undefined) throw planned;
      view.details = { ...view.details, ...task.work() };
      finish(view, 'succeeded');
    } catch (error) {
      if (!(error instanceof MeilisearchRefusal)) throw error;
      view.error = error.view;
      finish(view, 'failed');
    }
  }

  private selectForChange(given: URLSearchParams, act: string): Set<number> {
    checkParameters(given, SELECTION);
    if (given.size === 0) {
      const names = SELECTION.map((name) => `\`${name}\``).join(', ');
      throw new MeilisearchRefusal(
        'missing_task_filters',
        `Query parameters to filter the tasks to ${act} are missing. Available query parameters are: ${names}.`,
      );
    }
    return new Set(this.select(given).map(({ uid }) => uid));
  }

  private select(given: URLSearchParams): TaskView[] {
    const uids = numbers(given, 'uids', 'invalid_task_uids');
    const canceledBy = numbers(given, 'canceledBy', 'invalid_task_canceled_by');
    const statuses = known(given, 'statuses', STATUSES, 'invalid_task_statuses');
    const types = known(given, 'types', TYPES, 'invalid_task_types');
    const indexUids = listParameter(given, 'indexUids');
    return this.tasks
      .map(({ view }) => view)
      .filter((view) => !uids || uids.includes(view.uid))
      .filter((view) => !canceledBy || (view.canceledBy !== null && canceledBy.includes(view.canceledBy)))
      .filter((view) => !statuses || statuses.includes(view.status))
      .filter((view) => !types || types.includes(view.type))
      .filter((view) => !indexUids || (view.indexUid !== null && indexUids.includes(view.indexUid)))
      .filter((view) => within(view, given));
  }
}

function isFinished(view: TaskView): boolean {
  return view.status !== 'enqueued' && view.status !== 'processing';
}

function finish(view: TaskView, status: TaskStatus): void {
  view.status = status;
  view.finishedAt = new Date().toISOString();
  view.duration = 'PT0.001S';
}

function numbers(given: URLSearchParams, name: string, code: string): number[] | undefined {
  return listParameter(given, name)?.map((text) => {
    if (/^\d+$/.test(text)) return Number(text);
    throw new MeilisearchRefusal(
      code,
      `Invalid value in parameter \`${name}\`: could not parse \`${text}\` as a positive integer`,
    );
  });
}

function known(given: URLSearchParams, name: string, all: string[], code: string): string[] | undefined {
  const asked = listParameter(given, name);
  const stranger = asked?.find((entry) => !all.includes(entry));
  if (stranger === undefined) return asked;
  throw new MeilisearchRefusal(
    code,
    `Invalid value in parameter \`${name}\`: \`${stranger}\` is not a valid value. Available values are ${all.join(', ')}.`,
  );
}

function within(view: TaskView, given: URLSearchParams): boolean {
  return DATE_FILTERS.every((name) => {
    const moment = { EnqueuedAt: view.enqueuedAt, StartedAt: view.startedAt, FinishedAt: view.finishedAt }[
      name
    ];
    const before = given.get(`before${name}`);
    const after = given.get(`after${name}`);
    if (before !== null && (moment === null || Date.parse(moment) >= Date.parse(before))) return false;
    return after === null || (moment !== null && Date.parse(moment) > Date.parse(after));
  });
}
