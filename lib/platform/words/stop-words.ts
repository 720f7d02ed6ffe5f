/** Languages that words are told apart by; `other` is everything else, and text too short to tell. */
export type Language = "en" | "de" | "fr" | "es" | "cjk" | "other";

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that say nothing about the subject, without diacritics and in lower case, as they stand after folding. */
export const STOP_WORDS: Readonly<Record<"en" | "de" | "fr" | "es", ReadonlySet<string>>> = {
  en: list(
    "a about above after again against all also although am an and another any are as at be because been before being below between both but by can could did do does doing done during each either else ever every few for from further get gets getting give given gives giving go goes going had has have having he hence her here hers herself him himself his how however i if in into is it its itself just let made make makes making many may me might mine more most much must my myself neither no nor not of on once one only onto or other others our ours ourselves own per please put same shall she should since so some such take taken takes tell than that the their theirs them themselves then there therefore these they this those though through thus to too toward towards until upon us very via was we were what whatever when where whereas whether which while who whoever whom whose why will with within without would yet you your yours yourself",
  ),
  de: list(
    "ab aber alle allem allen aller alles als also am an ander andere anderem anderen anderer auch auf aus bei beim bin bis bist da damit dann das dass dazu dein dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch euer fur gegen gibt habe haben hat hatte hier hin ich ihm ihn ihnen ihr ihre im in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine konnen konnte machen man mein mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so solche soll sollte sondern sonst uber um und uns unser unter viel vom von vor wann war waren warum was weg weil weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder wieviel wird wo wollen wurde wurden zu zum zur zwar zwischen",
  ),
  fr: list(
    "a ai alors au aucun aussi autre aux avec avoir c ce cela ces cet cette ceux chaque ci combien comme comment d dans de des depuis donc dont du elle elles en encore entre est et ete etre eu fait faut il ils j je jusqu l la le les leur leurs lors lui m ma mais me meme mes moi moins mon n ne ni nos notre nous on ont ou par parce pas pendant peu peut plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se selon ses si soit son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y",
  ),
  es: list(
    "a al algo algunas algunos ante antes aquel aquella asi aun aunque cada como con contra cual cuales cuando cuanta cuantas cuanto cuantos de del desde donde dos durante e el ella ellas ellos en entre era es esa esas ese eso esos esta estaba estado estan estas este esto estos fue fueron ha haber hace hacia han hasta hay la las le les lo los mas me mi mientras mis mucho muy nada ni no nos nosotros nuestra nuestro o os otra otros para pero poco por porque puede pueden que quien quienes se sea segun ser si sin sino sobre son su sus tal tambien tan tanto te tengo tiene tienen toda todas todo todos tu tus un una unas uno unos usted ustedes y ya yo",
  ),
};
