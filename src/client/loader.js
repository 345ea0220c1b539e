;(() => {
  const { src, integrity } = document.currentScript.dataset
  if (/^#\/?(?!0?$|0\/0?$).+/.test(location.hash)) document.documentElement.classList.add('elsewhere')
  const script = document.createElement('script')
  script.src = src
  if (location.protocol !== 'file:') Object.assign(script, { integrity, crossOrigin: 'anonymous' })
  document.head.append(script)
})()
