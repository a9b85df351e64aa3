/** One dialog. The layout draws it, from the address. */
export default function Dialog() {
  return null;
}
