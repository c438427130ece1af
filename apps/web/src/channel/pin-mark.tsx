import { words } from '../site/words.ts'

/** Says that editors want an article to stand out: a filled seal. */
export const HighlightMark = () => <span className="pin-mark pin-mark-highlighted">{words.highlighted}</span>

/** The seals before what editors pinned. */
export const PinMarks = ({ highlighted }: { highlighted: boolean }) => (
  <span className="pin-marks">
    <span className="pin-mark">{words.pinned}</span>
    {highlighted && <HighlightMark />}
  </span>
)
