import { words } from '../site/words.ts'

const sizes = ['small', 'medium', 'large'] as const

/**
 * Text size, listening, sharing, printing. The size is a form that works without script;
 * buttons that need script are hidden until the script is there.
 */
export const ArticleTools = ({ path, channel }: { path: string; channel: { name: string; href: string } }) => (
  <div className="tools">
    <form className="text-size" action="/preferences/set" method="get">
      <input type="hidden" name="return" value={path} />
      <span id="text-size-label">{words.textSize}</span>
      <fieldset aria-labelledby="text-size-label">
        {sizes.map((size) => (
          <button key={size} type="submit" name="text" value={size} data-choice={`text-${size}`}>
            {words.textSizes[size]}
          </button>
        ))}
      </fieldset>
    </form>
    <ul className="tool-list">
      <li hidden data-needs="speech">
        <button type="button" data-action="read-aloud" aria-pressed="false">
          {words.readAloud}
        </button>
      </li>
      <li hidden data-needs="script">
        <button type="button" data-action="reading-line" aria-pressed="false">
          {words.readingLine}
        </button>
      </li>
      <li>
        <a href="#share">{words.share}</a>
      </li>
      <li hidden data-needs="script">
        <button type="button" data-action="print">
          {words.printed}
        </button>
      </li>
      <li>
        <a href={channel.href} data-action="close">
          {words.backToChannel(channel.name)}
        </a>
      </li>
    </ul>
  </div>
)
