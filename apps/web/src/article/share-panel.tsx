import { QrCode } from '../site/qr-code.tsx'
import { words } from '../site/words.ts'

/** Plain links: nothing of these sites is loaded until the reader follows one. */
const shareLinks = (url: string, title: string): { name: string; href: string }[] => [
  { name: words.weibo, href: `https://service.weibo.com/share/share.php?${new URLSearchParams({ url, title })}` },
  { name: words.qzone, href: `https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey?${new URLSearchParams({ url, title })}` },
]

/** Ways to pass an article on: a code for the phone, two plain links, the address itself. */
export const SharePanel = ({ url, title }: { url: string; title: string }) => (
  <section className="share" id="share" aria-labelledby="share-title">
    <QrCode text={url} label={`${words.wechat}二维码`} />
    <div>
      <h2 id="share-title">{words.shareTo}</h2>
      <p>{words.wechatHint}</p>
      <ul>
        {shareLinks(url, title).map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="noopener noreferrer external">
              {name}
            </a>
          </li>
        ))}
        <li hidden data-needs="script">
          <button type="button" data-action="copy-link" data-url={url} data-done={words.copied}>
            {words.copyLink}
          </button>
        </li>
      </ul>
      <p className="permanent-url">{url}</p>
    </div>
  </section>
)
