import type { Language } from './language.ts';

export const german: Language = {
  name: 'german',
  cues: ['auf deutsch', 'in deutsch'],
  apology:
    'Leider nicht: Ich bin der Offline-Ersatz des Kurses und kann $asked nicht auf Deutsch beantworten; ein echtes Modell, mit OPENAI_API_KEY in .env, kann es.',
  phrases: {
    hello: 'Hallo!',
    'good morning': 'Guten Morgen.',
    'good night': 'Gute Nacht.',
    goodbye: 'Auf Wiedersehen.',
    please: 'Bitte.',
    'thank you': 'Danke.',
    "you're welcome": 'Gern geschehen.',
    'how are you': 'Wie geht es dir?',
    'i love you': 'Ich liebe dich.',
    cheese: 'Käse.',
    cat: 'Katze.',
    dog: 'Hund.',
    yes: 'Ja.',
    no: 'Nein.',
  },
  summaries: {
    'large language model':
      'Ein großes Sprachmodell ist ein {Programm|System}, das aus {sehr viel|riesigen Mengen} Text gelernt hat, {vorherzusagen|zu erraten}, welches Stück als Nächstes kommt.',
    token:
      'Ein Token ist ein {kleines|kurzes} Stück Text, {oft|meist} ein Wort oder ein Teil davon, das ein Modell als eine Einheit {liest|verarbeitet}.',
    temperature:
      'Die Temperatur {bestimmt|regelt}, wie {abwechslungsreich|kühn} ein Modell jedes nächste Wort wählt: nahe 0 wiederholt es sich, höhere Werte {überraschen|bringen Neues}.',
    prompt:
      'Ein Prompt ist der {Text|Auftrag}, den man einem Modell {gibt|schickt} und aus dem es {ableitet|erschließt}, was es {antworten|schreiben} soll.',
    instructions:
      'Anweisungen {sagen|erklären} einem Modell {vorab|im Voraus}, wie es sich {verhalten|ausdrücken} soll, getrennt von der {Frage|Eingabe} selbst.',
    'context window':
      'Das Kontextfenster ist die Textmenge, in Tokens {gezählt|gemessen}, die ein Modell auf einmal {berücksichtigen|überblicken} kann.',
    embedding:
      'Ein Embedding ist eine Liste von Zahlen, die die Bedeutung eines Textes {darstellt|wiedergibt}; {ähnliche|verwandte} Texte haben {nahe|ähnliche} Listen.',
    hallucination:
      'Eine Halluzination ist eine Aussage eines Modells, die {überzeugend|sicher} klingt, aber {falsch|erfunden} ist.',
    API: 'Eine API ist ein {Satz von Regeln|Vertrag}, nach dem ein Programm von einem anderen {Daten oder Arbeit|Auskünfte oder Dienste} {anfordern|verlangen} kann.',
    'Responses API':
      'Die Responses API ist OpenAIs {wichtigste|zentrale} Schnittstelle: Man {schickt|sendet} eine Eingabe und {bekommt|erhält} die Antwort eines Modells.',
    streaming:
      'Streaming {liefert|bringt} die Antwort {Stück für Stück|nach und nach}, während das Modell {noch|gerade noch} daran schreibt.',
    'structured output':
      'Strukturierte Ausgabe heißt, dass die Antwort einem JSON-Schema {folgt|entspricht}, das man {vorgibt|mitschickt}.',
    'function calling':
      'Mit Funktionsaufrufen kann ein Modell das eigene Programm {bitten|auffordern}, eine Funktion auszuführen.',
    'API key':
      'Ein API-Schlüssel ist ein Geheimnis, das einem Server {sagt|zeigt}, wer {anruft|fragt} und wer bezahlt.',
    concurrency:
      'Nebenläufigkeit heißt, dass mehrere Aufrufe {zugleich|gleichzeitig} unterwegs sind, statt {nacheinander|einer nach dem anderen}.',
    'rate limit':
      'Ein Rate-Limit ist die Zahl der Anfragen oder Tokens, die ein Dienst in {einer bestimmten Zeit|der Minute} {annimmt|erlaubt}.',
    retry:
      'Ein Wiederholungsversuch {schickt|sendet} eine Anfrage noch einmal, die aus einem {vorübergehenden|vergänglichen} Grund {scheiterte|fehlschlug}.',
    'exponential backoff':
      'Exponentielles Backoff {verdoppelt|vergrößert} die Wartezeit nach jedem Fehlschlag, bevor man es {erneut|wieder} versucht.',
    jitter:
      'Jitter ist ein {kleiner|geringer} Zufallsanteil an der Wartezeit, damit nicht alle Clients {zugleich|im selben Moment} wiederkommen.',
  },
};
