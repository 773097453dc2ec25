// Serves the built app as the server does, security policy included, without data: to look at pages that need none.
//   npm run preview -- [port] [folder of JSON answers by operation name]
import { createServer } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const port = Number(process.argv[2] ?? 4173)
const answers = process.argv[3]
const kinds = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (request.method === 'POST' || pathname === '/auth/demo-accounts')
    return void answer(request, response, pathname)
  const wanted = join(dist, normalize(pathname))
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html')
  response.writeHead(200, {
    'Content-Type': kinds[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
  })
  response.end(readFileSync(file))
})

async function answer(request, response, pathname) {
  let body = ''
  for await (const part of request) body += part
  const name =
    pathname === '/graphql' ? JSON.parse(body).operationName : pathname.slice(1).replaceAll('/', '-')
  const file = answers === undefined ? '' : join(answers, `${name}.json`)
  const isKnown = existsSync(file)
  response.writeHead(isKnown ? 200 : 404, { 'Content-Type': 'application/json' })
  response.end(isKnown ? readFileSync(file) : '{}')
}

server.listen(port, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://localhost:${typeof address === 'object' && address !== null ? address.port : port}`)
})
