/** JSON that cannot end the script element it stands in, nor break older script parsers. */
export const toScriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** Structured data (JSON-LD 1.1, schema.org). It is data: browsers never run it. */
export const JsonLd = ({ data }: { data: Record<string, unknown> | Record<string, unknown>[] }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toScriptJson(data) }} />
)
