/** A line that follows the pointer or the focus, to keep one's place. */
export const enableReadingLine = (): void => {
  const button = document.querySelector<HTMLButtonElement>('[data-action="reading-line"]')
  if (!button) return
  const line = document.createElement('div')
  line.className = 'reading-line'
  line.hidden = true
  document.body.append(line)
  const moveTo = (y: number) => {
    line.style.insetBlockStart = `${y}px`
  }
  addEventListener('pointermove', (event) => moveTo(event.clientY + 14), { passive: true })
  addEventListener('focusin', (event) => {
    if (event.target instanceof Element) moveTo(event.target.getBoundingClientRect().bottom)
  })
  button.addEventListener('click', () => {
    line.hidden = !line.hidden
    moveTo(innerHeight / 2)
    button.setAttribute('aria-pressed', String(!line.hidden))
  })
}
