/** On a narrow screen the list of channels begins where the reader is. */
export const showCurrentChannel = (): void => {
  const current = document.querySelector<HTMLElement>('.main-nav [aria-current]')
  const list = current?.closest('ul')
  if (!current || !list) return
  const [place, frame] = [current.getBoundingClientRect(), list.getBoundingClientRect()]
  if (place.right > frame.right) list.scrollLeft += place.left - frame.left - (frame.width - place.width) / 2
}
