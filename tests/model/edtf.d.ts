/** The part of edtf that tests compare with: bounds in milliseconds since 1970, UTC; open ones are infinite, unknown ones null. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
