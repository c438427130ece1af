/** A break between passages. */
export const DividerView = () => <hr />
