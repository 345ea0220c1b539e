;(() => {
  const { src, integrity } = document.currentScript.dataset
  const { classList } = document.documentElement
  if (/^#\/?(?!0?$|0\/0?$).+/.test(location.hash)) classList.add('elsewhere')
  const script = document.createElement('script')
  script.src = src
  script.onerror = () => classList.remove('elsewhere')
  if (location.protocol !== 'file:') Object.assign(script, { integrity, crossOrigin: 'anonymous' })
  document.head.append(script)
})()
