export * from './cursors.js';
export * from './errors.js';
export * from './ids.js';
export * from './roles.js';
export * from './policy.js';
export * from './typos.js';
export * from './viewer.js';
