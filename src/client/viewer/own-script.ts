/** Address of this script; that of the page in a single file, which contains it. */
export const ownScript = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href
