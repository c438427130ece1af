import { words } from '../../site/words.ts'

/** What is said in a recording, for those who read instead. */
export const Transcript = ({ text }: { text: string | null }) =>
  text ? (
    <details className="transcript">
      <summary>{words.transcript}</summary>
      {text.split(/\n+/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </details>
  ) : null
