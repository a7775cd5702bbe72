/** HTTP status of each error code that the stand-in knows; anything else is a 400. */
const STATUS: Record<string, number> = {
  missing_authorization_header: 401,
  invalid_api_key: 403,
  api_key_not_found: 404,
  document_not_found: 404,
  index_not_found: 404,
  task_not_found: 404,
  index_already_exists: 409,
  payload_too_large: 413,
  no_space_left_on_device: 422,
  missing_content_type: 415,
  invalid_content_type: 415,
  internal: 500,
};

/** What goes wrong with the machine, not with a request. */
const SYSTEM_CODES = new Set(['no_space_left_on_device', 'io_error', 'too_many_open_files']);
const AUTH_CODES = new Set(['missing_authorization_header', 'invalid_api_key']);

/** How the server words a refusal, in answers and inside failed tasks alike. */
export interface ErrorView {
  message: string;
  code: string;
  type: 'invalid_request' | 'internal' | 'auth' | 'system';
  link: string;
}

/** A refusal with the code that clients switch on. */
export class MeilisearchRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.code] ?? 400;
  }

  get view(): ErrorView {
    return {
      message: this.message,
      code: this.code,
      type: typeOf(this.code),
      link: `https://docs.meilisearch.com/errors#${this.code}`,
    };
  }
}

function typeOf(code: string): ErrorView['type'] {
  if (AUTH_CODES.has(code)) return 'auth';
  if (SYSTEM_CODES.has(code)) return 'system';
  return code === 'internal' ? 'internal' : 'invalid_request';
}

export function indexNotFound(uid: string): MeilisearchRefusal {
  return new MeilisearchRefusal('index_not_found', `Index \`${uid}\` not found.`);
}
