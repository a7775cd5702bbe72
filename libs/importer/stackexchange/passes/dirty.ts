import type { ImportRun } from './run.js';

export async function markQuestionsDirty(_run: ImportRun, _ids: number[]): Promise<void> {}
