const DARK = '--ground: #16181c; --text: #eceef1; --edge: rgba(255,255,255,.2); --quiet: #aeb5bf';

/**
 * Styles inside the shadow root, as a constructed sheet: a site's Content-Security-Policy does not count those. Physical sides, because the position
 * is the channel's choice and does not follow the language.
 */
export const STAGE_CSS = `
:host { display: block !important }
* { box-sizing: border-box }
[hidden] { display: none !important }
.root { --ground: #fff; --text: #16191d; --edge: rgba(0,0,0,.12); --quiet: #555d68; font: 15px/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; color: var(--text); text-align: start; -webkit-text-size-adjust: 100% }
.root.dark { ${DARK} }
@media (prefers-color-scheme: dark) { .root.auto { ${DARK} } }
button { font: inherit; color: inherit; margin: 0; padding: 0; border: 1px solid transparent; background: none; cursor: pointer; touch-action: manipulation }
button:focus-visible { outline: 3px solid #fff; outline-offset: -1px; box-shadow: 0 0 0 5px #0b57d0 }
.launcher { position: fixed; bottom: calc(var(--y) + env(safe-area-inset-bottom, 0px)); display: flex; align-items: center; justify-content: center; gap: 10px;
  min-width: 56px; height: 56px; max-width: calc(100vw - 2 * var(--x)); padding: 0 14px; border-radius: 28px; background: var(--accent); color: var(--ink);
  font-weight: 600; box-shadow: 0 1px 3px rgba(0,0,0,.2), 0 6px 20px rgba(0,0,0,.22); transition: transform .12s }
.launcher:hover { transform: translateY(-1px) }
.launcher svg { flex: none; width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.launcher img { flex: none; width: 32px; height: 32px; object-fit: contain; border-radius: 6px }
.label { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline-end: 4px }
.badge { position: absolute; top: -5px; inset-inline-end: -3px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px; border: 2px solid #fff; background: #c62828; color: #fff;
  font-size: 12px; line-height: 18px; text-align: center }
.bubble { position: fixed; bottom: calc(var(--y) + 72px + env(safe-area-inset-bottom, 0px)); max-width: min(300px, calc(100vw - 2 * var(--x))); border-radius: 14px; background: var(--ground);
  border: 1px solid var(--edge); box-shadow: 0 6px 24px rgba(0,0,0,.18); animation: rise .16s }
.bubble .text { display: block; width: 100%; padding: 13px 44px 13px 15px; text-align: start; white-space: pre-line; overflow-wrap: anywhere; border-radius: 14px; max-height: 40vh; overflow: hidden }
[dir=rtl] .bubble .text { padding: 13px 15px 13px 44px }
.bubble .dismiss { position: absolute; top: 6px; inset-inline-end: 6px; width: 32px; height: 32px; border-radius: 16px }
.dismiss svg { width: 16px; height: 16px; vertical-align: middle; fill: none; stroke: var(--quiet); stroke-width: 2; stroke-linecap: round }
.right .launcher, .right .bubble, .right .panel { right: calc(var(--x) + env(safe-area-inset-right, 0px)) }
.left .launcher, .left .bubble, .left .panel { left: calc(var(--x) + env(safe-area-inset-left, 0px)) }
.panel { position: fixed; bottom: calc(var(--y) + var(--above) + env(safe-area-inset-bottom, 0px)); width: min(380px, calc(100vw - 2 * var(--x))); height: min(640px, calc(100vh - var(--y) - var(--above) - 16px));
  overflow: hidden; border-radius: 14px; background: var(--ground); box-shadow: 0 1px 3px rgba(0,0,0,.16), 0 12px 48px rgba(0,0,0,.26);
  visibility: hidden; opacity: 0; transform: translateY(10px); pointer-events: none; transition: opacity .12s, transform .12s, visibility 0s .12s }
.open .panel { visibility: visible; opacity: 1; transform: none; pointer-events: auto; transition: opacity .12s, transform .12s }
.panel iframe { display: block; width: 100%; height: 100%; border: 0; background: none; color-scheme: normal }
.narrow .panel { inset: 0 auto auto 0; width: 100%; height: 100%; border-radius: 0; transition: none; transform: none }
.narrow.open .launcher, .open .bubble { display: none }
.plain .launcher, .plain .bubble { display: none }
@keyframes rise { from { opacity: 0; transform: translateY(6px) } }
@media (prefers-reduced-motion: reduce) { .launcher, .bubble, .panel, .open .panel { transition: none; animation: none } }
@media (forced-colors: active) { .panel, .launcher, .bubble { border: 1px solid CanvasText } }
@media print { .root { display: none !important } }
`;
