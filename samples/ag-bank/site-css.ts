/** Styles of the bank's website, beyond the common look. */
export const SITE_CSS = `
.demo { background: light-dark(#f3e3b8, #3a3018); color: light-dark(#4a370a, #f3e0b0); font-size: .875rem; text-align: center; padding: .45rem 1rem }
.wide { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem }
.top { border-bottom: 1px solid var(--line); background: var(--raised) }
.top .wide { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.75rem; min-height: 68px; padding-block: .75rem }
.top nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-inline-start: auto }
.top nav a { color: var(--dim); text-decoration: none; padding: .35rem 0; font-weight: 500 } .top nav a:hover { color: var(--ink) }
.hero .wide { display: grid; grid-template-columns: 1.15fr .85fr; gap: 3rem; align-items: center; padding-block: clamp(2.5rem, 6vw, 5rem) }
.hero h1 { font-size: clamp(2rem, 5vw, 3.25rem); letter-spacing: -.025em }
.hero p { font-size: 1.125rem; color: var(--dim); margin: 1.1rem 0 1.75rem; max-width: 34rem }
.actions { display: flex; flex-wrap: wrap; gap: .75rem }
.plastic { position: relative; aspect-ratio: 1.586; width: min(100%, 25rem); margin-inline: auto; border-radius: 20px; padding: 1.5rem; display: flex; flex-direction: column; justify-content: space-between; color: #f5efdf;
  background: radial-gradient(circle at 85% 10%, #2d8d82 0, transparent 55%), linear-gradient(140deg, #0b5d57, #072f2d); box-shadow: 0 24px 60px -18px rgba(6, 46, 43, .6); transform: rotate(-3deg) }
.plastic b { font-size: 1.1rem } .plastic i { width: 46px; height: 34px; border-radius: 7px; background: linear-gradient(135deg, #f0d698, #b98e36) }
.plastic span { font: 500 1.15rem/1 ui-monospace, monospace; letter-spacing: .08em }
section.block { padding: clamp(2rem, 5vw, 3.5rem) 0; border-top: 1px solid var(--line) }
section.block h2 { font-size: 1.6rem; margin-bottom: 1.5rem }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1rem; list-style: none; margin: 0; padding: 0 }
.cards > li { background: var(--raised); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem }
.cards h3 { font-size: 1.05rem; margin-bottom: .4rem } .cards p { color: var(--dim) }
.cards .figure { color: var(--brand); font-weight: 700; font-size: 1.35rem; margin-top: .85rem; font-variant-numeric: tabular-nums }
.cards small { color: var(--dim) }
.notice { border: 1px solid var(--gold); border-radius: 12px; padding: 1rem 1.25rem; margin-bottom: 1.5rem } .notice p + p { margin-top: .5rem; color: var(--dim) }
code { font: .9em/1.5 ui-monospace, 'JetBrains Mono', monospace; overflow-wrap: anywhere }
pre { margin: 1rem 0 0; padding: 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--raised); white-space: pre-wrap }
footer { border-top: 1px solid var(--line); color: var(--dim); font-size: .9rem; padding: 1.75rem 0 6.5rem }
footer .wide { display: flex; flex-wrap: wrap; gap: .5rem 2rem }
@media (max-width: 50rem) { .hero .wide { grid-template-columns: 1fr; gap: 2.25rem } .top nav { margin-inline-start: 0; width: 100% } }
`;
