import { Head, Html, Main } from 'next/document'
import { enhancementAddress } from '../site/enhancement-address.ts'

/**
 * No `NextScript`: reader pages carry no framework script and no second copy of their text (decision 0005).
 * The preferences come after the main style sheet so that they win, and never reach the printer.
 */
export default function Document() {
  return (
    <Html lang="zh-Hans-CN">
      <Head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="renderer" content="webkit" />
        <meta name="applicable-device" content="pc,mobile" />
        <script src={enhancementAddress} type="module" />
      </Head>
      <body>
        <link rel="stylesheet" href="/preferences.css" media="screen" />
        <Main />
      </body>
    </Html>
  )
}
