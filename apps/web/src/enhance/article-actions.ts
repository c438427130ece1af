import { announce } from './announce.ts'

const copyLink = async (button: HTMLButtonElement): Promise<void> => {
  const label = button.textContent
  await navigator.clipboard.writeText(button.dataset['url'] ?? location.href)
  const done = button.dataset['done'] ?? ''
  button.textContent = done
  announce(done)
  setTimeout(() => {
    button.textContent = label
  }, 2000)
}

/** Closing goes back to the list the reader came from; a reader from elsewhere follows the link to the channel. */
const close = (event: Event): void => {
  if (!document.referrer.startsWith(`${location.origin}/`) || history.length < 2) return
  event.preventDefault()
  history.back()
}

const actions: Record<string, (element: HTMLElement, event: Event) => void> = {
  print: () => print(),
  'copy-link': (element) => {
    if (element instanceof HTMLButtonElement) copyLink(element).catch(() => announce(location.href))
  },
  close: (_, event) => close(event),
}

/** Print, copy the address, go back. */
export const enableArticleActions = (): void => {
  document.addEventListener('click', (event) => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null
    if (element) actions[element.dataset['action'] ?? '']?.(element, event)
  })
}
