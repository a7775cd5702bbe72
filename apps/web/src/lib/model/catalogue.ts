/** Products and versions as pages offer them. */

export interface OfferedVersion {
  id: string;
  name: string;
}

export interface OfferedProduct {
  id: string;
  slug: string;
  name: string;
  /** The newest first. */
  versions: OfferedVersion[];
}

export interface AppliesTo {
  label: string;
  product: { id: string; name: string; path: string };
  fromVersion: { id: string } | null;
  toVersion: { id: string } | null;
  /** Null where it is not known what the reader uses. */
  viewerVersion?: { isCovered: boolean; version: OfferedVersion } | null;
}

export interface ManagedProduct extends Omit<OfferedProduct, 'versions'> {
  path: string;
  position: number;
  isArchived: boolean;
  versions: (OfferedVersion & { releasedOn: string | null })[];
}

export interface ManagedCategory {
  id: string;
  name: string;
  description: string;
  path: string;
  position: number;
  isArchived: boolean;
  product: { id: string } | null;
}
