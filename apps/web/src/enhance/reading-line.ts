import { announce } from './announce.ts'

/** A line that follows the pointer or the focus, to keep one's place. */
export const enableReadingLine = (): void => {
  const button = document.querySelector<HTMLButtonElement>('[data-action="reading-line"]')
  if (!button) return
  const line = document.createElement('div')
  line.className = 'reading-line'
  line.hidden = true
  document.body.append(line)
  const moveTo = (y: number) => {
    if (!line.hidden) line.style.insetBlockStart = `${y}px`
  }
  const show = (isShown: boolean) => {
    line.hidden = !isShown
    button.setAttribute('aria-pressed', String(isShown))
    moveTo(innerHeight / 2)
  }
  addEventListener('pointermove', (event) => moveTo(event.clientY + 14), { passive: true })
  addEventListener('focusin', (event) => {
    if (!line.hidden && event.target instanceof Element) moveTo(event.target.getBoundingClientRect().bottom)
  })
  button.addEventListener('click', () => {
    const isWanted = button.getAttribute('aria-pressed') !== 'true'
    show(isWanted)
    announce(`${button.textContent ?? ''}${isWanted ? '已打开' : '已关闭'}`)
  })
  document.addEventListener('preferences-reset', () => show(false))
}
