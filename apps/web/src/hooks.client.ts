import type { ClientInit } from '@sveltejs/kit/hooks';
import { noteEarlyTyping } from '#lib/early-typing.ts';

export const init: ClientInit = noteEarlyTyping;
