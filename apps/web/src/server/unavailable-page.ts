import { words } from '../site/words.ts'

/** What a reader sees when there is no page to show and no earlier one to fall back on. It needs nothing but itself. */
export const unavailablePage = `<!DOCTYPE html>
<html lang="zh-Hans-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.unavailable}</title>
<link rel="stylesheet" href="/unavailable.css">
</head>
<body>
<main>
<h1>${words.unavailable}</h1>
<p>${words.unavailableHint}</p>
<p lang="en">The content service is being restored. Please try again in a moment.</p>
</main>
</body>
</html>
`

export const retryAfterSeconds = 10
