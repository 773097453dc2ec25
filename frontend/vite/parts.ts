import { fileURLToPath } from 'node:url'

interface Modules {
  getModuleInfo: (id: string) => { code: string | null; importedIds?: readonly string[] } | null
}

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
const entry = [source('main.tsx')]
const shell = [source('app/AppLayout.tsx'), source('app/enter.ts')]
const home = [source('features/home/HomePage.tsx')]
const signIn = [source('features/auth/SignInPage.tsx')]

const iconList = /\/lucide-react\/dist\/esm\/lucide-react\.mjs$/

/** Where each icon lies, by each of its names, as the library's list of them says. */
function iconFiles(list: string, modules: Modules): Map<string, string> {
  const { code, importedIds } = modules.getModuleInfo(list) ?? {}
  const byFile = new Map(importedIds?.map((id) => [id.slice(id.lastIndexOf('/') + 1), id]))
  const found = new Map<string, string>()
  for (const [, names, file] of code?.matchAll(/export \{([^}]+)\} from '\.\/icons\/([^']+)'/g) ?? []) {
    for (const [, name] of names!.matchAll(/default as (\w+)/g)) found.set(name!, byFile.get(file!) ?? file!)
  }
  return found
}

/**
 * Every module that one of these needs before it can run. Through the library's list of icons every module would need every icon
 * of the application: of those it needs what it names.
 */
function closure(roots: readonly string[], modules: Modules): Set<string> {
  const seen = new Set<string>()
  let icons: Map<string, string> | undefined
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    const { code, importedIds } = modules.getModuleInfo(id) ?? {}
    for (const next of importedIds ?? []) {
      if (!iconList.test(next)) {
        visit(next)
        continue
      }
      icons ??= iconFiles(next, modules)
      for (const [, names] of code?.matchAll(/import\s*\{([^}]+)\}\s*from\s*["']lucide-react["']/g) ?? []) {
        for (const name of names!.split(',')) visit(icons.get(name.trim().split(/\s+as\s+/)[0]!) ?? next)
      }
    }
  }
  roots.forEach(visit)
  return seen
}

/** Of what the home page needs, what no feature has of its own. */
function shared(ids: Set<string>): string[] {
  return [...ids].filter((id) => !id.includes('/src/features/'))
}

/**
 * Keeps together what is always needed together: what the shell needs besides the entry, the components that every page is made
 * of, and of both what the page to sign in needs too. Left alone, each icon and each small component that several pages share
 * becomes a file, and a request, of its own.
 */
export function firstParts() {
  let sets: { entry: Set<string>; shell: Set<string>; signIn: Set<string> } | undefined
  return {
    debugName: 'first parts',
    name: (id: string, modules: Modules) => {
      sets ??= {
        entry: closure(entry, modules),
        shell: new Set([...closure(shell, modules), ...shared(closure(home, modules))]),
        signIn: closure(signIn, modules),
      }
      // What is asked for by its own name keeps it.
      if (sets.entry.has(id) || !sets.shell.has(id) || shell.includes(id)) return null
      return sets.signIn.has(id) ? 'base' : 'shell'
    },
    includeDependenciesRecursively: false,
  }
}
