// Written by `npm run generate` from packages/schema. Change the schema, not this file.

/** The types of block this version of the client knows. */
export const blockTypes = [
  'paragraph',
  'heading',
  'list',
  'quote',
  'table',
  'embed',
  'callout',
  'divider',
  'image',
  'gallery',
  'video',
  'audio',
  'file',
] as const
