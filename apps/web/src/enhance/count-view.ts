/** Calls back once the page is in front of somebody: one that is prepared, or opened behind another, is not seen yet. */
const whenSeen = (callback: () => void): void => {
  // Nothing that the page is made of waits for it.
  if (document.readyState !== 'complete') {
    addEventListener('load', () => whenSeen(callback), { once: true })
    return
  }
  const prerendering = 'prerendering' in document && document.prerendering === true
  if (prerendering) document.addEventListener('prerenderingchange', () => whenSeen(callback), { once: true })
  else if (document.visibilityState !== 'visible') document.addEventListener('visibilitychange', () => whenSeen(callback), { once: true })
  else callback()
}

const tell = async (place: HTMLElement): Promise<void> => {
  const answer = await fetch(`${location.pathname}/views`, { method: 'POST', keepalive: true, credentials: 'omit' })
  if (answer.status !== 200) return
  const { views } = (await answer.json()) as { views: number }
  place.textContent = views.toLocaleString('en-US')
  const fact = place.closest<HTMLElement>('[hidden]')
  if (fact && views > 0) fact.hidden = false
}

/** Tells the site that the article is seen, and shows how often it was by now. */
export const countView = (): void => {
  const place = document.querySelector<HTMLElement>('[data-views]')
  // A number that is missing or old is no loss to the reader.
  if (place) whenSeen(() => void tell(place).catch(() => {}))
}
