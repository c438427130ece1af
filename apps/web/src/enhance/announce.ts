let region: HTMLElement | undefined

/** Says something to screen readers without moving the focus. */
export const announce = (message: string): void => {
  if (!region) {
    region = document.createElement('p')
    region.className = 'visually-hidden'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = message
}
