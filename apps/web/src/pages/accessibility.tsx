import { PlainPage } from '../site/plain-page.tsx'
import { type ReaderPageConfig, type ReaderProps, readerPage } from '../site/reader-page.ts'
import { StatusPage } from '../site/status-page.tsx'
import { words } from '../site/words.ts'

export const config: ReaderPageConfig = { unstable_runtimeJS: false }

type AccessibilityView = { kind: 'accessibility' }

export const getServerSideProps = readerPage<AccessibilityView>(async () => ({ show: { kind: 'accessibility' } }))

export default function Accessibility({ frame, view }: ReaderProps<AccessibilityView>) {
  if (view.kind !== 'accessibility') return <StatusPage frame={frame} view={view} />
  return (
    <PlainPage
      frame={frame}
      title={words.accessibility}
      path="/accessibility"
      description="本站以 WCAG 2.2 AA 与 GB/T 37668-2019 为目标建设，使每个人都能读到同样的内容。"
    >
      <h2>可以怎样阅读</h2>
      <ul>
        <li>
          <a href="/preferences">{words.settings}</a>
          可以调整字号、行距、配色、字体，并可切换到适老版；不启用脚本也能使用。
        </li>
        <li>全站可以只用键盘浏览。每页第一个链接可以直接跳到正文。</li>
        <li>文章页的“朗读”可以把正文逐段读出，并标出正在读的段落。浏览器不支持时不显示。</li>
        <li>页面放大到 400% 不需要左右滚动；只有宽表格在自己的区域内滚动。</li>
        <li>图片有文字说明，视频和音频不自动播放，并尽量提供文字稿。</li>
        <li>遵从系统的深色、高对比度与减少动画设置。</li>
      </ul>
      <h2>已知的不足</h2>
      <ul>
        <li>从旧站导入的部分附件是扫描件，读屏软件无法识别其中的文字。</li>
        <li>从旧站导入的部分图片没有文字说明。</li>
      </ul>
      <h2>遇到困难时</h2>
      <p>
        请写信到 <a href={`mailto:${frame.site.contact.email}`}>{frame.site.contact.email}</a> 或致电 {frame.site.contact.telephone}
        ，我们会以您方便的方式提供所需内容。
      </p>
    </PlainPage>
  )
}
