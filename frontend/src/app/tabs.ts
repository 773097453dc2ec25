/** What the tabs of one browser tell each other about who is signed in. */
export type TabNews = 'left' | 'entered'

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('maillage.tabs')

export function tellTabs(news: TabNews): void {
  channel?.postMessage(news)
}

export function onTabNews(listen: (news: TabNews) => void): void {
  channel?.addEventListener('message', ({ data }) => listen(data as TabNews))
}
