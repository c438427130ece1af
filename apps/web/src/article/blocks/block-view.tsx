import type { Block } from '@gazette/schema/block'
import type { ArticleWords } from '../article-words.ts'
import { AudioView } from './audio-view.tsx'
import { CalloutView } from './callout-view.tsx'
import { DividerView } from './divider-view.tsx'
import { EmbedView } from './embed-view.tsx'
import { FileView } from './file-view.tsx'
import { GalleryView } from './gallery-view.tsx'
import { HeadingView } from './heading-view.tsx'
import { ImageView } from './image-view.tsx'
import { ListView } from './list-view.tsx'
import { ParagraphView } from './paragraph-view.tsx'
import { QuoteView } from './quote-view.tsx'
import { TableView } from './table-view.tsx'
import { VideoView } from './video-view.tsx'

const assertNever = (block: never): never => {
  throw new Error(`No view for a block ${JSON.stringify(block)}`)
}

/** One block of a body; `isLead` when it opens the page. Types the contract does not know were skipped when the answer was parsed. */
export const BlockView = ({ block, labels, isLead = false }: { block: Block; labels: ArticleWords; isLead?: boolean }) => {
  switch (block.type) {
    case 'paragraph':
      return <ParagraphView block={block} />
    case 'heading':
      return <HeadingView block={block} />
    case 'list':
      return <ListView block={block} />
    case 'quote':
      return <QuoteView block={block} />
    case 'table':
      return <TableView block={block} />
    case 'image':
      return <ImageView block={block} isLead={isLead} />
    case 'gallery':
      return <GalleryView block={block} />
    case 'video':
      return <VideoView block={block} />
    case 'audio':
      return <AudioView block={block} />
    case 'file':
      return <FileView block={block} />
    case 'embed':
      return <EmbedView block={block} />
    case 'callout':
      return <CalloutView block={block} labels={labels.callout} />
    case 'divider':
      return <DividerView />
    default:
      return assertNever(block)
  }
}
