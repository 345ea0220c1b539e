/**
 * Attributes that are dropped without a message. Pages of other servers are links that open after a click, so what these ask for is
 * either so anyway or has no effect.
 */
export const droppedAttributes: Readonly<Record<string, RegExp>> = {
  iframe:
    /^(?:frameborder|scrolling|allow|loading|referrerpolicy|name|sandbox|(?:webkit|moz|ms)allowfullscreen|margin(?:height|width)|align|allowtransparency|border|hspace|vspace|seamless|credentialless|fetchpriority|importance|tabindex|aria-[a-z]+|role)$/,
  section: /^data-background-interactive$/,
}
