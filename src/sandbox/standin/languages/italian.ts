import type { Language } from './language.ts';

export const italian: Language = {
  name: 'italian',
  cues: ['in italiano'],
  apology:
    'Mi dispiace: sono il sostituto offline del corso e non so rispondere in italiano a $asked; un modello vero, con OPENAI_API_KEY in .env, sì.',
  phrases: {
    hello: 'Ciao!',
    'good morning': 'Buongiorno.',
    'good night': 'Buona notte.',
    goodbye: 'Arrivederci.',
    please: 'Per favore.',
    'thank you': 'Grazie.',
    "you're welcome": 'Prego.',
    'how are you': 'Come stai?',
    yes: 'Sì.',
    no: 'No.',
  },
  summaries: {
    'large language model':
      'Un grande modello linguistico è un {programma|sistema} che ha imparato da {moltissimo|una gran quantità di} testo a {prevedere|indovinare} il frammento successivo.',
    token:
      'Un token è un {piccolo pezzo|breve frammento} di testo, {spesso|di solito} una parola o una sua parte, che un modello {legge|tratta} come un’unità.',
    temperature:
      'La temperatura {decide|regola} quanta varietà un modello si concede nello scegliere ogni parola: vicino a 0 si ripete, più in alto {sorprende|osa di più}.',
    API: 'Un’API è un {insieme di regole|contratto} con cui un programma {chiede|richiede} a un altro {dati o lavoro|informazioni o un servizio}.',
    'Responses API':
      'La Responses API è l’interfaccia {principale|centrale} di OpenAI: si {invia|manda} un input e si {riceve|ottiene} la risposta di un modello.',
    streaming:
      'Lo streaming {consegna|manda} la risposta {a pezzi|poco a poco} mentre il modello la sta {ancora|già} scrivendo.',
    'context window':
      'La finestra di contesto è la quantità di testo, {contata|misurata} in token, che un modello può {considerare|tenere presente} in una volta.',
    prompt:
      'Un prompt è il {testo|messaggio} che si {dà|manda} a un modello e da cui {capisce|ricava} che cosa rispondere.',
    'rate limit':
      'Un limite di frequenza è il numero di richieste o di token che un servizio {accetta|permette} in {un certo tempo|un minuto}.',
  },
};
