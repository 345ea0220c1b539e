/** A style sheet as text, inserted by Vite. */
declare module '*.css?inline' {
  const text: string
  export default text
}
