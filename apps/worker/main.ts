import 'reflect-metadata';
import { keepHeapTight } from '#libs/platform';
import { work } from './work.js';

keepHeapTight();
await work(process.env);
