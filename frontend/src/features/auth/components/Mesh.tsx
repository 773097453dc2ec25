import styles from './Mesh.module.css'

const knots: ReadonlyArray<readonly [x: number, y: number, size: number]> = [
  [60, 330, 7],
  [130, 210, 10],
  [70, 90, 6],
  [220, 60, 9],
  [240, 260, 14],
  [170, 380, 8],
  [330, 150, 8],
  [350, 340, 10],
  [290, 430, 6],
]

const threads: ReadonlyArray<readonly [number, number]> = [
  [0, 1],
  [1, 2],
  [2, 3],
  [1, 4],
  [0, 5],
  [5, 4],
  [3, 6],
  [6, 4],
  [4, 7],
  [5, 8],
  [8, 7],
  [3, 1],
]

/** What the product is about, drawn: knots, and one thread that goes through them. */
export function Mesh() {
  return (
    <svg viewBox="0 0 420 480" aria-hidden="true" className={styles.mesh}>
      {threads.map(([from, to]) => {
        const [x1, y1] = knots[from]!
        const [x2, y2] = knots[to]!
        return <line key={`${from}-${to}`} x1={x1} y1={y1} x2={x2} y2={y2} className={styles.tie} />
      })}
      <path d="M70 90C120 120 100 180 130 210S210 220 240 260s70 60 110 80" className={styles.thread} />
      {knots.map(([x, y, size]) => (
        <circle key={`${x}-${y}`} cx={x} cy={y} r={size} className={styles.knot} />
      ))}
    </svg>
  )
}
