/** The few words of a transcript that nobody has said. */
export interface TranscriptWords {
  title(name: string): string;
  you: string;
  /** Somebody of the staff. */
  operator: string;
  times(zone: string): string;
}

const ENGLISH: TranscriptWords = { title: (name) => `Your conversation with ${name}`, you: 'You', operator: 'Staff', times: (zone) => `Times: ${zone}` };
const WORDS: Record<string, TranscriptWords> = {
  en: ENGLISH,
  de: { title: (name) => `Ihr Gespräch mit ${name}`, you: 'Sie', operator: 'Mitarbeiter', times: (zone) => `Zeiten: ${zone}` },
  fr: { title: (name) => `Votre conversation avec ${name}`, you: 'Vous', operator: 'Conseiller', times: (zone) => `Heures : ${zone}` },
  es: { title: (name) => `Su conversación con ${name}`, you: 'Usted', operator: 'Agente', times: (zone) => `Horas: ${zone}` },
  it: { title: (name) => `La sua conversazione con ${name}`, you: 'Lei', operator: 'Operatore', times: (zone) => `Orari: ${zone}` },
  nl: { title: (name) => `Uw gesprek met ${name}`, you: 'U', operator: 'Medewerker', times: (zone) => `Tijden: ${zone}` },
  pt: { title: (name) => `A sua conversa com ${name}`, you: 'Você', operator: 'Atendente', times: (zone) => `Horários: ${zone}` },
  ar: { title: (name) => `محادثتك مع ${name}`, you: 'أنت', operator: 'موظف', times: (zone) => `التوقيت: ${zone}` },
};

/** Words for a language tag; English where there are none. */
export function toTranscriptWords(language: string): TranscriptWords {
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  return (Object.hasOwn(WORDS, base) ? WORDS[base] : undefined) ?? ENGLISH;
}
