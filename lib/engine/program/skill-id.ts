/** Whether a text can be the id of an agent skill, which is a whole number. Source: conversation-builder reference, section 2.4. */
export function isSkillId(text: string): boolean {
  return /^\d{1,20}$/.test(text.trim());
}
