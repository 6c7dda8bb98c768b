import type { Language } from './language.ts';

export const dutch: Language = {
  name: 'dutch',
  cues: ['in het nederlands', 'op zijn nederlands'],
  apology:
    'Helaas: ik ben de offline vervanger van de cursus en kan $asked niet in het Nederlands beantwoorden; een echt model, met OPENAI_API_KEY in .env, kan dat wel.',
  phrases: {
    hello: 'Hallo!',
    'good morning': 'Goedemorgen.',
    'good night': 'Welterusten.',
    goodbye: 'Tot ziens.',
    please: 'Alstublieft.',
    'thank you': 'Dank je wel.',
    "you're welcome": 'Graag gedaan.',
    'how are you': 'Hoe gaat het?',
    yes: 'Ja.',
    no: 'Nee.',
  },
  summaries: {
    'large language model':
      'Een groot taalmodel is een {programma|systeem} dat uit {heel veel|enorme hoeveelheden} tekst heeft geleerd om te {voorspellen|raden} welk stukje volgt.',
    token:
      'Een token is een {klein|kort} stukje tekst, {vaak|meestal} een woord of een deel ervan, dat een model als één geheel {leest|verwerkt}.',
    temperature:
      'De temperatuur {bepaalt|regelt} hoe {gevarieerd|gedurfd} een model elk volgend woord kiest: dicht bij 0 herhaalt het zich, hogere waarden {verrassen|brengen iets nieuws}.',
    API: 'Een API is een {stel regels|contract} waarmee een programma een ander om {gegevens of werk|informatie of een dienst} kan {vragen|verzoeken}.',
    'Responses API':
      'De Responses API is de {belangrijkste|centrale} toegang tot OpenAI: je {stuurt|zendt} een invoer en {krijgt|ontvangt} het antwoord van een model.',
    streaming:
      'Streaming {levert|brengt} het antwoord {stukje voor stukje|beetje bij beetje} terwijl het model {nog|er nog aan} schrijft.',
    'context window':
      'Het contextvenster is de hoeveelheid tekst, in tokens {geteld|gemeten}, die een model in één keer kan {overzien|meenemen}.',
    prompt:
      'Een prompt is de {tekst|opdracht} die je een model {geeft|stuurt} en waaruit het {opmaakt|afleidt} wat het moet antwoorden.',
    'rate limit':
      'Een limiet is het aantal verzoeken of tokens dat een dienst in {een bepaalde tijd|een minuut} {aanneemt|toestaat}.',
  },
};
