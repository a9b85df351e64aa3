/** What the channel says before anybody has said something. */
export function WelcomeText({ text }: { text: string }) {
  if (!text) return null;
  return (
    <p dir="auto" className="mx-auto my-auto max-w-75 px-2 py-8 text-center text-lg break-words whitespace-pre-wrap">
      {text}
    </p>
  );
}
