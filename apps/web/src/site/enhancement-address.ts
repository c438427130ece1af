declare global {
  namespace NodeJS {
    interface ProcessEnv {
      /** Put in by the build (next.config.mjs). */
      ENHANCEMENT_PATH?: string
    }
  }
}

/** Address of the site's one script; it names its content. */
export const enhancementAddress: string | undefined = process.env.ENHANCEMENT_PATH
