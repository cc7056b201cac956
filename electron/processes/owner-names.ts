/** Names of the users a reader only knows by number. */
export interface OwnerNames {
  /** The name, or the number itself where there is none. */
  nameOf(owner: string): string;
  /** Looks whether names have changed; true when they have. Cheap when not. */
  refresh(): boolean;
}
