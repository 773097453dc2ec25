/** Room enough for the board as a grid, with the queue beside it. */
export const wide = '(width >= 60rem)'
