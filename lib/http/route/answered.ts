/** What a handler gives when it answers over Node's response itself, as live connections do. */
export const ANSWERED = Symbol('answered');
