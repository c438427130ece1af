import type { Block } from '@gazette/schema/block'
import { words } from '../site/words.ts'
import { type HeadingBlock, sectionId } from './blocks/heading-view.tsx'

const headingsMinimum = 3

/** The headings worth listing: none when there are too few to need a list. */
export const listSections = (body: Block[]): HeadingBlock[] => {
  const headings = body.filter((block): block is HeadingBlock => block.type === 'heading' && block.level <= 3)
  return headings.length < headingsMinimum ? [] : headings
}

/** The sections of a long piece. */
export const TableOfContents = ({ sections }: { sections: HeadingBlock[] }) => (
  <nav className="contents" aria-label={words.contents}>
    <details>
      <summary>{words.contents}</summary>
      <ol>
        {sections.map((section) => (
          <li key={section.id} className={section.level > 2 ? 'contents-deeper' : undefined}>
            <a href={`#${sectionId(section)}`}>{section.spans.map((span) => span.text).join('')}</a>
          </li>
        ))}
      </ol>
    </details>
  </nav>
)
