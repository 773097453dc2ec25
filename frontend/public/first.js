// Runs before the first paint so that neither the theme nor the language flashes. Kept apart because the policy forbids inline script.
;(function () {
  var root = document.documentElement
  try {
    var theme = localStorage.getItem('maillage.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    var language = localStorage.getItem('maillage.language')
    if (!language && navigator.language && navigator.language.slice(0, 2) === 'en') language = 'en'
    root.lang = language === 'en' ? 'en' : 'fr'
  } catch {
    root.lang = 'fr'
  }
})()
