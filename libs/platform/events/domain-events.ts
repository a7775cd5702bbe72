import { Injectable } from '@nestjs/common';

type EventClass<Event> = abstract new (...args: never[]) => Event;
/** What a promise of it holds is of no matter: only that it is kept. */
type Handler<Event> = (event: Event) => void | Promise<unknown>;

/**
 * How a domain lets those above it react without knowing them. Handlers run at once, one after the other, inside
 * the publisher's transaction: what they do commits or fails together with the cause. Anything slower belongs in
 * a job that the handler adds.
 */
@Injectable()
export class DomainEvents {
  private readonly handlers = new Map<unknown, Handler<never>[]>();

  on<Event>(event: EventClass<Event>, handler: Handler<Event>): void {
    const known = this.handlers.get(event) ?? [];
    this.handlers.set(event, [...known, handler]);
  }

  /** Like `on`, but ahead of all that `on` added: for handlers that may refuse, or lock what is locked first. */
  before<Event>(event: EventClass<Event>, handler: Handler<Event>): void {
    const known = this.handlers.get(event) ?? [];
    this.handlers.set(event, [handler, ...known]);
  }

  async publish(event: object): Promise<void> {
    for (const handler of this.handlers.get(event.constructor) ?? []) await handler(event as never);
  }
}
