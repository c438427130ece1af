import { readFileSync } from 'node:fs'
import { type Preferences, preferenceNames } from '../site/preferences.ts'

const schemeOf = (name: string): string => readFileSync(new URL(`../styles/schemes/${name}.css`, import.meta.url), 'utf8')

const schemes: Record<Preferences['scheme'], string> = {
  auto: '',
  light: schemeOf('light'),
  dark: schemeOf('dark'),
  contrast: schemeOf('contrast'),
  yellow: schemeOf('yellow'),
}

const elder = readFileSync(new URL('../styles/elder.css', import.meta.url), 'utf8')

const sizes: Record<Preferences['text'], string> = {
  small: '1.0625rem',
  medium: '',
  large: '1.375rem',
  larger: '1.625rem',
  largest: '1.875rem',
}
const leadings: Record<Preferences['leading'], string> = { compact: '1.7', normal: '', loose: '2.2' }

const declaration = (property: string, value: string) => (value === '' ? '' : `:root{${property}:${value}}`)

/** Marks the choices that hold, for eyes and, where the browser says such content, for ears. */
const currentChoices = (preferences: Preferences): string => {
  const selector = preferenceNames.map((name) => `[data-choice="${name}-${preferences[name]}"]`).join()
  return `:is(${selector}){color:var(--accent);font-weight:700;box-shadow:inset 0 -2px currentcolor}:is(${selector})::after{content:"" / "（当前）"}`
}

/** The style sheet of one combination of preferences. */
export const toPreferencesStyle = (preferences: Preferences): string =>
  [
    schemes[preferences.scheme],
    preferences.mode === 'elder' ? elder : '',
    declaration('--reading-size', sizes[preferences.text]),
    declaration('--reading-leading', leadings[preferences.leading]),
    declaration('--reading-face', preferences.face === 'hei' ? 'var(--sans)' : ''),
    currentChoices(preferences),
  ].join('')
