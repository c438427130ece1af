import { parsePreferences, preferenceNames } from '../site/preferences.ts'
import { announce } from './announce.ts'

let version = 0

/** A fresh copy of the reader's style sheet takes the place of the old one; the old one stays until the new one is there. */
const reloadStyle = (): void => {
  const old = document.querySelector<HTMLLinkElement>('link[href^="/preferences.css"]')
  if (!old) return
  const fresh = old.cloneNode() as HTMLLinkElement
  version += 1
  fresh.href = `/preferences.css?v=${version}`
  fresh.addEventListener('load', () => old.remove())
  old.after(fresh)
}

const showState = (root: ParentNode = document): void => {
  const preferences = parsePreferences(document.cookie)
  const current = new Set(preferenceNames.map((name) => `${name}-${preferences[name]}`))
  for (const button of root.querySelectorAll<HTMLElement>('[data-choice]')) {
    button.setAttribute('aria-pressed', String(current.has(button.dataset['choice'] ?? '')))
  }
}

const remember = async (button: HTMLButtonElement): Promise<void> => {
  await fetch(`/preferences/set?${new URLSearchParams([[button.name, button.value]])}`, { redirect: 'manual' })
  reloadStyle()
  showState()
  if (button.name === 'reset') document.dispatchEvent(new Event('preferences-reset'))
  const group = button.closest('fieldset')?.querySelector('legend, span')?.textContent ?? '已'
  announce(`${group}${button.textContent?.trim() ?? ''}`)
}

const openSettings = async (link: HTMLAnchorElement): Promise<void> => {
  const answer = await fetch(link.href)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const form = page.querySelector('[data-preferences]')
  if (!answer.ok || !form) throw new Error('no settings')
  const dialog = document.createElement('dialog')
  const title = document.createElement('h2')
  title.textContent = link.textContent
  const closing = document.createElement('button')
  closing.className = 'dialog-close'
  closing.setAttribute('aria-label', '关闭')
  closing.textContent = '×'
  closing.addEventListener('click', () => dialog.close())
  dialog.setAttribute('aria-label', link.textContent ?? '')
  dialog.addEventListener('close', () => dialog.remove())
  dialog.append(closing, title, document.adoptNode(form))
  document.body.append(dialog)
  showState(dialog)
  dialog.showModal()
}

/** Preferences take effect where the reader is: no page is loaded, and the choice is announced. */
export const applyPreferencesLive = (): void => {
  showState()
  document.addEventListener('submit', (event) => {
    const { target, submitter } = event
    if (!(target instanceof HTMLFormElement) || target.getAttribute('action') !== '/preferences/set') return
    if (!(submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    remember(submitter).catch(() => HTMLFormElement.prototype.submit.call(target))
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-settings]') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    openSettings(link).catch(() => location.assign(link.href))
  })
}
