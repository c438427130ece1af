import owaspRules from '@stoplight/spectral-owasp-ruleset'
import spectralRules from '@stoplight/spectral-rulesets'

// A CommonJS package whose types describe its other form.
const owasp = owaspRules as unknown as typeof owaspRules.default
const rules: Record<string, object> = owasp.rules

// What callers may send: limits protect the server from input; the length of a published article is no attack on its reader.
const sent = (schema: string): string[] => [`$.paths..parameters..[?(@ && ${schema})]`, `$.paths..requestBody..[?(@ && ${schema})]`]
const narrow = (name: string, given: string[]) => ({ [name]: { ...rules[name], given } })

/** Spectral's rules for OpenAPI and those of OWASP, every one of them, and each exception with its reason. */
export const spectralRuleset = {
  extends: [
    [spectralRules.oas, 'all'],
    [owasp, 'all'],
  ],
  rules: {
    ...narrow('owasp:api4:2023-array-limit', sent('@.type=="array"')),
    ...narrow('owasp:api4:2023-integer-format', sent('@.type=="integer"')),
    ...narrow('owasp:api4:2023-integer-limit', sent('@.type=="integer"')),
    // A date, an address or an id needs no length beside its form: no address is longer than 8,192 bytes (414).
    ...narrow('owasp:api4:2023-string-limit', sent('@.type=="string" && !@.pattern && !@.format')),
    // A cursor has no form to know: its signature is checked.
    ...narrow('owasp:api4:2023-string-restricted', sent('@.type=="string" && !@.maxLength')),
    // The map of header components is called `headers` too, and is no response.
    ...narrow('owasp:api8:2023-define-cors-origin', ['$.paths..headers', '$.components.responses..headers']),
    // Whoever watches over the service must reach it when others have worn it out: health has no quota.
    ...narrow('owasp:api4:2023-rate-limit', ['$.paths[?(@property.startsWith("/v1"))]..responses[?(@property.match(/^(2|4)/))]']),
    ...narrow('owasp:api4:2023-rate-limit-responses-429', ['$.paths[?(@property.startsWith("/v1"))]..responses']),
    // Published news is public: a key raises the quota and opens nothing.
    'owasp:api2:2023-read-restricted': 'off',
    // Health asks nobody for a token.
    ...narrow('owasp:api8:2023-define-error-responses-401', ['$.paths[?(@property.startsWith("/v1"))]..responses']),
    // Developers are answered on a page; an address of a person would stand in every copy of the document for ever.
    'contact-properties': 'off',
    // OpenAPI 3.1 allows an SPDX identifier or an address, not both.
    'license-url': 'off',
    // Tags stand in the order somebody reads about them in.
    'openapi-tags-alphabetical': 'off',
  },
}
