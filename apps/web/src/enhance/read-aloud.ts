import { announce } from './announce.ts'
import { type Sentence, splitSentences } from './sentences.ts'
import { clearSpeaking, markSpeaking } from './speaking-mark.ts'

type Passage = { block: Element; sentence: Sentence }

const listPassages = (): Passage[] =>
  [...document.querySelectorAll('.article-title, [data-reading] :is(p, h2, h3, h4, li)')].flatMap((block) =>
    splitSentences(block.textContent ?? '').map((sentence) => ({ block, sentence })),
  )

const rates = [0.75, 1, 1.25, 1.5]

/** Reads the article aloud sentence by sentence. It never starts by itself; where the browser cannot speak, the button stays hidden. */
class Reader {
  /** Cut up when somebody wants to listen: most never do. */
  #passages: Passage[] | undefined
  readonly #onChange: (state: 'idle' | 'speaking' | 'paused') => void
  #position = 0
  #turn = 0
  rate = 1

  constructor(onChange: (state: 'idle' | 'speaking' | 'paused') => void) {
    this.#onChange = onChange
  }

  play(): void {
    this.#passages ??= listPassages()
    const passage = this.#passages[this.#position]
    if (!passage) {
      this.stop()
      return
    }
    this.#turn += 1
    const turn = this.#turn
    const utterance = new SpeechSynthesisUtterance(passage.sentence.text)
    utterance.lang = passage.block.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ? 'en' : 'zh-CN'
    utterance.rate = this.rate
    utterance.addEventListener('end', () => {
      if (turn !== this.#turn) return
      this.#position += 1
      this.play()
    })
    utterance.addEventListener('error', () => turn === this.#turn && this.stop())
    markSpeaking(passage.block, passage.sentence)
    speechSynthesis.speak(utterance)
    this.#onChange('speaking')
  }

  /** Begins the sentence anew when resumed: engines differ too much in what pausing means. */
  pause(): void {
    this.#turn += 1
    speechSynthesis.cancel()
    this.#onChange('paused')
  }

  stop(): void {
    this.#turn += 1
    this.#position = 0
    speechSynthesis.cancel()
    clearSpeaking()
    this.#onChange('idle')
  }
}

const labels = { idle: '朗读', speaking: '暂停朗读', paused: '继续朗读' }

const makeControls = (reader: Reader, button: HTMLElement): HTMLElement => {
  const item = document.createElement('span')
  const rate = document.createElement('button')
  rate.type = 'button'
  const showRate = () => {
    rate.textContent = `语速 ${reader.rate}`
  }
  rate.addEventListener('click', () => {
    reader.rate = rates[(rates.indexOf(reader.rate) + 1) % rates.length] ?? 1
    showRate()
    announce(rate.textContent ?? '')
    reader.pause()
    reader.play()
  })
  showRate()
  const stop = document.createElement('button')
  stop.type = 'button'
  stop.textContent = '停止'
  // It takes itself away: the focus goes back to where reading began.
  stop.addEventListener('click', () => {
    reader.stop()
    button.focus()
  })
  item.append(rate, stop)
  item.className = 'reading-controls'
  item.hidden = true
  return item
}

export const enableReadAloud = (): void => {
  const button = document.querySelector<HTMLButtonElement>('[data-action="read-aloud"]')
  if (!button || !('speechSynthesis' in window)) return
  let state: keyof typeof labels = 'idle'
  const reader = new Reader((next) => {
    state = next
    button.textContent = labels[next]
    button.setAttribute('aria-pressed', String(next === 'speaking'))
    controls.hidden = next === 'idle'
  })
  const controls = makeControls(reader, button)
  button.after(controls)
  button.hidden = false
  button.addEventListener('click', () => (state === 'speaking' ? reader.pause() : reader.play()))
  addEventListener('pagehide', () => speechSynthesis.cancel())
}
