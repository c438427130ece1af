/**
 * A value that was added to the API after this client was made: any other string. The form says that no known value is
 * meant, and keeps `switch` honest: known values narrow as usual, and what is left in `default` has this type.
 */
export type Unlisted = `${string} (unlisted)`

/** A block of a type that was added to the API after this client was made. Skip it, or show it in your own way. */
export interface UnknownBlock {
  type: Unlisted
  id: string
}
