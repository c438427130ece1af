/** Marks the entry of the section that is being read in the table of contents. */
export const followCurrentSection = (): void => {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  )
  if (links.size === 0) return
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? [])
  let current: HTMLAnchorElement | undefined
  const update = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).at(-1)
    const next = passed && links.get(passed.id)
    if (next === current) return
    current?.removeAttribute('aria-current')
    next?.setAttribute('aria-current', 'location')
    current = next
  }
  // Everything above the upper third counts, however far: a jump past a heading is seen too.
  const observer = new IntersectionObserver(update, { rootMargin: '1000000px 0px -66% 0px' })
  for (const heading of headings) observer.observe(heading)
}
