import { articlePath, channelPath } from '../site/paths.ts'

const articlesMaximum = 40

type Contents = {
  listChannels: () => Promise<{ path: string }[]>
  getArticles: (query: { limit: number }) => Promise<{ data: { id: string }[] }>
}

/**
 * Makes the pages most readers open first, one after the other: the home page, its channels, the newest articles.
 * A process that has just begun takes ten times as long for each page; this time is nobody's.
 * @param make as if a reader had asked; what fails is left to the first reader
 */
export const warmUp = async (api: Contents, make: (path: string) => Promise<unknown>, signal: AbortSignal): Promise<void> => {
  try {
    const [channels, { data }] = await Promise.all([api.listChannels(), api.getArticles({ limit: articlesMaximum })])
    for (const path of ['/', ...channels.map((channel) => channelPath(channel.path)), ...data.map(({ id }) => articlePath(id))]) {
      if (signal.aborted) return
      await make(path)
    }
  } catch {
    // The API has gone again; readers will find out.
  }
}
