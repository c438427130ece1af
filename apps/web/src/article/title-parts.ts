/** One piece of a title in print order. Glue (a dash, a space) stands before the piece it leads to. */
export type TitlePart = { role: 'kicker' | 'title' | 'subtitle'; glue: string; text: string }

type Titled = { kicker: string | null; title: string; subtitle: string | null; fullTitle: string }

const cutInOrder = (pieces: Omit<TitlePart, 'glue'>[], fullTitle: string): TitlePart[] => {
  const parts: TitlePart[] = []
  let position = 0
  for (const piece of pieces) {
    const found = fullTitle.indexOf(piece.text, position)
    if (found < 0) return []
    parts.push({ ...piece, glue: fullTitle.slice(position, found) })
    position = found + piece.text.length
  }
  return position === fullTitle.length ? parts : []
}

/**
 * Cuts the title as printed into kicker, title and subtitle so that the pieces joined are `fullTitle`, byte for byte.
 * A printed title that is not made of its pieces is set piece by piece, or as it is when there is only one.
 */
export const toTitleParts = ({ kicker, title, subtitle, fullTitle }: Titled): TitlePart[] => {
  const pieces = [
    { role: 'kicker' as const, text: kicker ?? '' },
    { role: 'title' as const, text: title },
    { role: 'subtitle' as const, text: subtitle ?? '' },
  ].filter(({ text }) => text !== '')
  if (pieces.length === 1) return [{ role: 'title', glue: '', text: fullTitle }]
  const cut = cutInOrder(pieces, fullTitle)
  return cut.length > 0 ? cut : pieces.map((piece) => ({ ...piece, glue: '' }))
}
