import { announce } from './announce.ts'

const pauseMilliseconds = 120
let lists = 0

const readSuggestions = async (typed: string, signal: AbortSignal): Promise<string[]> => {
  const answer = await fetch(`/search/suggestions?${new URLSearchParams({ q: typed })}`, { signal })
  if (!answer.ok) return []
  const { data } = (await answer.json()) as { data: { text: string }[] }
  return data.map(({ text }) => text)
}

const createList = (input: HTMLInputElement): HTMLUListElement => {
  const list = document.createElement('ul')
  lists += 1
  list.id = `suggestions-${lists}`
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', '搜索建议')
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)
  input.autocomplete = 'off'
  input.after(list)
  return list
}

/** A search field with suggestions while typing: the list autocomplete combobox of the ARIA Authoring Practices 1.2. */
class SuggestingField {
  readonly #input: HTMLInputElement
  readonly #list: HTMLUListElement
  #current = -1
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking = new AbortController()

  constructor(input: HTMLInputElement) {
    this.#input = input
    this.#list = createList(input)
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent) || !event.isComposing) this.#askSoon()
    })
    input.addEventListener('compositionend', () => this.#askSoon())
    input.addEventListener('keydown', (event) => this.#onKey(event))
    input.addEventListener('blur', () => this.#close())
    // The field keeps the focus, so that a press on an entry does not close the list before it counts.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('li') : null
      if (option) this.#choose(option.textContent ?? '')
    })
  }

  #askSoon(): void {
    clearTimeout(this.#timer)
    this.#asking.abort()
    const typed = this.#input.value.trim()
    if (typed === '') {
      this.#close()
      return
    }
    this.#asking = new AbortController()
    const { signal } = this.#asking
    this.#timer = setTimeout(() => {
      // Suggestions are a convenience: without them the field searches all the same.
      readSuggestions(typed, signal).then(
        (texts) => this.#show(texts),
        () => this.#close(),
      )
    }, pauseMilliseconds)
  }

  #show(texts: string[]): void {
    if (texts.length === 0 || document.activeElement !== this.#input) {
      this.#close()
      return
    }
    this.#list.replaceChildren(
      ...texts.map((text, index) => {
        const option = document.createElement('li')
        option.id = `${this.#list.id}-${index}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.textContent = text
        return option
      }),
    )
    this.#list.hidden = false
    this.#input.setAttribute('aria-expanded', 'true')
    this.#mark(-1)
    announce(`${texts.length} 条建议`)
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#asking.abort()
    this.#list.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
    this.#mark(-1)
  }

  #mark(index: number): void {
    this.#current = index
    for (const [at, option] of [...this.#list.children].entries()) option.setAttribute('aria-selected', String(at === index))
    const current = this.#list.children[index]
    if (current) this.#input.setAttribute('aria-activedescendant', current.id)
    else this.#input.removeAttribute('aria-activedescendant')
    current?.scrollIntoView({ block: 'nearest' })
  }

  #move(step: 1 | -1): void {
    const count = this.#list.children.length
    const next = this.#current + step
    // One place more than there are entries: between the last and the first stands what was typed.
    this.#mark(next < -1 ? count - 1 : next >= count ? -1 : next)
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (this.#list.hidden) {
      if (event.key === 'ArrowDown') this.#askSoon()
      return
    }
    const chosen = this.#list.children[this.#current]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Escape') this.#close()
    else if (event.key === 'Enter' && chosen) this.#choose(chosen.textContent ?? '')
    else return
    event.preventDefault()
  }

  #choose(text: string): void {
    this.#input.value = text
    this.#close()
    this.#input.form?.requestSubmit()
  }
}

/** Gives every search field its suggestions. */
export const suggestQueries = (): void => {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type="search"][name="q"]')) new SuggestingField(input)
}
