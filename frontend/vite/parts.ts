import { fileURLToPath } from 'node:url'

interface Modules {
  getModuleInfo: (id: string) => { importedIds?: readonly string[] } | null
}

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
const entry = [source('main.tsx')]
const shell = [source('app/AppLayout.tsx'), source('app/enter.ts')]
const home = [source('features/home/HomePage.tsx')]
const signIn = [source('features/auth/SignInPage.tsx')]

/** Every module that one of these needs before it can run. */
function closure(roots: readonly string[], modules: Modules): Set<string> {
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) visit(next)
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
