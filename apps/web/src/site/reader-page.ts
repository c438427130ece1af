import { text } from 'node:stream/consumers'
import type { ChannelNode } from '@gazette/schema/channel'
import type { Inspection } from '@gazette/schema/inspection'
import type { Site } from '@gazette/schema/site'
import type { GetServerSideProps, GetServerSidePropsContext } from 'next'
import { ApiUnavailable } from '../content-api/api-unavailable.ts'
import { handedAsk } from '../content-api/handed-ask.ts'
import { type ContentApi, openContentApi } from '../content-api/open-content-api.ts'
import { readInspection } from '../content-api/read-inspection.ts'
import { readSiteConfig } from './site-config.ts'

/** Every reader page says this to Next: no framework script (decision 0005). */
export type ReaderPageConfig = { unstable_runtimeJS: false; maxDuration?: number }

/** What every page shows around its content. */
export type Frame = {
  site: Site
  channels: ChannelNode[]
  /** Whether readers are told before they leave for a site that is not the government's. */
  hasLeavingNotice: boolean
  /** How up to date the channels are: on the pages of an editor, and of nobody else. */
  inspection?: Inspection
}

export type NotFoundView = { kind: 'notFound' }
export type GoneView = { kind: 'gone'; reason: string }
export type ReaderProps<View> = { frame: Frame; view: View | NotFoundView | GoneView }

/** What a page decides: show a view, send the reader elsewhere, or say that there is nothing. */
export type PageDecision<View> =
  | { show: View; isKept?: boolean; status?: number }
  | { redirect: string; afterForm?: true }
  | { missing: true }
  | { gone: string }

/** A form a reader sent, and whom it came from, as `X-Forwarded-For` names them. */
export type SentForm = { fields: URLSearchParams; forwardedFor: string }

/** For whom alone a page is made; pages for everybody know nobody. */
export type Visitor = { editorToken: string | null; forwardedFor: string }

export const notFound = { missing: true } as const

export type PageLoader<View> = (input: {
  api: ContentApi
  frame: Promise<Frame>
  params: Record<string, string | string[] | undefined>
  query: Record<string, string | string[] | undefined>
  /** Path and query as asked for. */
  address: string
  /** Null for a page that is only read. */
  form: SentForm | null
  visitor: Visitor
  setCookie: (cookie: string) => void
}) => Promise<PageDecision<View>>

const findInspection = async ({ editorToken, forwardedFor }: Visitor): Promise<Pick<Frame, 'inspection'>> => {
  if (editorToken === null) return {}
  const answer = await readInspection({ apiUrl: readSiteConfig().apiUrl, fetch }, { token: editorToken, forwardedFor })
  return answer.outcome === 'found' ? { inspection: answer.inspection } : {}
}

const getFrame = async (api: ContentApi, visitor: Visitor): Promise<Frame> => {
  const [site, channels, inspection] = await Promise.all([api.getSite(), api.listChannels(), findInspection(visitor)])
  return { site, channels, hasLeavingNotice: readSiteConfig().hasLeavingNotice, ...inspection }
}

const visitorOf = ({ headers }: GetServerSidePropsContext['req']): Visitor => ({
  editorToken: typeof headers['x-editor-token'] === 'string' ? headers['x-editor-token'] : null,
  forwardedFor: String(headers['x-forwarded-for'] ?? ''),
})

const toProps = <View>(response: GetServerSidePropsContext['res'], frame: Frame, decision: PageDecision<View>): ReaderProps<View> => {
  if ('show' in decision) {
    response.statusCode = decision.status ?? 200
    return { frame, view: decision.show }
  }
  if ('gone' in decision) {
    response.statusCode = 410
    return { frame, view: { kind: 'gone', reason: decision.gone } }
  }
  response.statusCode = 404
  return { frame, view: { kind: 'notFound' } }
}

/** The server in front has checked type and length. */
const readForm = async (request: GetServerSidePropsContext['req']): Promise<SentForm | null> => {
  if (request.method !== 'POST') return null
  return { fields: new URLSearchParams(await text(request)), forwardedFor: String(request.headers['x-forwarded-for'] ?? '') }
}

/**
 * Turns a loader into `getServerSideProps`: status codes, redirects (308, after a form 303) and the headers `x-page-dependencies`
 * and `x-page-expires`, by which the server in front knows when the page is out of date. An API that fails becomes 503 and no page.
 */
export const readerPage =
  <View>(load: PageLoader<View>): GetServerSideProps<ReaderProps<View>> =>
  async ({ res, req, params, query, resolvedUrl }) => {
    const api = openContentApi({ ask: handedAsk(req) })
    try {
      const form = await readForm(req)
      const setCookie = (cookie: string) => void res.setHeader('set-cookie', cookie)
      const visitor = visitorOf(req)
      const pendingFrame = getFrame(api, visitor)
      const address = req.url ?? resolvedUrl
      const loading = load({ api, frame: pendingFrame, params: params ?? {}, query, address, form, visitor, setCookie })
      const [frame, decision] = await Promise.all([pendingFrame, loading])
      res.setHeader('x-page-dependencies', api.dependencies().join(','))
      if (Number.isFinite(api.expiresAt())) res.setHeader('x-page-expires', api.expiresAt())
      if (api.isStandIn()) res.setHeader('x-page-cache', 'stand-in')
      if ('show' in decision && decision.isKept === false) res.setHeader('x-page-cache', 'no-store')
      if ('redirect' in decision) return { redirect: { destination: decision.redirect, statusCode: decision.afterForm ? 303 : 308 } }
      return { props: toProps(res, frame, decision) }
    } catch (error) {
      if (!(error instanceof ApiUnavailable)) throw error
      res.statusCode = 503
      res.setHeader('x-page-failure', encodeURIComponent(error.message))
      res.end()
      return { notFound: true }
    }
  }
