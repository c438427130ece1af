import type { Block } from '@gazette/schema/block'
import { Spans } from './spans.tsx'

export type HeadingBlock = Extract<Block, { type: 'heading' }>

/** The address of a section inside its page; made from the block's id, so it survives a change of words. */
export const sectionId = (block: HeadingBlock): string => `s-${block.id}`

/** A section heading, level 2 to 4. */
export const HeadingView = ({ block }: { block: HeadingBlock }) => {
  const Tag = block.level === 2 ? 'h2' : block.level === 3 ? 'h3' : 'h4'
  return (
    <Tag id={sectionId(block)}>
      <Spans spans={block.spans} />
    </Tag>
  )
}
