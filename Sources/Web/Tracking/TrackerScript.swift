/// The tracker for web pages, in JavaScript: what browsers get of `t.js`, which stands beside this file and is meant to be
/// read. Here names are short, and comments and spaces are gone; the code is the same.
enum TrackerScript {
  static let served = #"""
    (function(w,d,n){const t=d.currentScript
    const U=new URL(t.src).origin+'/v1/batch'
    const E=w.leadline
    const S=n.doNotTrack=='1'||w.doNotTrack=='1'||n.globalPrivacyControl
    let Q=[],T,V=0,s,o=1
    const K=(v)=>{try{const k=w.localStorage
    if(v===undefined)return JSON.parse(k.getItem('leadline'))
    v?k.setItem('leadline',JSON.stringify(v)):k.removeItem('leadline')}catch(e){}}
    const R=()=>Array.from(crypto.getRandomValues(new Uint8Array(16)),(b)=>(b+256).toString(16).slice(1)).join('')
    let C=K()
    let m=C||{a:R()}
    const X=()=>{clearTimeout(T)
    T=0
    if(!Q.length)return
    const b=JSON.stringify({batch:Q.splice(0,50),sentAt:new Date(),writeKey:t.getAttribute('data-key')})
    if(!n.sendBeacon||!n.sendBeacon(U,b))fetch(U,{method:'POST',body:b,keepalive:true}).catch(()=>{})}
    const A=(type,M)=>{if(S)return
    const q=new URLSearchParams(location.search),g={}
    for(const p of ['source','medium','term','content','campaign']){const v=q.get('utm_'+p)
    if(v)g[p=='campaign'?'name':p]=v}
    Q.push({type,messageId:R(),anonymousId:m.a,userId:m.u,timestamp:new Date(),context:{userAgent:n.userAgent,campaign:g,page:{url:location.href,path:location.pathname,referrer:d.referrer,title:d.title}},...M})
    T=T||setTimeout(X,300)}
    const L=()=>{const N=Date.now()
    if(s)V+=N - s
    s=d.hidden?0:N}
    const D=()=>{L()
    const z=Math.round(V / 1000)
    if(!o&&z>4)F('page_dwell',{seconds:z})
    o=1}
    const F=(event,properties)=>A('track',{event,properties})
    const c={page(name,properties){D()
    V=o=0
    A('page',{name,properties})},track:F,group:(groupId,r)=>A('group',{groupId,traits:r}),identify(u,r){if(typeof u=='object')r=u
    else m.u=u
    if(C)K(m)
    A('identify',{traits:r})},consent(G){C=G
    K(G?m:0)}}
    d.addEventListener('submit',(e)=>{const f=e.target,r={}
    if(f.hasAttribute('data-leadline')){for(const i of f.elements){if(!/^(text|email|tel|url|number|textarea|select-one)$/.test(i.type))continue
    if(/pass|card|cvc|cvv|iban|ssn|secret|token|pin\b/i.test(i.name+' '+i.id))continue
    if(/^cc-|password|one-time/.test(i.autocomplete))continue
    if(i.name&&i.value)r[i.type=='email'?'email':i.name]=i.value}
    if(r.email)A('identify',{traits:r})}
    F('form_submitted',{form:f.id||f.getAttribute('name')||''})
    X()},true)
    d.addEventListener('visibilitychange',()=>{L()
    if(d.hidden)X()})
    w.addEventListener('pagehide',()=>{D()
    X()})
    w.leadline=(h,...j)=>c[h]&&c[h](...j)
    c.page()
    for(const h of(E&&E.q)||[])w.leadline(...h)})(window,document,navigator)
    """#
}
