/** Text as it is compared word for word: every white space is layout. */
export const textWithoutSpace = (text: string): string => text.replaceAll(/\s/gu, '')
