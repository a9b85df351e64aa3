/** Styles of the card page, beyond the common look; it is mostly seen as narrow as a messenger. */
export const CARD_CSS = `
body { min-height: 100vh; display: flex; flex-direction: column; font-size: 15px }
.bar { padding: .8rem 1.15rem; border-bottom: 1px solid var(--line); background: var(--raised); display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .25rem 1rem; font-size: .85rem; color: var(--dim) }
main { width: 100%; max-width: 27rem; margin: 0 auto; padding: 1.25rem 1.15rem 2rem }
h1 { font-size: 1.35rem; margin-bottom: .45rem } .lead { color: var(--dim); margin-bottom: 1.15rem }
label { display: block; font-weight: 600; margin-bottom: .3rem }
.hint { color: var(--dim); font-size: .875rem; margin-bottom: .35rem }
input { width: 100%; height: 48px; padding: 0 .8rem; border: 1px solid var(--field-line); border-radius: 8px; background: var(--raised); color: inherit; font: 16px/1 ui-monospace, 'JetBrains Mono', monospace; letter-spacing: .04em }
input[aria-invalid=true] { border: 2px solid var(--bad) }
.field { margin-bottom: 1.1rem } .short input { max-width: 9rem }
.wrong { color: var(--bad); font-weight: 500; margin-top: .35rem; font-size: .9rem }
.alert { border: 1px solid var(--bad); background: var(--bad-ground); border-radius: 8px; padding: .75rem .9rem; margin-bottom: 1.1rem }
form .button { width: 100% } .safe { color: var(--dim); font-size: .85rem; margin-top: 1rem }
.done { text-align: center; padding-top: 1.5rem } .done svg { width: 58px; height: 58px; margin-bottom: .75rem } .done p { color: var(--dim) } .done .button { margin-top: 1.25rem }
`;
