export { Sample } from './sample.js';
export type { SampleReport } from './sample.js';
export { SampleModule } from './sample.module.js';
