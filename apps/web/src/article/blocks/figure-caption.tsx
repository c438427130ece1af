import { words } from '../../site/words.ts'

/** The words below a figure: what it shows and who made it. */
export const FigureCaption = ({ caption, credit = null }: { caption: string | null; credit?: string | null }) =>
  caption || credit ? (
    <figcaption>
      {caption}
      {credit && <span className="credit">{`${words.image}：${credit}`}</span>}
    </figcaption>
  ) : null
