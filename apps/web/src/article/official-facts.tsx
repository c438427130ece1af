import type { OfficialDocument } from '@gazette/schema/article-content'
import { FactList } from '../site/fact-list.tsx'
import { words } from '../site/words.ts'

/** The catalogue entry of an official document, in the order the government's open-information pages use. */
export const OfficialFacts = ({ official }: { official: OfficialDocument }) => {
  const rows: [string, string | null][] = [
    [words.official.indexNumber, official.indexNumber],
    [words.official.issuer, official.issuer],
    [words.official.writtenOn, official.writtenOn],
    [words.official.documentNumber, official.documentNumber],
    [words.official.validity, official.validity && words.validity[official.validity]],
  ]
  return <FactList facts={rows} />
}
