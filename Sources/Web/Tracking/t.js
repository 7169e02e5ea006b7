// The tracker for web pages. `TrackerScript.swift` holds what browsers get of it: the same with short names.
//
// It tells what pages are seen and for how long, and which forms are sent (not what stands in them). Before
// leadline('consent', true) nothing is kept in the browser: no cookie, nothing else, and each page is seen by somebody
// new. With Do-Not-Track or Global Privacy Control nothing is sent at all.
(function (win, doc, nav) {
  const tag = doc.currentScript
  const url = new URL(tag.src).origin + '/v1/batch'
  const earlier = win.leadline
  const silent = nav.doNotTrack == '1' || win.doNotTrack == '1' || nav.globalPrivacyControl
  let queue = [], timer, visible = 0, since, told = 1

  // The browser's store; where it is forbidden, nothing is kept.
  const kept = (value) => {
    try {
      const store = win.localStorage
      if (value === undefined) return JSON.parse(store.getItem('leadline'))
      value ? store.setItem('leadline', JSON.stringify(value)) : store.removeItem('leadline')
    } catch (e) {}
  }
  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => (b + 256).toString(16).slice(1)).join('')

  // There is something in the store only after consent.
  let consent = kept()
  let me = consent || { a: random() }

  const send = () => {
    clearTimeout(timer)
    timer = 0
    if (!queue.length) return
    const body = JSON.stringify({ batch: queue.splice(0, 50), sentAt: new Date(), writeKey: tag.getAttribute('data-key') })
    // Plain text, so that browsers need not ask before they send it.
    if (!nav.sendBeacon || !nav.sendBeacon(url, body)) fetch(url, { method: 'POST', body, keepalive: true }).catch(() => {})
  }
  const add = (type, more) => {
    if (silent) return
    const query = new URLSearchParams(location.search), campaign = {}
    for (const part of ['source', 'medium', 'term', 'content', 'campaign']) {
      const value = query.get('utm_' + part)
      if (value) campaign[part == 'campaign' ? 'name' : part] = value
    }
    queue.push({
      type, messageId: random(), anonymousId: me.a, userId: me.u, timestamp: new Date(),
      context: {
        userAgent: nav.userAgent, campaign,
        page: { url: location.href, path: location.pathname, referrer: doc.referrer, title: doc.title }
      }, ...more
    })
    timer = timer || setTimeout(send, 300)
  }

  // How long the page was in sight; told once for each page, when it goes.
  const look = () => {
    const now = Date.now()
    if (since) visible += now - since
    since = doc.hidden ? 0 : now
  }
  const dwell = () => {
    look()
    const seconds = Math.round(visible / 1000)
    if (!told && seconds > 4) track('page_dwell', { seconds })
    told = 1
  }
  const track = (event, properties) => add('track', { event, properties })
  const calls = {
    page(name, properties) {
      dwell()
      visible = told = 0
      add('page', { name, properties })
    },
    track,
    group: (groupId, traits) => add('group', { groupId, traits }),
    identify(user, traits) {
      if (typeof user == 'object') traits = user
      else me.u = user
      if (consent) kept(me)
      add('identify', { traits })
    },
    consent(given) {
      consent = given
      kept(given ? me : 0)
    }
  }

  // A form that is sent is an event. What stands in it is told only where it has data-leadline, and never a secret.
  doc.addEventListener('submit', (e) => {
    const form = e.target, traits = {}
    if (form.hasAttribute('data-leadline')) {
      for (const field of form.elements) {
        if (!/^(text|email|tel|url|number|textarea|select-one)$/.test(field.type)) continue
        if (/pass|card|cvc|cvv|iban|ssn|secret|token|pin\b/i.test(field.name + ' ' + field.id)) continue
        if (/^cc-|password|one-time/.test(field.autocomplete)) continue
        if (field.name && field.value) traits[field.type == 'email' ? 'email' : field.name] = field.value
      }
      if (traits.email) add('identify', { traits })
    }
    track('form_submitted', { form: form.id || form.getAttribute('name') || '' })
    send()
  }, true)
  doc.addEventListener('visibilitychange', () => {
    look()
    if (doc.hidden) send()
  })
  win.addEventListener('pagehide', () => {
    dwell()
    send()
  })
  win.leadline = (call, ...rest) => calls[call] && calls[call](...rest)
  calls.page()
  for (const call of (earlier && earlier.q) || []) win.leadline(...call)
})(window, document, navigator)
