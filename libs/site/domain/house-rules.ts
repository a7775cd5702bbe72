/** What stands on the page of the house rules until somebody writes their own, in the language of the site. */
const TEXTS = {
  en: `Welcome. People here help each other, in their own time and for free. A few habits keep it that way.

## When you ask

- **Look first.** Type your question; what is known already shows up while you do.
- **One problem, one question.** Say what you wanted, what you did and what happened instead. Names, versions and the exact words of an error help more than anything else.
- **Keep private things private.** No passwords, serial numbers, addresses or orders. If an answer needs them, the company's staff will tell you where to send them.
- **Come back.** Accept the answer that solved it, and rate who helped: that is the thanks, and it shows the next person the way.

## When you answer

- **Answer what was asked,** in words the asker can follow. A link is a fine addition, never the whole answer.
- **Say how sure you are.** “It worked on mine” is honest and useful. A guess that looks like knowledge is neither.
- **Give credit.** If it is somebody else's text, quote it and say whose it is.
- **Being wrong is no shame.** Correct it, or let it be corrected: every version is kept.

## Always

- **Talk to the person you would like to meet.** Disagree with what is said, not with who says it.
- **No advertising, no paid praise,** and no vote for a favour. Votes are for what is written.
- **Whoever works for the company says so.** Staff carry a badge on everything they write; superusers are trusted customers and carry none.

## What happens when it goes wrong

Moderators are people too, and most of them volunteers. They first ask, then edit, then hide; only who does not stop is kept from writing. Whatever they do is recorded and can be undone. If you think they erred, say so to them, calmly and once, and somebody else will look at it.
`,
  de: `Willkommen. Hier helfen Menschen einander, in ihrer eigenen Zeit und umsonst. Ein paar Gewohnheiten sorgen dafür, dass es so bleibt.

## Wenn du fragst

- **Sieh erst nach.** Tippe deine Frage; was schon bekannt ist, erscheint dabei.
- **Ein Problem, eine Frage.** Sag, was du wolltest, was du getan hast und was stattdessen geschah. Namen, Versionen und der genaue Wortlaut einer Meldung helfen mehr als alles andere.
- **Privates bleibt privat.** Keine Passwörter, Seriennummern, Adressen oder Bestellungen. Braucht eine Antwort sie, sagen dir die Mitarbeiter der Firma, wohin damit.
- **Komm wieder.** Nimm die Antwort an, die geholfen hat, und bewerte, wer geholfen hat: Das ist der Dank, und es zeigt dem Nächsten den Weg.

## Wenn du antwortest

- **Antworte auf das, was gefragt wurde,** in Worten, denen man folgen kann. Ein Link ist eine gute Zugabe, aber nie die ganze Antwort.
- **Sag, wie sicher du bist.** „Bei mir ging es so“ ist ehrlich und nützlich. Eine Vermutung, die wie Wissen aussieht, ist keins von beiden.
- **Nenne, von wem es ist.** Fremden Text zitierst du und sagst, wessen er ist.
- **Irren ist keine Schande.** Berichtige es oder lass es berichtigen: Jede Fassung bleibt erhalten.

## Immer

- **Sprich so, wie du angesprochen werden möchtest.** Widersprich dem, was gesagt wird, nicht dem, der es sagt.
- **Keine Werbung, kein bezahltes Lob,** keine Stimme aus Gefälligkeit. Stimmen gelten dem, was geschrieben steht.
- **Wer für die Firma arbeitet, sagt es.** Mitarbeiter tragen ein Zeichen an allem, was sie schreiben; Superuser sind Kunden, denen die Firma vertraut, und tragen keins.

## Wenn etwas schiefgeht

Moderatoren sind auch nur Menschen, die meisten ehrenamtlich. Erst fragen sie, dann bearbeiten, dann verbergen sie; nur wer nicht aufhört, darf nicht mehr schreiben. Was sie tun, wird festgehalten und lässt sich rückgängig machen. Wenn du meinst, dass sie sich geirrt haben, sag es ihnen, ruhig und einmal, und jemand anderes sieht es sich an.
`,
};

/** @param locale BCP 47; languages we have no text in get the English one */
export function defaultHouseRules(locale: string): string {
  return locale.split('-')[0] === 'de' ? TEXTS.de : TEXTS.en;
}
