import type { SampleCategory, SampleProduct } from './types.js';

export const products: readonly SampleProduct[] = [
  {
    key: 'norrin-valve',
    name: 'Norrin Valve',
    versions: [
      { name: '3.2', released: 420 },
      { name: '3.3', released: 210 },
      { name: '3.4', released: 60 },
      { name: '3.4.1', released: 12 },
    ],
  },
  {
    key: 'norrin-bridge',
    name: 'Norrin Bridge',
    versions: [
      { name: '3.0', released: 600 },
      { name: '3.3', released: 205 },
      { name: '3.4', released: 62 },
    ],
  },
];

export const categories: readonly SampleCategory[] = [
  {
    slug: 'setting-up',
    name: 'Setting up',
    description: 'Fitting, pairing and moving devices.',
  },
  {
    slug: 'everyday-heating',
    name: 'Everyday heating',
    description: 'Schedules, comfort and what a room does when nobody is home.',
  },
  {
    slug: 'batteries',
    name: 'Batteries',
    description: 'Which ones, how long they last, and what it means when they do not.',
    product: 'norrin-valve',
  },
  {
    slug: 'connecting-other-things',
    name: 'Connecting other things',
    description: 'The local API, voice assistants and home automation.',
    product: 'norrin-bridge',
  },
];
