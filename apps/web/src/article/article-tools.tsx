import type { PreferenceName } from '../site/preferences.ts'
import { words } from '../site/words.ts'

/** Of each setting those that are wanted most; all of them are in the reading settings. */
const settings: readonly (readonly [name: PreferenceName, label: string, choices: Readonly<Record<string, string>>])[] = [
  ['text', words.textSize, words.textSizes],
  ['scheme', words.contrast, words.contrasts],
  ['leading', words.settingGroups.leading, words.settingValues.leading],
]

/**
 * Text size, contrast, line spacing, reading line, listening, and back to how it was. The settings are a form that works without
 * script; buttons that need script are hidden until the script is there.
 */
const ReadingToolbar = ({ path }: { path: string }) => (
  <form action="/preferences/set" method="get">
    <input type="hidden" name="return" value={path} />
    <div className="toolbar" role="toolbar" aria-label={words.tools}>
      {settings.map(([name, label, choices]) => (
        <fieldset key={name} className={`tool-${name}`} aria-labelledby={`tool-${name}`}>
          <span id={`tool-${name}`}>{label}</span>
          {Object.entries(choices).map(([value, text]) => (
            <button key={value} type="submit" name={name} value={value} data-choice={`${name}-${value}`}>
              {text}
            </button>
          ))}
        </fieldset>
      ))}
      <button type="button" data-action="reading-line" aria-pressed="false" hidden data-needs="script">
        {words.readingLine}
      </button>
      <button type="button" data-action="read-aloud" aria-pressed="false" hidden data-needs="speech">
        {words.readAloud}
      </button>
      <button type="submit" name="reset" value="1">
        {words.resetShort}
      </button>
    </div>
  </form>
)

/** How the article is read, and what else can be done with it. */
export const ArticleTools = ({ path, channel }: { path: string; channel: { name: string; href: string } }) => (
  <div className="tools">
    <ReadingToolbar path={path} />
    <ul className="tool-list">
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
