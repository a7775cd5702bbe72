export { RecognitionModule, recognitionResolvers } from './recognition.module.js';
