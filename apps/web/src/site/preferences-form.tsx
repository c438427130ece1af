import { type PreferenceName, preferenceNames, preferenceValues } from './preferences.ts'
import { words } from './words.ts'

const labelOf = (name: PreferenceName, value: string): string => {
  const labels: Record<string, string> = words.settingValues[name]
  return labels[value] ?? value
}

/** Every preference as buttons of one form, which works without script. The reader's own style sheet marks what holds. */
export const PreferencesForm = () => (
  <form className="preferences" action="/preferences/set" method="get" data-preferences>
    <input type="hidden" name="return" value="/preferences" />
    {preferenceNames.map((name) => (
      <fieldset key={name}>
        <legend>{words.settingGroups[name]}</legend>
        <div className="choices">
          {preferenceValues[name].map((value) => (
            <button key={value} type="submit" name={name} value={value} data-choice={`${name}-${value}`}>
              {labelOf(name, value)}
            </button>
          ))}
        </div>
      </fieldset>
    ))}
    <button className="reset" type="submit" name="reset" value="1">
      {words.reset}
    </button>
  </form>
)
