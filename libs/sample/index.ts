export { Sample } from './sample.js';
export { SampleModule } from './sample.module.js';
