/** A style sheet as text, which the bundler puts in. */
declare module '*.css?inline' {
  const text: string
  export default text
}
