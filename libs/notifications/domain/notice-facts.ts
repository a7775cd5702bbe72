/** What a notice can carry beside its kind, to be worded where it is read. */
export interface NoticeFacts {
  /** Of a privilege (as in `Privilege`), a rank, a badge or a sanction. */
  name?: string;
  /** The same by language (BCP 47), where admins have named it in several. */
  names?: Readonly<Record<string, string>>;
  /** Privileges (as in `Privilege`), where it is about several. */
  privileges?: readonly string[];
  /** The last part of the address that it leads to, as of a badge. */
  slug?: string;
  /** Points of reputation; below 0 where some were taken. */
  points?: number;
  /** What somebody's reputation was and is. */
  reputationBefore?: number;
  reputationAfter?: number;
  /** How many things it is about. */
  count?: number;
  /** Until when something holds or is to be done. */
  until?: Date;
  /** What a person wrote down as the reason. */
  reason?: string;
  /** Number of the account of who did it. Their name is looked up where it is read, so an erasure takes it away. */
  by?: number;
}
