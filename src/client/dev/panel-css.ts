/** The style sheet of the panel, which is in a shadow root. */
export const panelCss = `
:host { position: fixed; inset: auto auto 2.75rem 0.5rem; z-index: 100; max-width: min(28rem, calc(100vw - 1rem)); color-scheme: light dark; }
details { font: 0.8125rem/1.45 system-ui, sans-serif; color: light-dark(#1b1b1b, #f2f2f2); background: light-dark(#fffffff5, #1e1e1ef5);
  border: 1px solid light-dark(#767676, #9a9a9a); border-radius: 0.4rem; box-shadow: 0 1px 6px #0004; text-align: left; }
details:not([open]) { width: max-content; max-width: 100%; opacity: 0.9; }
:host([data-worst=warning]) details { border-color: light-dark(#a15c00, #ffb454); }
:host([data-worst=error]) details { border-color: light-dark(#b3261e, #ff9b93); border-width: 2px; }
summary { padding: 0.25rem 0.6rem; cursor: pointer; font-weight: 600; }
.messages { max-height: 30vh; overflow: auto; padding: 0 0.6rem; }
article { border-top: 1px solid light-dark(#d5d5d5, #4a4a4a); padding: 0.35rem 0; }
p { margin: 0.15rem 0; overflow-wrap: anywhere; }
strong { color: light-dark(#a15c00, #ffb454); }
.error strong { color: light-dark(#b3261e, #ff9b93); }
code { color: light-dark(#595959, #b8b8b8); font: 0.75rem/1.4 ui-monospace, monospace; }
pre { margin: 0.25rem 0; padding: 0.3rem 0.4rem; overflow-x: auto; font: 0.75rem/1.4 ui-monospace, monospace; background: light-dark(#f1f1f1, #2b2b2b); border-radius: 0.25rem; }
.help::before { content: "→ "; }
.others { margin: 0.3rem 0; padding: 0; list-style: none; border-top: 1px solid light-dark(#d5d5d5, #4a4a4a); }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0.2rem 0; text-align: left; cursor: pointer; text-decoration: underline; overflow-wrap: anywhere; }
label { display: block; padding: 0.3rem 0.6rem; border-top: 1px solid light-dark(#d5d5d5, #4a4a4a); }
:focus-visible { outline: 2px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 1px; }
@media print { :host { display: none; } }
`
