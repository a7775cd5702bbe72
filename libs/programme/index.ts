export { ProgrammeModule, programmeResolvers } from './programme.module.js';
