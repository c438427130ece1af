// Everything Unicode calls a control except the tab and the line feed.
const controls = /[^\P{Cc}\t\n]/gu

/** Text every output can carry: line ends as LF, no control characters, no lone surrogates (they become U+FFFD). */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed()

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s*\n\s*/g, ' ')
