import 'reflect-metadata';
import { work } from './work.js';

await work(process.env);
