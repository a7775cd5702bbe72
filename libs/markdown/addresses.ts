/** Longer addresses are no addresses that somebody typed; a definition used a thousand times would multiply them. */
const MAX_ADDRESS_LENGTH = 2048;

const WEB = /^https?:\/\/[^\s/?#\\]/i;
const MAIL = /^mailto:[^\s@]+@[^\s@]+$/i;
/** `//host` and `/\host` leave the site, so the second character counts. */
const ON_SITE = /^\/(?![/\\])/;
/** Browsers drop tabs and line feeds inside an address, which turns harmless looking ones into others. */
const BLANK = /[\s\p{Cc}]/u;

/** Whether a post may link there: http, https, mailto, or a path on this site. */
export function isLinkAddress(address: string): boolean {
  return isAddress(address, WEB, MAIL, ON_SITE);
}

/** Whether a post may show an image from there: http, https, or a path on this site. */
export function isImageAddress(address: string): boolean {
  return isAddress(address, WEB, ON_SITE);
}

function isAddress(address: string, ...forms: RegExp[]): boolean {
  if (address.length > MAX_ADDRESS_LENGTH || BLANK.test(address)) return false;
  return forms.some((form) => form.test(address));
}
