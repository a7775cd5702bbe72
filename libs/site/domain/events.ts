/** The site has its first account and its name; published inside the transaction that makes it so. */
export class SiteFounded {
  constructor(
    readonly founderId: number,
    /** Whether the founder asked for a sample community to try things with. */
    readonly withSample: boolean,
  ) {}
}
