const steps: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** The keys of a toolbar (ARIA Authoring Practices). Tab stops at every button all the same: nobody has to know these. */
export const enableToolbarKeys = (): void => {
  const toolbar = document.querySelector('[role="toolbar"]')
  toolbar?.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return
    const buttons = [...toolbar.querySelectorAll('button')].filter((button) => !button.closest('[hidden]'))
    const index = buttons.findIndex((button) => button.matches(':focus'))
    const next = buttons[steps[event.key]?.(index, buttons.length) ?? -1]
    if (index < 0 || !next) return
    event.preventDefault()
    next.focus()
  })
}
