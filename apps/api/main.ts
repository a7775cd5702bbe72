import 'reflect-metadata';
import { keepHeapTight } from '#libs/platform';
import { serve } from './serve.js';

keepHeapTight();
await serve(process.env);
