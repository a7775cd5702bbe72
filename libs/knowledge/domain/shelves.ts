/** More categories than this would say nothing about an article. */
export const CATEGORIES_AT_MOST = 5;

/** How many related articles a reader is offered. */
export const RELATED_AT_MOST = 5;
