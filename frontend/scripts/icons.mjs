// Draws the pictures that a device shows of the installed application, once, at development time, from public/icon.svg. They are committed.
//   CHROMIUM=/usr/bin/chromium node scripts/icons.mjs
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const svg = readFileSync(at('../public/icon.svg'), 'utf8')
const paper = '#faf7f2'

/** A maskable picture is cut by the device to its own shape: it has no corners of its own, and its drawing keeps to the middle. */
const pictures = [
  { name: 'icon-192', size: 192, part: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, part: 1, ground: 'transparent' },
  { name: 'icon-maskable-512', size: 512, part: 0.82, ground: paper },
  { name: 'apple-touch-icon', size: 180, part: 0.94, ground: paper },
]

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless=new', '--disable-gpu'],
})
const page = await browser.newPage()
for (const { name, size, part, ground } of pictures) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${ground}">` +
      svg.replace('<svg ', `<svg width="${size * part}" height="${size * part}" `),
  )
  await page.screenshot({ path: at(`../public/${name}.png`), omitBackground: true })
}
await browser.close()
