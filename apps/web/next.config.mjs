import { enhancementPath } from './src/enhance/enhancement-path.ts'

/**
 * Not in TypeScript itself: each start of the site would load Next's compiler to read it, and hold on to its memory.
 * @type {import('next').NextConfig}
 */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The server in front compresses each finished page once and keeps the bytes.
  compress: false,
  generateEtags: false,
  // Channel addresses end in a slash and articles do not; the server in front decides.
  skipTrailingSlashRedirect: true,
  transpilePackages: ['@gazette/schema'],
  // Types are checked by the check of the whole workspace; a build only builds.
  typescript: { ignoreBuildErrors: true },
  env: { ENHANCEMENT_PATH: enhancementPath() },
}

export default config
