/** What goes on the wire: all of it made beforehand, nothing to compute while sending. */
export type Representation = {
  readonly status: number
  /** As `writeHead` takes headers fastest: name, value, name, value …, names in lower case. */
  readonly rawHeaders: string[]
  /** Null for 304 and HEAD. */
  readonly body: Buffer | null
}

/** An answer in one encoding, its parts made when first needed. */
export type Variant = { readonly etag: string; full: Representation | undefined; notModified: Representation | undefined }
