// A transition that is cut short, since the reader went on or the other page has none, is no mistake.
for (const type of ['pageswap', 'pagereveal'])
  addEventListener(type, ({ viewTransition: cut }) => {
    for (const step of [cut?.updateCallbackDone, cut?.ready, cut?.finished]) step?.catch(() => {})
  })
