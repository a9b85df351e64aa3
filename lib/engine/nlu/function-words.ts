/** Words that carry the sentence rather than its matter, politeness included, by language. As stems without accents where that matters. */
const FUNCTION_WORDS: Record<string, string> = {
  en: `a about actually all also am an and any are as at be been but by can could did do does for from get give go going got had has have hello hey hi how i if im in is it its ive just kindly
    know let like ll may me might mine much must my need needs no of off ok okay on one or our please pls re right should so some tell thank thanks that the their them then there these they thing
    this to trying try u up us ve very want wanted was way we well were what whats when where which while who why will with would yes you your id d m s t`,
  de: `aber als am an auch auf aus bei bin bitte da danke dann das dass dem den der des die dies diese dir du ein eine einem einen einer er es etwas fur ganz gern gerne habe haben hallo hat hatte ich ihr
    im in ist ja kann kannst konnen konnte man mein meine meinem meinen meiner mich mir mit mochte muss nein nicht noch nur oder schon sehr sein sich sie sind so uber um und uns von vom war was welche
    wenn wer wie will wir wird wo wurde zu zum zur`,
  fr: `a ai alors au aux avec avez avoir bien bonjour ca ce ces cette comment dans de des dit du elle en est et etre faire fait il ils j je l la le les leur m ma mais me merci mes moi mon ne nos notre nous
    on ou par pas peut peux plait plus pour pourrais pouvez puis qu quand que quel quelle quels qui quoi s sa se ses si son suis sur svp ta te tes toi ton tu un une veux voudrais vos votre vous y`,
  es: `a al algo como con cual cuando de del donde el ella en era es esta estan este esto favor gracias ha hacer hay hola la las le lo los mas me mi mis muy necesito no o para pero por porque puede puedo
    que quien quiero quisiera se ser si sin sobre son soy su sus tengo tu tus un una uno usted y ya yo`,
  it: `a ai al alla anche che chi ci ciao come con cosa da dal dei del della delle di dove e ed essere favore fare gli grazie ha ho i il in io la le lo ma me mi mia mio ne nel nella no non o per perche piu
    posso puo qual quale quando questa questo salve se si sono sta su sul tu un una uno vorrei voglio`,
  nl: `aan als alstublieft ben bij dag dan dat de der die dit door een en er ga graag had hallo heb hebben heeft hem het hoe ik in is ja je jij jullie kan kunnen kunt maar me meer met mij mijn moet naar
    nee niet nog of om ons ook op over te toch u uit uw van voor waar wanneer wat we wel wie wil willen wilt worden wordt zal ze zich zijn zo`,
  pt: `a ao aos as com como da das de del do dos e ela ele em era essa esse esta este eu favor foi gostaria ha isso ja mais mas me meu minha muito na nao no nos o obrigada obrigado ola onde os ou para pela
    pelo por porque posso pode preciso qual quando que quem quero se sem ser seu sua so sobre sou tem tenho um uma voce`,
};

const setByLanguage = new Map(Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, new Set(words.split(/\s+/))]));
const NONE: ReadonlySet<string> = new Set();

/** The function words of a language given by its BCP 47 tag; none for a language that has no list. */
export function getFunctionWords(language: string): ReadonlySet<string> {
  return setByLanguage.get(language.toLowerCase().split('-')[0] ?? '') ?? NONE;
}
