import type { Block } from '@gazette/schema/block'
import { ReaderLink } from '../../site/reader-link.tsx'
import { words } from '../../site/words.ts'

/** Content of another site as a link: no request leaves before the reader decides. */
export const EmbedView = ({ block }: { block: Extract<Block, { type: 'embed' }> }) => (
  <aside className="embed">
    <ReaderLink href={block.url}>{block.title}</ReaderLink>
    <p>{words.embedHint(block.provider ?? words.elsewhere)}</p>
  </aside>
)
