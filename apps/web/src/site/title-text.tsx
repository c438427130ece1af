import { Fragment } from 'react'
import { toPhrases } from './phrases.ts'

/** A title whose lines end between words. It reads and copies as the plain text. */
export const TitleText = ({ text }: { text: string }) =>
  toPhrases(text).map((phrase, index) => (
    <Fragment key={`${index}:${phrase}`}>
      {index > 0 && <wbr />}
      {phrase}
    </Fragment>
  ))
